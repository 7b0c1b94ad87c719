import { cite } from '../cite';
import { purpose } from './submission';

describe('a purpose that is refused', () => {
  const allowed = { 'purpose.allowed': { value: ['NON_BUSINESS'], citations: [cite('ru-mfo/sotovy/2.1')] } };
  const toldOf = (stated?: string) => JSON.stringify(purpose.check({ ...(stated ? { purpose: stated } : {}) } as never, allowed as never));

  it('is told by its code, and by none of the applicant’s own words', () => {
    expect(toldOf('BUSINESS')).toContain('"purpose":"BUSINESS"');
    expect(toldOf('лечение, карта больного 12')).toContain('"purpose":"OTHER"');
    expect(toldOf('лечение, карта больного 12')).not.toContain('лечение');
    expect(toldOf()).toContain('"purpose":"—"');
  });
});
