import { type Adapter, definePort, SettingError } from '../../schema/base';
import { ConfigError } from '../config';
import { PortBindings } from './port-bindings';

const port = definePort<() => string>('test.port');
const other = definePort<() => string>('test.other');
type Named = Adapter<() => string>;
const adapter = (name: string, part: Partial<Named> = {}): Named => ({ port, name, simulated: false, create: () => () => name, ...part });
const simulator = (name: string) => adapter(name, { simulated: true });

const inProduction = (adapters: readonly Adapter[], settings: Record<string, string> = {}) =>
  new PortBindings(adapters, settings, { refuseSimulated: true });
const inSandbox = (adapters: readonly Adapter[]) => new PortBindings(adapters, {}, { refuseSimulated: false });

describe('port bindings', () => {
  it('answer the one adapter of a port, always the same', () => {
    const bindings = inSandbox([simulator('a')]);
    expect(bindings.get(port)()).toBe('a');
    expect(bindings.get(port)).toBe(bindings.get(port));
  });

  it('refuse two adapters for one port, naming both, also when one comes later', () => {
    expect(() => inSandbox([adapter('a'), adapter('b')])).toThrow('Port test.port is bound twice: a and b.');
    expect(() => inProduction([adapter('a')]).bind([adapter('b')])).toThrow('Port test.port is bound twice: a and b.');
  });

  it('let a simulator go before the real adapter, in whichever order they come', () => {
    expect(inSandbox([adapter('real'), simulator('tame')]).get(port)()).toBe('tame');
    expect(inSandbox([simulator('tame'), adapter('real')]).get(port)()).toBe('tame');
  });

  it('refuse simulators in production mode', () => {
    expect(() => inProduction([adapter('real'), simulator('a')])).toThrow('Production mode refuses simulators: test.port (a).');
  });

  it('say which port has no adapter', () => {
    expect(() => inSandbox([]).get(port)).toThrow('Port test.port has no adapter.');
  });

  it('name at the start every port that is not bound, lacks settings or has unusable ones, all at once', () => {
    const third = definePort<() => string>('test.third');
    const bindings = inProduction(
      [
        adapter('a', { needs: ['A_URL', 'A_KEY'] }),
        adapter('b', {
          port: other,
          needs: ['B_URL'],
          create: () => {
            throw new SettingError('B_URL', 'must begin with https://');
          },
        }),
      ],
      { A_URL: 'https://a.example', B_URL: 'secret' },
    );
    expect(() => bindings.prepare([port, other, third])).toThrow(
      new ConfigError('These ports have no adapter: test.port (needs A_KEY); test.other (B_URL must begin with https://); test.third.'),
    );
  });

  it('make at the start what is there, and end it once', async () => {
    const log: string[] = [];
    const made = adapter('a', {
      create({ onStop }) {
        log.push('made');
        onStop?.(() => void log.push('closed'));
        return () => 'a';
      },
    });
    const bindings = inProduction([made]);
    bindings.prepare([port]);
    bindings.get(port);
    await bindings.close();
    await bindings.close();
    expect(log).toEqual(['made', 'closed']);
  });
});
