import { type CommandContext } from '../../../modules/commands';
import { listLoader, statement, uuidv7 } from '../../../modules/database';
import { type BoundParameter, type Finding, formFinding, type ResolvedRules, uphold } from '../../../modules/rules';
import { perform } from '../lenders';
import { versionFault, versionInForce } from '../lenders/document-versions';
import { rules } from '../rule-set';
import { DeclarationEntity } from './evidence.entity';

/** A check-box as the person left it. */
export interface DeclarationGiven {
  readonly code: string;
  /** Version of the text that was shown beside it. */
  readonly version: string;
  readonly value: boolean;
}

/** What can be declared: the parameter by which a lender asks for it, the text beside the box, and the code of a refusal. */
const declarations = {
  RULES_ACCEPTED: ['declaration.rules', 'RULES', 'RU_MFO_TERMS_NOT_ACCEPTED'],
  REMOTE_AGREEMENT_ACCEPTED: ['declaration.remoteAgreement', 'REMOTE_AGREEMENT', 'RU_MFO_TERMS_NOT_ACCEPTED'],
  PERSONAL_DATA: ['declaration.personalData', 'PERSONAL_DATA_CONSENT', 'RU_MFO_CONSENT_MISSING'],
  CREDIT_REPORT: ['declaration.creditReport', 'CREDIT_REPORT_CONSENT', 'RU_MFO_CONSENT_MISSING'],
  ADVERTISING: ['declaration.advertising', 'ADVERTISING_CONSENT', 'RU_MFO_CONSENT_MISSING'],
  NOT_PEP: ['declaration.notOfficial', 'DECLARATIONS', 'RU_MFO_DECLARATION_PEP'],
  NOT_PEP_RELATIVE: ['declaration.notOfficialRelative', 'DECLARATIONS', 'RU_MFO_DECLARATION_PEP'],
  NO_BENEFICIARY: ['declaration.noBeneficiary', 'DECLARATIONS', 'RU_MFO_DECLARATION_BENEFICIARY'],
  NO_BENEFICIAL_OWNER: ['declaration.noBeneficialOwner', 'DECLARATIONS', 'RU_MFO_DECLARATION_BENEFICIAL_OWNER'],
  NO_REPRESENTATIVE: ['declaration.noRepresentative', 'DECLARATIONS', 'RU_MFO_DECLARATION_REPRESENTATIVE'],
} as const satisfies Record<string, readonly [Parameters<typeof rules.read>[1], string, string]>;

export type DeclarationCode = keyof typeof declarations;

/** Consents of the person, as opposed to statements of facts and acceptance of texts. */
const consentCodes: readonly DeclarationCode[] = ['PERSONAL_DATA', 'CREDIT_REPORT', 'ADVERTISING'];

interface Asked {
  readonly code: DeclarationCode;
  readonly required: BoundParameter<'FLAG'>;
  readonly text: string;
  readonly refusal: string;
}

/** What the lender asks for, one box each. */
export function declarationsAsked(resolved: ResolvedRules): readonly Asked[] {
  return (Object.keys(declarations) as DeclarationCode[]).flatMap((code) => {
    const [parameter, text, refusal] = declarations[code];
    const required = rules.read(resolved, parameter);
    return required ? [{ code, required, text, refusal }] : [];
  });
}

/** Why the step cannot be left with these boxes: one missing or adverse, of an old text, unknown, or there twice. */
export function declarationFindings(context: CommandContext, resolved: ResolvedRules, given: readonly DeclarationGiven[]): Finding[] {
  const asked = declarationsAsked(resolved);
  const findings: (Finding | null)[] = given
    .filter(({ code }, i) => !asked.some((one) => one.code === code) || given.findIndex((other) => other.code === code) !== i)
    .map(({ code }) => formFinding('RU_MFO_DECLARATION_UNKNOWN', ['input', 'declarations'], { code }));
  for (const { code, required, text, refusal } of asked) {
    const index = given.findIndex((one) => one.code === code);
    const box = given[index];
    const path = ['input', 'declarations', ...(box ? [String(index)] : [])];
    if (box) findings.push(versionFault(context.lender.code, text, box.version, context.today, [...path, 'version']));
    const facts = { consent: code, documents: text };
    findings.push(uphold(required.citations, !required.value || box?.value === true, refusal, facts, { path }));
  }
  return findings.filter((finding) => finding !== null);
}

/** Keeps every box on its own, the unticked ones too; answers the consents that were given. */
export async function keepDeclarations(
  context: CommandContext,
  clientId: string,
  resolved: ResolvedRules,
  given: readonly DeclarationGiven[],
): Promise<readonly string[]> {
  perform(context.lender.code, 'declarations.kept');
  const ticked = new Set(given.filter(({ value }) => value).map(({ code }) => code));
  for (const { code, text } of declarationsAsked(resolved)) {
    await context.transaction.insert(DeclarationEntity, {
      lenderId: context.lender.id,
      id: uuidv7(context.now.epochMilliseconds),
      clientId,
      code,
      value: ticked.has(code),
      textVersion: versionInForce(context.lender.code, text, context.today) ?? '—',
      madeAt: new Date(context.now.epochMilliseconds),
    });
  }
  return consentCodes.filter((code) => ticked.has(code));
}

export interface DeclarationRecord {
  readonly clientId: string;
  readonly code: DeclarationCode;
  readonly value: boolean;
  readonly textVersion: string;
  readonly madeAt: Date;
}

export const readDeclarations = statement<DeclarationRecord>(
  'ru_mfo_declarations',
  `select client_id as "clientId", code, value, text_version as "textVersion", made_at as "madeAt"
   from ru_mfo.declaration where client_id = any($1) order by made_at, id`,
);

export const declarationsByClient = listLoader(readDeclarations, (row) => row.clientId);

/** The texts that were agreed to, each once, as `CODE@version`. */
export function textsOf(records: readonly DeclarationRecord[]): readonly string[] {
  return [...new Set(records.filter(({ value }) => value).map(({ code, textVersion }) => `${declarations[code][1]}@${textVersion}`))];
}
