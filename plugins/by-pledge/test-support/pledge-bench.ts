import { randomBytes } from 'node:crypto';
import { requestCode } from '../../../modules/access';
import { startApplication, submitApplication, takeApplication } from '../../../modules/applications';
import { clientEvents, createClient, setContactVerified } from '../../../modules/clients';
import { type CommandResult, defineCommand } from '../../../modules/commands';
import { ledgerEvents } from '../../../modules/contracts';
import { fieldAad } from '../../../modules/database';
import { decideApplication } from '../../../modules/decisions';
import { FileEntity } from '../../../modules/documents/files/file.entity';
import { orderTransfer, registerPayment, settleTransfer } from '../../../modules/payments';
import { Decimal } from '../../../schema/base';
import { createTestDatabase } from '../../../test/support/test-database';
import { formAgreement } from '../agreement/form-agreement.command';
import { countersignAgreement, signAgreement } from '../agreement/sign.commands';
import { publishRules, recordSigningAuthority } from '../authority/authority.commands';
import { type SecuredClaim, securedClaim } from '../claim/secured-claim';
import { declare } from '../declarations/declare.command';
import { requiredDeclarations } from '../declarations/required';
import { checkIdentity } from '../identity/check-identity.command';
import { SECURED_MICROLOAN } from '../ids';
import { addPhotos } from '../inventory/evidence.commands';
import { type InventoryRows, saveInventory } from '../inventory/save-inventory.command';
import { VEHICLE_PHOTO } from '../inventory/upload-purpose';
import { lockPledgeWithContract, type PledgeStatus } from '../pledge';
import type { ConsentSubject } from '../pledge/consent.entity';
import { giveConsent } from '../pledge/give-consent.command';
import { recordValuation } from '../valuation/record-valuation.command';
import { cipher, LenderBench } from './lender-bench';

export { clausesOf, codesOf } from './lender-bench';

/** An application of somebody with a car. */
export interface Applied {
  readonly clientId: string;
  readonly applicationId: string;
  readonly pledgeId: string;
}

export const car: InventoryRows = {
  propertyType: 'VEHICLE',
  propertyName: 'Volkswagen Polo 1.6',
  vin: '1M8GDM9AXKP042788',
  vinException: null,
  manufacturedIn: 2017,
  plate: '1234 AB-7',
  storageAddress: 'г. Минск, ул. Примерная, д. 10',
  pledgeValue: '12500.00',
  sumInsured: null,
};

const newBorrower = defineCommand<{ readonly number: number }, CommandResult & { readonly clientId: string }>({
  name: 'test:borrower',
  emits: clientEvents,
  async run({ number }, context) {
    const phone = `+37529${String(6_000_000 + number)}`;
    const email = `pledgor${number}@example.org`;
    const { id } = await createClient(context, {
      kind: 'INDIVIDUAL',
      phone,
      email,
      profile: {
        familyName: 'Примеров',
        givenName: 'Проба',
        birthDate: '1985-01-30',
        citizenship: 'BY',
        addresses: [{ kind: 'RESIDENCE', country: 'BY', text: 'г. Минск, ул. Примерная, д. 10' }],
      },
    });
    await setContactVerified(context, id, { phone });
    await setContactVerified(context, id, { email });
    return { clientId: id };
  },
});

/** Loans and pledges of the lender, as far as a test wants them to go. */
export class PledgeBench extends LenderBench {
  private readonly numbers = new Map<string, number>();
  private people = 0;
  private vehicles = 0;

  static async open(): Promise<PledgeBench> {
    const bench = new PledgeBench(await createTestDatabase());
    const { id, code, name, legalName, country, zone, currency } = bench.lender;
    await bench.sql(
      'insert into core.lender (lender_id, code, name, legal_name, country, zone, currency) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, code, name, legalName, country, zone, currency],
    );
    await bench.sql(
      "insert into core.plugin_state (lender_id, plugin_id, state, changed_by, changed_at) values ($1, 'by-pledge', 'ENABLED', 'test', '2020-01-01')",
      [id],
    );
    await bench.execute(publishRules, { version: '7', effectiveFrom: '2026-01-01' });
    await bench.execute(recordSigningAuthority, {
      signer: 'officer-1',
      name: 'Директор Пример',
      position: 'Директор',
      basis: 'CHARTER',
      basisNumber: null,
      validFrom: '2026-01-01',
      validTo: null,
    });
    return bench;
  }

