import { type ApplicationRecord, allows } from '../../../modules/applications';
import { readClient } from '../../../modules/clients';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import type { ContractTerms } from '../../../modules/contracts';
import { statement } from '../../../modules/database';
import { latestDecision } from '../../../modules/decisions';
import { type DocumentTemplate, formDocument } from '../../../modules/documents';
import { enforce, findingOf } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { type AuthorityRecord, requireAuthority, requireRules } from '../authority/authority.commands';
import { cite } from '../cite';
import { judge, rulesToday } from '../command-support/judging';
import { open } from '../command-support/seal';
import { identitiesByPledge } from '../identity/check-identity.command';
import { PLUGIN } from '../ids';
import { plannedInterest, yearlyRate } from '../interest';
import { inventoriesByPledge } from '../inventory/inventory.record';
import { type PledgeResult, reopen, requireOpen } from '../inventory/save-inventory.command';
import { agreementFacts, lenderFacts, type NamedLoan } from '../lifecycle/facts';
import { changePledgeStatus, lockPledge, type PledgeRecord } from '../pledge';
import { rules } from '../rules';
import { PRINT } from '../validators/formation';
import { type AgreementData, inventoryAnnex, pledgeAgreement, scheduleAnnex } from './templates';

export interface FormAgreement {
  readonly pledgeId: string;
  /** The loan as the agreement is to name it; as it is, unless said. */
  readonly names: { readonly number: string; readonly amount: Decimal | string } | null;
}

const setFormed = statement<never>(
  'by_pledge_pledge_set_formed',
  `update by_pledge.pledge set loan_number = $2, loan_on = $3, loan_amount = $4, valuation_at_loan = pledge_value, rules_version = $5,
     agreement_document_id = $6, inventory_document_id = $7, schedule_document_id = $8, pledgor_signed_at = null, pledgee_signed_at = null
   where id = $1`,
);

/**
 * Forms the agreement with its two annexes from what was gathered, under the rules of the signature: nothing is printed that could
 * not be signed. An agreement that was formed before is void.
 */
export const formAgreement = defineCommand<FormAgreement, PledgeResult>({
  name: 'byPledgeFormAgreement',
  plugin: PLUGIN,
  emits: ['ByPledgeStatusChanged', 'DocumentStatusChanged'],
  async run({ pledgeId, names }, context) {
    const { application, pledge: standing } = await lockPledge(context, pledgeId);
    requireOpen(standing);
    const [decision] = await context.transaction.query(latestDecision, [application.id]);
    const terms = decision?.terms;
    if (!terms || !allows('SIGN', application.status))
      throw new Refusal([
        findingOf('BY_PLEDGE_LOAN_MISMATCH', cite('by-pledge/1.1/p1'), { named: names ? String(names.amount) : '—', loan: '—' }),
      ]);
    const on = context.today.toString();
    const named: NamedLoan = {
      number: names?.number ?? application.number,
      on,
      amount: new Decimal(names?.amount ?? terms.principal).toFixed(2),
      currency: terms.currency,
    };
    const pledge = { ...(await reopen(context, standing)), loanOn: on };
    const findings = judge(context, 'SIGN', {
      ...(await lenderFacts(context)),
      ...(await agreementFacts(context, application, pledge, named)),
    });
    const rulesVersion = await requireRules(context);
    const data = await dataOf(context, application, pledge, terms, named, rulesVersion);
    for (const clause of ['by-pledge/1.6', 'by-pledge/2.3', 'by-pledge/2.4', 'by-pledge/1.1/p4', 'by-pledge/6/pledgee'] as const)
      enforce(cite(clause));
    const documents: string[] = [];
    for (const template of [pledgeAgreement, inventoryAnnex, scheduleAnnex])
      documents.push(await form(context, application, template, data, decision.editionId));
    await context.transaction.query(setFormed, [pledgeId, named.number, named.on, named.amount, rulesVersion, ...documents]);
    await changePledgeStatus(context, pledge, 'FORMED');
    return { pledgeId, findings };
  },
});

async function form(
  context: CommandContext,
  application: ApplicationRecord,
  template: DocumentTemplate<AgreementData>,
  values: AgreementData,
  editionId: string | null,
): Promise<string> {
  const { id } = await formDocument(context, {
    plugin: PLUGIN,
    template,
    values,
    clientId: application.clientId,
    applicationId: application.id,
    editionId,
    form: 'ELECTRONIC_FORM',
    publish: true,
  });
  return id;
}

