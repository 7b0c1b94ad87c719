import { type Adapter, type Port, type Ports, SettingError } from '../../schema/base';
import { ConfigError } from '../config';

type Settings = Readonly<Record<string, string | undefined>>;

/**
 * Adapters bound to ports, created on first use. A port has one adapter. Production mode takes no simulated one; elsewhere a simulator
 * goes before an adapter of its port, so that nothing leaves the machine.
 */
export class PortBindings implements Ports {
  private readonly adapters = new Map<string, Adapter>();
  private readonly created = new Map<string, unknown>();
  private readonly ends: (() => void | Promise<void>)[] = [];

  constructor(
    adapters: readonly Adapter[],
    private readonly settings: Settings,
    private readonly options: { readonly refuseSimulated: boolean },
  ) {
    this.bind(adapters);
  }

  /** Adds adapters that could not be there earlier. */
  bind(adapters: readonly Adapter[]): void {
    const simulated = adapters.filter((adapter) => adapter.simulated);
    if (this.options.refuseSimulated && simulated.length > 0) {
      throw new Error(`Production mode refuses simulators: ${simulated.map(({ port, name }) => `${port.id} (${name})`).join(', ')}.`);
    }
    const stoodIn = new Set(simulated.map(({ port }) => port.id));
    for (const adapter of adapters) {
      if (!adapter.simulated && stoodIn.has(adapter.port.id)) continue;
      const bound = this.adapters.get(adapter.port.id);
      if (bound) throw new Error(`Port ${adapter.port.id} is bound twice: ${bound.name} and ${adapter.name}.`);
      this.adapters.set(adapter.port.id, adapter);
    }
  }

  /**
   * Makes the adapters of these ports, to find at the start what would otherwise fail at first use.
   * @throws ConfigError naming every port without an adapter or with settings that cannot be used
   */
  prepare(ports: readonly Port[]): void {
    const problems = ports.flatMap((port) => this.problemsOf(port));
    if (problems.length > 0) throw new ConfigError(`These ports have no adapter: ${problems.join('; ')}.`);
  }

  get<T>(port: Port<T>): T {
    if (!this.created.has(port.id)) {
      const adapter = this.adapters.get(port.id);
      if (!adapter) throw new Error(`Port ${port.id} has no adapter.`);
      this.created.set(port.id, adapter.create({ settings: this.settings, ports: this, onStop: (end) => void this.ends.push(end) }));
    }
    return this.created.get(port.id) as T;
  }

  /** Ends the connections of all adapters that were made. */
  async close(): Promise<void> {
    for (const end of this.ends.splice(0).reverse()) await end();
  }

  private problemsOf(port: Port): string[] {
    const adapter = this.adapters.get(port.id);
    if (!adapter) return [port.id];
    const unset = (adapter.needs ?? []).filter((name) => !this.settings[name]);
    if (unset.length > 0) return [`${port.id} (needs ${unset.join(', ')})`];
    try {
      this.get(port);
      return [];
    } catch (error) {
      if (error instanceof SettingError) return [`${port.id} (${error.message.replace(/\.$/, '')})`];
      throw error;
    }
  }
}
