import type { Adapter, Port, Ports } from '../../schema/base';

/** Adapters bound to ports, created on first use. A port has one adapter; production mode takes no simulated one. */
export class PortBindings implements Ports {
  private readonly adapters = new Map<string, Adapter>();
  private readonly created = new Map<string, unknown>();

  constructor(
    adapters: readonly Adapter[],
    private readonly settings: Readonly<Record<string, string | undefined>>,
    options: { readonly refuseSimulated: boolean },
  ) {
    for (const adapter of adapters) {
      const bound = this.adapters.get(adapter.port.id);
      if (bound) throw new Error(`Port ${adapter.port.id} is bound twice: ${bound.name} and ${adapter.name}.`);
      this.adapters.set(adapter.port.id, adapter);
    }
    const simulated = adapters.filter((adapter) => adapter.simulated).map((adapter) => `${adapter.port.id} (${adapter.name})`);
    if (options.refuseSimulated && simulated.length > 0) throw new Error(`Production mode refuses simulators: ${simulated.join(', ')}.`);
  }

  /** Finds at the start what would otherwise fail at first use. @throws naming every port without an adapter */
  requireBound(ports: readonly Port[]): void {
    const unbound = ports.filter(({ id }) => !this.adapters.has(id)).map(({ id }) => id);
    if (unbound.length > 0) throw new Error(`These ports have no adapter: ${unbound.join(', ')}.`);
  }

  get<T>(port: Port<T>): T {
    if (!this.created.has(port.id)) {
      const adapter = this.adapters.get(port.id);
      if (!adapter) throw new Error(`Port ${port.id} has no adapter.`);
      this.created.set(port.id, adapter.create({ settings: this.settings, ports: this }));
    }
    return this.created.get(port.id) as T;
  }
}