async function dataOf(
  context: CommandContext,
  application: ApplicationRecord,
  pledge: PledgeRecord,
  terms: ContractTerms,
  named: NamedLoan,
  rulesVersion: string,
): Promise<AgreementData> {
  const authority = await requireAuthority(context, null);
  const pledgee = pledgeeLines(context, authority);
  const held = pledgee.filter(({ value }) => value.trim() !== '').map(({ name }) => name);
  judge(context, PRINT, { partyDetails: [held, 'CONFIGURATION'] });
  const inventory = (await context.transaction.query(inventoriesByPledge.statement, [[pledge.id]])).at(-1)!;
  const id = `${pledge.id}/${inventory.version}`;
  const years = rules.read(rulesToday(context), 'interest.yearDays');
  return {
    formedOn: named.on,
    rulesVersion,
    pledgee,
    pledgor: await pledgorLines(context, application, pledge),
    loan: { number: named.number, on: named.on, amount: named.amount },
    terms,
    yearlyRate: years ? yearlyRate(terms.dailyRate ?? '0', years.value).toFixed() : '—',
    plannedInterest: plannedInterest(terms.schedule).toFixed(2),
    inventory: {
      version: inventory.version,
      name: inventory.propertyName,
      vin: inventory.vin,
      manufacturedIn: String(inventory.manufacturedIn),
      plate: open(context, 'inventory', id, 'plate', inventory.plateEnc)!,
      storageAddress: open(context, 'inventory', id, 'storage_address', inventory.storageAddressEnc)!,
      pledgeValue: inventory.pledgeValue!,
      sumInsured: inventory.sumInsured,
    },
    insuranceDemanded: pledge.insuranceDemandedAt !== null,
    incomeOwner: rules.read(rulesToday(context), 'income.owner')?.value ?? null,
  };
}

/** The lender's block, from its dated configuration and the standing authority of who signs. */
function pledgeeLines(context: CommandContext, authority: AuthorityRecord) {
  const { lender } = context;
  const { details = {} } = lender;
  const name = open(context, 'signing_authority', authority.id, 'name', authority.nameEnc)!;
  const basis = authority.basis === 'CHARTER' ? 'Устав' : `Доверенность № ${authority.basisNumber}`;
  const line = (key: string, label: string, value: string | undefined) => ({ name: key, label, value: value ?? '' });
  return [
    line('NAME', 'Наименование', lender.legalName),
    line('REGISTER', 'Реестр микрофинансовых организаций', details.mfoRegister),
    line('UNP', 'УНП', details.unp),
    line('ADDRESS', 'Адрес', details.address),
    line('ACCOUNT', 'Счёт', details.iban),
    line('BANK', 'Банк', details.bank),
    line('BANK_CODE', 'Код банка', details.bic),
    line('PHONE', 'Телефон', details.phone),
    line('EMAIL', 'E-mail', details.email),
    line('SIGNER', 'Подписант', `${authority.position} ${name}, ${basis}`),
  ];
}

async function pledgorLines(context: CommandContext, { clientId }: ApplicationRecord, pledge: PledgeRecord) {
  const client = await readClient(context, clientId);
  const { familyName, givenName, patronymic, addresses = [] } = client.profile;
  const identity = (await context.transaction.query(identitiesByPledge.statement, [[pledge.id]])).at(-1)!;
  const opened = (column: 'number' | 'personal_number', sealed: Buffer) => open(context, 'identity_check', identity.id, column, sealed)!;
  const registered = addresses.find(({ kind }) => kind === 'RESIDENCE')?.text;
  return [
    { name: 'pledgorName', label: 'Ф. И. О.', value: [familyName, givenName, patronymic].filter(Boolean).join(' ') },
    { name: 'pledgorDocument', label: 'Документ', value: `${identity.documentType} ${opened('number', identity.numberEnc)}` },
    { name: 'pledgorNumber', label: 'Идентификационный номер', value: opened('personal_number', identity.personalNumberEnc) },
    { name: 'pledgorAddress', label: 'Адрес регистрации', value: registered ?? '—' },
    { name: 'pledgorPhone', label: 'Телефон', value: client.phone ?? '—' },
    { name: 'pledgorEmail', label: 'E-mail', value: client.email ?? '—' },
  ];
}