  async borrower(): Promise<string> {
    const { clientId } = await this.execute(newBorrower, { number: ++this.people });
    this.numbers.set(clientId, this.people);
    return clientId;
  }

  /** A car of its own: no two are the same. */
  get anyCar(): InventoryRows {
    return { ...car, vin: `XTA210990Y1${String(++this.vehicles).padStart(6, '0')}` };
  }

  /** A draft application; nothing about the item is known yet. */
  async applied(amount = '3000.00', termDays = 30): Promise<Applied> {
    const clientId = await this.borrower();
    const started = await this.execute(
      startApplication,
      {
        clientId,
        product: SECURED_MICROLOAN,
        amount: { amount: new Decimal(amount), currency: 'BYN' },
        termDays,
        channel: 'PERSONAL_ACCOUNT',
        extensions: { byPledge: { payoutMethod: 'BANK_ACCOUNT', account: 'BY77AEBK30120240598500000000' } },
      },
      this.client(clientId),
    );
    if (!started.applicationId) throw new Error(`Not started: ${JSON.stringify(started.findings)}`);
    const [row] = await this.sql<{ id: string }>('select id from by_pledge.pledge where application_id = $1', [started.applicationId]);
    return { clientId, applicationId: started.applicationId, pledgeId: row!.id };
  }

