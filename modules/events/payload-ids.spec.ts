import { fromGlobalId, toGlobalId } from '../../schema/base';
import { withGlobalIds } from './payload-ids';

const id = '0199f0a0-0000-7000-8000-000000000001';

describe('the ids in a payload', () => {
  it('name the type that their key names', () => {
    const { thingId, acmeVisitId } = withGlobalIds({ thingId: id, acmeVisitId: id }) as Record<string, string>;
    expect(fromGlobalId(thingId!)).toEqual({ type: 'Thing', id });
    expect(fromGlobalId(acmeVisitId!)).toEqual({ type: 'AcmeVisit', id });
  });

  it('of a subject name the type beside it', () => {
    expect(withGlobalIds({ subjectType: 'Thing', subjectId: id })).toEqual({ subjectType: 'Thing', subjectId: toGlobalId('Thing', id) });
  });

  it('leave everything else as it was', () => {
    const payload = { from: null, to: 'OPEN', codes: ['A'], externalId: 'not-a-uuid', hash: 'ab'.repeat(32), Id: id, days: 3 };
    expect(withGlobalIds(payload)).toEqual(payload);
  });
});
