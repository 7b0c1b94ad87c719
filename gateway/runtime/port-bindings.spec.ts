import { type Adapter, definePort } from '../../schema/base';
import { PortBindings } from './port-bindings';

const port = definePort<() => string>('test.port');
const adapter = (name: string, simulated: boolean): Adapter<() => string> => ({ port, name, simulated, create: () => () => name });

describe('port bindings', () => {
  it('answer the one adapter of a port', () => {
    expect(new PortBindings([adapter('a', true)], {}, { refuseSimulated: false }).get(port)()).toBe('a');
  });

  it('refuse two adapters for one port, naming both', () => {
    expect(() => new PortBindings([adapter('a', false), adapter('b', false)], {}, { refuseSimulated: false })).toThrow(
      'Port test.port is bound twice: a and b.',
    );
  });

  it('refuse simulators in production mode', () => {
    expect(() => new PortBindings([adapter('a', true)], {}, { refuseSimulated: true })).toThrow(
      'Production mode refuses simulators: test.port (a).',
    );
  });

  it('name every port that is needed and not bound', () => {
    const other = definePort('test.other');
    const bindings = new PortBindings([adapter('a', false)], {}, { refuseSimulated: true });
    expect(() => bindings.requireBound([port])).not.toThrow();
    expect(() => bindings.requireBound([port, other])).toThrow('These ports have no adapter: test.other.');
  });

  it('say which port has no adapter', () => {
    expect(() => new PortBindings([], {}, { refuseSimulated: false }).get(port)).toThrow('Port test.port has no adapter.');
  });
});
