import { lockApplication } from '../../../modules/applications';
import { readClient } from '../../../modules/clients';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { PayeeCheckEntity, type PayeeSource } from './payee-check.entity';

export interface CheckPayee {
  readonly applicationId: string;
  /** As the source gave it; compared and not kept. */
  readonly holderName: string;
  readonly source: PayeeSource;
}

/** Records whose the account or card of an application is, by a source outside the application. */
export const checkPayee = defineCommand<CheckPayee, CommandResult & { readonly applicationId?: string }>({
  name: 'ruMfoCheckPayee',
  plugin: PLUGIN,
  emits: [],
  async run({ applicationId, holderName, source }, context) {
    const application = await lockApplication(context, applicationId);
    if (!holderName.trim()) throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'holderName'], { field: 'holderName' })]);
    const { familyName, givenName, patronymic } = (await readClient(context, application.clientId)).profile;
    const matches = isSamePerson(holderName, { familyName: familyName ?? '', givenName: givenName ?? '', patronymic: patronymic ?? null });
    await context.transaction.insert(PayeeCheckEntity, {
      lenderId: context.lender.id,
      id: uuidv7(context.now.epochMilliseconds),
      applicationId,
      clientId: application.clientId,
      source,
      matches,
      checkedBy: `${context.caller.kind}:${context.caller.subject}`,
      checkedAt: new Date(context.now.epochMilliseconds),
    });
    return { applicationId };
  },
});

export interface PersonName {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
}

/**
 * Whether a holder's name is the person's: all names in any order, or, as the fast payment system tells it, given name and
 * patronymic with the first letter of the family name. Case, ё and hyphens do not matter.
 */
export function isSamePerson(holderName: string, { familyName, givenName, patronymic }: PersonName): boolean {
  const told = words(holderName);
  const full = [familyName, givenName, ...(patronymic ? [patronymic] : [])].flatMap(words);
  const masked = [givenName, ...(patronymic ? [patronymic] : [])].flatMap(words).concat(words(familyName)[0]?.slice(0, 1) ?? '');
  return full.length > 0 && (equal(told, full) || equal(told, masked));
}

const words = (name: string): string[] =>
  name
    .normalize('NFC')
    .toLocaleUpperCase('ru')
    .replaceAll('Ё', 'Е')
    .split(/[^\p{L}]+/u)
    .filter(Boolean);

const equal = (a: readonly string[], b: readonly string[]) => [...a].sort().join(' ') === [...b].sort().join(' ');