  /** Stored photographs of a client's item. */
  async photos(clientId: string, count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => crypto.randomUUID());
    const insert = defineCommand<null, CommandResult>({
      name: 'test:photos',
      emits: [],
      async run(_, { transaction, lender, now }) {
        const at = new Date(now.epochMilliseconds);
        for (const id of ids)
          await transaction.insert(FileEntity, {
            lenderId: lender.id,
            id,
            clientId,
            purpose: VEHICLE_PHOTO,
            fileName: Buffer.from('x'),
            contentType: 'image/jpeg',
            size: 10,
            sha256: randomBytes(32),
            storageKey: `uploads/${id}.jpg`,
            state: 'STORED',
            requestedBy: `CLIENT:${clientId}`,
            requestedAt: at,
            storedAt: at,
          });
        return {};
      },
    });
    await this.execute(insert, null);
    return ids;
  }

  /** Every declaration, answered so that it can be signed. */
  declarations(value = '12500.00') {
    const given = requiredDeclarations.map(({ kind, accepted }) => ({
      kind,
      textVersion: '1',
      answer: accepted[0]!,
      amount: null,
      territory: kind === 'NO_DISPUTES' ? ['BY', 'ABROAD'] : null,
    }));
    return [...given, { kind: 'VALUE_AGREED' as const, textVersion: '1', answer: 'YES', amount: value, territory: null }];
  }

  /** An offered application with all that an agreement needs, but for what is left out. */
  async ready(
    parts: { rows?: Partial<InventoryRows>; without?: readonly string[]; amount?: string; termDays?: number } = {},
  ): Promise<Applied> {
    const { rows = {}, without = [] } = parts;
    const applied = await this.applied(parts.amount, parts.termDays);
    const { clientId, applicationId, pledgeId } = applied;
    const asClient = this.client(clientId);
    await this.done(saveInventory, { pledgeId, ...this.anyCar, ...rows }, asClient);
    await this.done(addPhotos, { pledgeId, fileIds: await this.photos(clientId, 8) }, asClient);
    await this.done(submitApplication, { applicationId }, asClient);
    await this.done(takeApplication, { applicationId });
    if (!without.includes('VALUATION')) await this.done(recordValuation, { pledgeId, value: '12500.00', analytics: null });
    const identity = {
      documentType: 'BY_PASSPORT' as const,
      documentNumber: 'MP1234567',
      personalNumber: '3010185A001PB3',
      citizenship: 'BY',
    };
    if (!without.includes('IDENTITY')) await this.done(checkIdentity, { pledgeId, ...identity });
    const declarations = this.declarations().filter(({ kind }) => !without.includes(kind));
    await this.done(declare, { pledgeId, declarations }, asClient);
    await this.done(decideApplication, { applicationId, kind: 'APPROVED', amount: null, termDays: null, grounds: [] });
    return applied;
  }

  /** The pledgor's code for the formed agreement. */
  async code({ clientId, pledgeId }: Applied): Promise<{ ceremonyId: string; code: string }> {
    this.clock.advance({ minutes: 2 });
    const operation = { type: 'ByPledgePledge', id: pledgeId };
    const input = { purpose: 'SIGN_DOCUMENT' as const, channel: 'SMS' as const, phone: null, email: null, operation };
    const { ceremonyId, findings } = await this.execute(requestCode, input, this.client(clientId));
    if (!ceremonyId) throw new Error(`No code: ${JSON.stringify(findings)}`);
    const [sent] = await this.sql<{ id: string; secret_enc: Buffer }>(
      'select id, secret_enc from core.notification where client_id = $1 and secret_enc is not null order by queued_at desc, id desc limit 1',
      [clientId],
    );
    const aad = fieldAad({ lenderId: this.lender.id, table: 'core.notification', id: sent!.id, column: 'secret' });
    return { ceremonyId, code: cipher.decrypt(sent!.secret_enc, aad).toString('utf8') };
  }

  /** The id of a written consent that was given. */
  async consent(pledgeId: string, subject: ConsentSubject, scope: string, by = this.officer): Promise<string> {
    return (await this.done(giveConsent, { pledgeId, subject, scope }, by)).consentId!;
  }

  async agreementSha(pledgeId: string): Promise<string> {
    const [row] = await this.sql<{ sha: string }>(
      "select encode(d.sha256, 'hex') as sha from by_pledge.pledge p join core.document d on d.id = p.agreement_document_id where p.id = $1",
      [pledgeId],
    );
    return row!.sha;
  }

  /** Formed, signed by the pledgor, and by the lender unless said. */
  async signed(applied: Applied, byLender = true): Promise<void> {
    const { pledgeId, clientId } = applied;
    await this.done(formAgreement, { pledgeId, names: null });
    await this.done(signAgreement, { pledgeId, ...(await this.code(applied)) }, this.client(clientId));
    if (byLender) await this.done(countersignAgreement, { pledgeId, documentSha256: await this.agreementSha(pledgeId) });
  }

  /** The money of an agreement that both signed is provided now; answers the contract's id. */
  async provided({ applicationId }: Applied): Promise<string> {
    const [contract] = await this.sql<{ id: string }>('select id from core.contract where application_id = $1', [applicationId]);
    const { transferId, findings } = await this.execute(orderTransfer, { contractId: contract!.id });
    if (!transferId) throw new Error(`No transfer: ${JSON.stringify(findings)}`);
    const at = new Date(this.clock.now().epochMilliseconds);
    await this.done(settleTransfer, {
      transferId,
      outcome: { state: 'SETTLED', partner: 'sandbox', partnerOperationId: `op-${transferId}`, at },
    });
    return contract!.id;
  }

  /** A pledge in force whose loan is provided. */
  async running(parts: Parameters<PledgeBench['ready']>[0] = {}): Promise<Applied & { readonly contractId: string }> {
    const applied = await this.ready(parts);
    await this.signed(applied);
    return { ...applied, contractId: await this.provided(applied) };
  }

  /** Books money that came in today. */
  pay(contractId: string, amount: string) {
    const sum = { amount: new Decimal(amount), currency: 'BYN' };
    return this.done(registerPayment, { contractId, amount: sum, paidOn: null, paidAt: null, externalId: crypto.randomUUID() });
  }

  /** The address in a borrower's questionnaire. */
  emailOf(clientId: string): string {
    return `pledgor${this.numbers.get(clientId)}@example.org`;
  }

  /** The secured claim of now. */
  async claim(pledgeId: string): Promise<SecuredClaim> {
    const read = defineCommand<null, CommandResult & { readonly claim: SecuredClaim }>({
      name: 'test:claim',
      emits: ledgerEvents,
      run: async (_, context) => ({ claim: await securedClaim(context, (await lockPledgeWithContract(context, pledgeId)).contract) }),
    });
    return (await this.execute(read, null)).claim;
  }

  async pledge(id: string): Promise<Record<string, unknown> & { status: PledgeStatus; pledge_value: string | null }> {
    const [row] = await this.sql<Record<string, unknown> & { status: PledgeStatus; pledge_value: string | null }>(
      `select *, ended_on::text as ended_on, loan_on::text as loan_on from by_pledge.pledge where id = $1`,
      [id],
    );
    return row!;
  }
}
