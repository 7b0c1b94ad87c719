import type { CommandContext } from '../../../modules/commands';
import { type Finding, uphold } from '../../../modules/rules';
import type { AccountRecord } from '../accounts/account.record';
import { cite } from '../cite';
import { sameText } from '../identification/data-changes';
import { recordRefusal } from '../operations/require-operation';
import { autoValues } from './auto-values';
import { DOCUMENT_PATH } from './change';
import type { LeasingDocumentRecord } from './document.record';
import { type AutoSource, fieldSpecs } from './field-specs';
import type { Filling } from './filled-fields';
import { serviceOf } from './service-of';

/** What МСИ confirms of a client; it becomes the client's profile. */
const CONFIRMED: readonly AutoSource[] = ['PERSON_NAME', 'BIRTH_DATE', 'UNP'];

/**
 * Whether a client's document says of its client what МСИ confirmed; other data stop the operation, which is recorded (9.2.3).
 * **Return** the finding.
 */
export async function truthFinding(
  context: CommandContext,
  document: LeasingDocumentRecord,
  account: AccountRecord,
  { fields }: Filling,
): Promise<Finding | null> {
  if (document.flow !== 'CLIENT_ORIGINATED') return null;
  const known = await autoValues(context, account, {});
  const given = new Map(fields.map(({ name, value }) => [name, value]));
  const differing = fieldSpecs(document.kind, account.kind).flatMap(({ name, auto }) => {
    const [own, confirmed] = [given.get(name), auto && CONFIRMED.includes(auto) ? known[auto] : undefined];
    return own && confirmed && !sameText(own, confirmed) ? [name] : [];
  });
  const untrue = uphold(
    cite('by-leasing/9.2.3/accurate'),
    differing.length === 0,
    'BY_LEASING_CLIENT_DATA_UNRELIABLE',
    { fields: differing.join(', ') },
    { path: [...DOCUMENT_PATH] },
  );
  if (untrue) await recordRefusal(context, account, serviceOf(document.kind, document.role), document.id, [untrue]);
  return untrue;
}
