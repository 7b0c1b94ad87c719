import { readClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { formDocument } from '../../../modules/documents';
import { enforce, formFinding } from '../../../modules/rules';
import { type AccountRecord, lockAccount, type Party, partyOf, phoneOf, requireOperation } from '../accounts';
import { cite } from '../cite';
import { ACCOUNT_EVENTS, tellSecurity } from '../factors/security-event';
import { PLUGIN } from '../ids';
import { momentOf, rulesToday } from '../judge';
import { usageFindings } from '../usage';
import { type ContractHolder, holderOf, isHeldBy } from './holder';
import { hideLeasedContracts, lockLeasedContract, setStatement, upsertLeasedContract } from './leased-contract.record';
import type { CustomerContracts, Reconciliation } from './port';
import { statementTemplate } from './statement-template';

export interface ImportResult extends CommandResult {
  readonly clientId?: string;
  readonly contractId?: string;
  readonly documentId?: string;
  /** For whom the accounts are asked, by which contact number in E.164. */
  readonly asked?: { readonly phone: string; readonly holder: ContractHolder };
}

/** Whether a client may have its contracts fetched now: the service is open to it, and it did not ask too often. */
export const askForContracts = defineCommand<{ readonly clientId: string }, ImportResult>({
  name: 'byLeasingAskForContracts',
  plugin: PLUGIN,
  emits: ACCOUNT_EVENTS,
  async run({ clientId }, context) {
    const account = await lockAccount(context, clientId);
    const findings = [
      ...(await requireOperation(context, account, { service: 'CONTRACTS' })),
      ...(await usageFindings(context, account, 'CONTRACTS')),
    ];
    if (findings.length > 0) return { clientId, findings };
    return { clientId, asked: { phone: phoneOf(context, account), holder: holderOf(await partyIn(context, account)) }, findings };
  },
});

const partyIn = async (context: CommandContext, { clientId, kind }: AccountRecord): Promise<Party> =>
  partyOf(kind, (await readClient(context, clientId)).profile);

/** Books what the lender's accounts told of a client's contracts; of those that another holds nothing is kept, and none is shown. */
export const bookContracts = defineCommand<{ readonly clientId: string; readonly told: CustomerContracts }, ImportResult>({
  name: 'byLeasingBookContracts',
  plugin: PLUGIN,
  emits: ['ByLeasingContractsImported', ...ACCOUNT_EVENTS],
  async run({ clientId, told }, context) {
    const account = await lockAccount(context, clientId);
    const party = await partyIn(context, account);
    const own = told.contracts.filter(({ holder }) => isHeldBy(holder, party));
    const foreign = told.contracts.filter((contract) => !own.includes(contract));
    for (const { number, concludedOn, active, nextPayment, debt } of own)
      await context.transaction.query(upsertLeasedContract, [
        context.lender.id,
        uuidv7(context.now.epochMilliseconds),
        clientId,
        number,
        concludedOn,
        active,
        nextPayment?.on ?? null,
        nextPayment?.amount ?? null,
        debt,
        told.asOf,
        momentOf(context),
      ]);
    await context.transaction.query(hideLeasedContracts, [clientId, foreign.map(({ number }) => number), told.asOf]);
    const clause = enforce(cite('by-leasing/3.13.1'));
    context.emit({
      type: 'ByLeasingContractsImported',
      subject: { type: 'Client', id: clientId },
      clientId,
      plugin: PLUGIN,
      clause,
      payload: { clientId, contracts: own.length },
    });
    if (foreign.length === 0) return { clientId };
    tellSecurity(context, account, 'FOREIGN_CONTRACT', clause);
    return { clientId, findings: [{ ...formFinding('BY_LEASING_CONTRACT_OF_ANOTHER'), severity: 'WARNING', clauses: [clause] }] };
  },
});

/** Makes a statement of the lender's accounts a document that the client can read and fetch. */
export const bookStatement = defineCommand<{ readonly contractId: string; readonly statement: Reconciliation }, ImportResult>({
  name: 'byLeasingBookStatement',
  plugin: PLUGIN,
  emits: ['DocumentStatusChanged'],
  async run({ contractId, statement }, context) {
    const [contract] = await context.transaction.query(lockLeasedContract, [contractId]);
    if (contract?.number !== statement.number)
      throw new Refusal([formFinding('BY_LEASING_LEASED_CONTRACT_NOT_FOUND', ['input', 'contractId'])]);
    enforce(cite('by-leasing/3.13.1'));
    const { legalName, currency } = context.lender;
    const document = await formDocument(context, {
      plugin: PLUGIN,
      template: statementTemplate,
      values: { ...statement, lender: legalName, currency, madeOn: context.today.toString() },
      clientId: contract.clientId,
      editionId: rulesToday(context).edition?.id ?? null,
      form: 'ELECTRONIC_FORM',
      publish: true,
    });
    await context.transaction.query(setStatement, [contract.id, document.id]);
    return { contractId, documentId: document.id };
  },
});
