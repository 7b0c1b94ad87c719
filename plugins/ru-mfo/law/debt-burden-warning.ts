import { type CodeOperation, completeCeremony, digestOf } from '../../../modules/access';
import { type ApplicationRecord, lockApplication } from '../../../modules/applications';
import { readClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { lockContractOfApplication } from '../../../modules/contracts';
import { type DocumentTemplate, formDocument, lockDocument, markSigned } from '../../../modules/documents';
import { formFinding } from '../../../modules/rules';
import { recordSignature, type SigningMethod } from '../../../modules/signatures';
import { Decimal } from '../../../schema/base';
import { longDate } from '../documents/russian-text';
import { PLUGIN } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { debtBurden } from './debt-burden';
import { readWarnings, setWarningSigned, writeWarning } from './law.record';

export interface DebtBurdenWarning {
  readonly number: string;
  /** ISO 8601 day. */
  readonly on: string;
  readonly lender: string;
  readonly borrower: string;
  /** Per cent, two places, and the bound above which the law asks to warn. */
  readonly percent: string;
  readonly bound: string;
}

const lines = ({ number, on, lender, borrower, percent, bound }: DebtBurdenWarning): readonly string[] => [
  `${lender} уведомляет заёмщика (${borrower}) по заявлению № ${number} от ${longDate(on)}.`,
  `Показатель долговой нагрузки с учётом запрошенного займа — ${percent.replace('.', ',')} процента среднемесячного дохода, что выше ${bound} процентов.`,
  'При такой нагрузке возможно неисполнение обязательств по договору и применение за это штрафных санкций.',
  'Подписывая уведомление, заёмщик подтверждает, что прочитал его до заключения договора.',
];

/** The written warning that debt would take more than half of the income: 353-FZ art. 5.1. */
export const debtBurdenWarning: DocumentTemplate<DebtBurdenWarning> = Object.freeze({
  id: 'ru-mfo/debt-burden-warning',
  version: 1,
  kind: 'DEBT_BURDEN_WARNING',
  title: {
    en: 'Warning about debt burden',
    ru: 'Уведомление о показателе долговой нагрузки',
    be: 'Апавяшчэнне аб паказчыку даўгавой нагрузкі',
  },
  locale: 'ru' as const,
  fields: (data: DebtBurdenWarning) => lines(data).map((value, i) => ({ name: `line${i + 1}`, value })),
  layout: (data: DebtBurdenWarning) => lines(data).map((text) => ({ kind: 'paragraph' as const, text })),
});

/** A code that was sent for this warning signs it. */
export const warningCode: SigningMethod = {
  id: 'DEBT_BURDEN_WARNING_CODE',
  title: {
    en: 'Simple electronic signature by a code sent for this warning',
    ru: 'Аналог собственноручной подписи: код из сообщения, отправленный для этого уведомления',
    be: 'Аналаг уласнаручнага подпісу: код з паведамлення, адпраўлены для гэтага апавяшчэння',
  },
  forms: ['ELECTRONIC_FORM'],
};

export interface BurdenInputs {
  readonly monthlyDebt: Decimal;
  readonly monthlyPayment: Decimal;
  readonly monthlyIncome: Decimal;
}

/** Forms the warning where the burden of the offered loan lies above the bound. Answers the document's id. */
export async function warnOfDebtBurden(
  context: CommandContext,
  application: ApplicationRecord,
  inputs: BurdenInputs,
): Promise<string | null> {
  const bound = rules.read(rulesToday(context), 'debtBurden.warnedAbove');
  if (!bound) return null;
  const percent = debtBurden(inputs.monthlyDebt, inputs.monthlyPayment, inputs.monthlyIncome);
  if (percent.lte(bound.decimal)) return null;
  const { familyName, givenName, patronymic } = (await readClient(context, application.clientId)).profile;
  const document = await formDocument(context, {
    plugin: PLUGIN,
    template: debtBurdenWarning,
    values: {
      number: application.number,
      on: context.today.toString(),
      lender: context.lender.legalName,
      borrower: [familyName, givenName, patronymic].filter(Boolean).join(' '),
      percent: percent.toFixed(2),
      bound: bound.value,
    },
    clientId: application.clientId,
    applicationId: application.id,
    form: 'ELECTRONIC_FORM',
    publish: true,
  });
  await context.transaction.query(writeWarning, [context.lender.id, application.id, application.clientId, document.id]);
  return document.id;
}

const warningDigest = (documentId: string, sha256: string) => digestOf('ru-mfo/debt-burden-warning', documentId, sha256);

/** `requestCode` for the warning of an application: the id is the application's. */
export const warningOperation: CodeOperation = {
  type: 'Application',
  purpose: 'SIGN_DOCUMENT',
  async resolve(context, applicationId) {
    const [warning] = await context.transaction.query(readWarnings, [[applicationId]]);
    if (!warning || warning.signedAt) return null;
    const { clientId, sha256 } = await lockDocument(context, warning.documentId);
    return clientId ? { clientId, digest: warningDigest(warning.documentId, sha256) } : null;
  },
};

export interface SignWarning {
  readonly applicationId: string;
  /** Hexadecimal SHA-256 of the warning that was read. */
  readonly documentSha256: string;
  readonly ceremonyId: string;
  readonly code: string;
}

/** The client signs the warning by a code; afterwards the terms can be accepted. */
export const signDebtBurdenWarning = defineCommand<SignWarning, CommandResult & { readonly applicationId?: string }>({
  name: 'ruMfoSignDebtBurdenWarning',
  plugin: PLUGIN,
  emits: ['DocumentStatusChanged'],
  async run({ applicationId, documentSha256, ceremonyId, code }, context) {
    const application = await lockApplication(context, applicationId);
    const own = context.caller.kind === 'CLIENT' && context.caller.clientId === application.clientId;
    const [warning] = await context.transaction.query(readWarnings, [[applicationId]]);
    if (!own || !warning || (await lockContractOfApplication(context, applicationId)))
      throw new Refusal([formFinding('RU_MFO_DOCUMENT_NOT_PUBLISHED', ['input', 'applicationId'])]);
    const document = await lockDocument(context, warning.documentId);
    if (document.sha256 !== documentSha256.toLowerCase())
      throw new Refusal([formFinding('RU_MFO_DOCUMENT_CHANGED', ['input', 'documentSha256'])]);
    const { completed, findings } = await completeCeremony(context, {
      ceremonyId,
      code,
      purpose: 'SIGN_DOCUMENT',
      operationDigest: warningDigest(document.id, document.sha256),
    });
    if (!completed) return { findings };
    await recordSignature(context, {
      documentId: document.id,
      shownSha256: document.sha256,
      signer: { kind: 'CLIENT', id: application.clientId },
      method: warningCode.id,
      ceremonyId: completed.ceremonyId,
      identifier: completed.identifier,
      evidence: { enteredAt: completed.usedAt.toString(), channel: completed.channel, session: context.caller.sessionId },
    });
    await markSigned(context, document.id);
    await context.transaction.query(setWarningSigned, [applicationId, new Date(context.now.epochMilliseconds)]);
    return { applicationId };
  },
});
