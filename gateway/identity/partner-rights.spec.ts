import { getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { scopeOf } from '../../schema';
import { composeRegistry } from '../runtime';
import { SCOPES_OF_ROLE } from './roles';

/** Fields that hold people's data or people's own words, by name, wherever they stand. */
const PERSONAL =
  /^(personal|phone|email|name|familyName|givenName|patronymic|birthDate|taxNumber|addresses|text|target|note|outcome|.*Mask|receipt|download)$/;
/** Types whose words are the lender's own, told to everybody whom it concerns. */
const OWN_WORDS = /^(Lender|Upload|Finding|Rule|EventType)|(Publication|ServiceNotice|TermsVersion|CabinetChange)\./;

/** Every field that a partner can ask for, from the roots on through what its scopes open: `Type.field`. */
function reachedByPartner(): string[] {
  const { schema } = composeRegistry().maximal;
  const open = new Set(['public', 'signed-in', 'parent', ...SCOPES_OF_ROLE.PARTNER]);
  const fields: string[] = [];
  const seen = new Set<string>();
  const queue = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type != null).map(String);
  while (queue.length > 0) {
    const type = schema.getType(queue.pop()!);
    if (!type || seen.has(type.name)) continue;
    seen.add(type.name);
    if (isAbstractType(type)) queue.push(...schema.getPossibleTypes(type).map(({ name }) => name));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const [field, { type: result }] of Object.entries(type.getFields())) {
      if (!open.has(scopeOf(type, field) ?? 'none')) continue;
      fields.push(`${type.name}.${field}`);
      queue.push(getNamedType(result).name);
    }
  }
  return fields;
}

describe('what a partner reaches', () => {
  const reached = reachedByPartner();

  it('is what it came for', () => {
    expect(reached).toEqual(expect.arrayContaining(['Application.status', 'Decision.kind', 'DecisionNotice.decision']));
  });

  it('is nobody’s data and nobody’s own words', () => {
    const personal = reached.filter((path) => PERSONAL.test(path.split('.')[1]!) && !OWN_WORDS.test(path));
    expect(personal).toEqual([]);
  });

  it('is open to whom it concerns', () => {
    for (const role of ['CLIENT', 'OFFICER'] as const) expect(SCOPES_OF_ROLE[role]).toContain('clients:personal');
  });
});
