import { shapeOf } from './document.ts';

describe('the shape of a document', () => {
  it.each([
    ['subscription ($after: Cursor) { events(after: $after) { cursor } }', 'after', ['events', 'cursor']],
    [
      'subscription Made($from: Cursor, $id: ID = "){") @live(if: true) { made: decisionMade(applicationId: $id, after: $from) { at: cursor } }',
      'from',
      ['made', 'at'],
    ],
    [
      'subscription ($a: Cursor) { events(after: $a, types: ["A", "after: $b"]) { ...Notice } } fragment Notice on Event { id cursor }',
      'a',
      ['events', 'cursor'],
    ],
    [
      'subscription ($a: Cursor) { ... on Subscription { events(after: $a) { ... @include(if: true) { subject { cursor } place: cursor } } } }',
      'a',
      ['events', 'place'],
    ],
    ['# { cursor }\nquery Q { x } subscription S($a: Cursor) { events(after: $a) { id, cursor } }', 'a', ['events', 'cursor']],
  ])('is read from %s', (document, after, path) => {
    expect(shapeOf(document, document.includes('query Q') ? 'S' : undefined)).toEqual({ after, path });
  });

  it.each([
    ['subscription ($after: Cursor) { events(after: $after) { id subject { cursor } } }', 'does not select `cursor`'],
    ['subscription { events { cursor } }', 'takes no variable as `after`'],
    ['subscription { events(after: "x") { cursor } }', 'takes no variable as `after`'],
    ['subscription { events(after: $after) { cursor } }', 'takes no variable as `after`'],
    ['{ events { cursor } }', 'is a query'],
    ['mutation { signOut { findings { code } } }', 'is a mutation'],
    ['subscription A { a } subscription B { b }', 'several operations'],
    ['fragment F on Event { cursor }', 'holds no operation'],
    ['subscription ($after: Cursor) { events(after: $after) { ...F } } fragment F on Event { ...F }', 'does not select `cursor`'],
    ['subscription ($after: Cursor) { events(after: $after) {', 'breaks off'],
    ['', 'holds no operation'],
  ])('is refused with what is lacking: %s', (document, lacking) => {
    expect(() => shapeOf(document)).toThrow(lacking);
    expect(() => shapeOf(document)).toThrow('Write it like: subscription ($after: Cursor)');
  });

  it('an operation that is not there is named', () => {
    expect(() => shapeOf('subscription A { a }', 'B')).toThrow('it has no operation "B"');
  });
});
