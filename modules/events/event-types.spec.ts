import { collectEventTypes } from './event-types';

const type = (name: string) => ({ type: name, version: 1, description: 'd', example: {} });

describe('the list of event types', () => {
  it('is sorted, names each owner and tells the types of plugins', () => {
    const types = collectEventTypes(
      [{ id: 'things', eventTypes: [type('ThingEnded'), type('ThingChanged')] }],
      [{ id: 'acme', eventTypes: [type('AcmeMoved')] }],
    );
    expect(types.map(({ type, owner, plugin }) => [type, owner, plugin])).toEqual([
      ['AcmeMoved', 'acme', 'acme'],
      ['ThingChanged', 'things', null],
      ['ThingEnded', 'things', null],
    ]);
  });

  it('refuses a type with two owners and names both', () => {
    const twice = () =>
      collectEventTypes([{ id: 'things', eventTypes: [type('ThingEnded')] }], [{ id: 'acme', eventTypes: [type('ThingEnded')] }]);
    expect(twice).toThrow('Event type ThingEnded is declared by things and by acme.');
  });
});
