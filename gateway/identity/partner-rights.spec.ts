import { fieldRights } from '../../schema';
import { composeRegistry } from '../runtime';
import { SCOPES_OF_ROLE } from './roles';

/** Fields that hold people's data or people's own words, by name, wherever they stand. */
const PERSONAL =
  /^(personal|phone|email|name|familyName|givenName|patronymic|birthDate|taxNumber|addresses|text|target|note|outcome|.*Mask|receipt|download)$/;

describe('what a partner reaches', () => {
  const rights = fieldRights(composeRegistry().maximal);
  // From the fields of their own scopes on, whatever is `parent` may be asked for.
  const reached = rights.filter(({ scope }) => scope === 'parent' || SCOPES_OF_ROLE.PARTNER.includes(scope));

  it('is nobody’s data and nobody’s own words', () => {
    const personal = reached.filter(({ type, field }) => PERSONAL.test(field) && !/^(Lender|Upload|Finding|Rule|EventType)/.test(type));
    expect(personal.map(({ type, field }) => `${type}.${field}`)).toEqual([]);
  });

  it('is open to whom it concerns', () => {
    for (const role of ['CLIENT', 'OFFICER'] as const) expect(SCOPES_OF_ROLE[role]).toContain('clients:personal');
  });
});
