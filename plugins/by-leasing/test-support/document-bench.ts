import { requestCode } from '../../../modules/access';
import { takeApplication } from '../../../modules/applications';
import type { ClientKind } from '../../../modules/clients';
import type { CommandResult } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { decideApplication } from '../../../modules/decisions';
import { verifiedCanonical } from '../../../modules/documents';
import { Decimal } from '../../../schema/base';
import { lockAccount, setIdentified } from '../accounts/account.record';
import { choosePath } from '../accounts/choose-path.command';
import type { Path } from '../accounts/vocabulary';
import { beltHash } from '../digital-signature';
import { createDocument } from '../documents/create.command';
import { type LeasingDocumentRecord, leasingDocumentById } from '../documents/document.record';
import { fieldSpecs } from '../documents/field-specs';
import { confirmSummary, fillDocument, formOwnDocument, reviewDocument } from '../documents/fill.commands';
import { openFilling } from '../documents/filled-fields';
import type { DocumentKind } from '../documents/kinds';
import { formLenderDocument } from '../documents/lender-document.command';
import { sendDocument } from '../documents/send.command';
import { createCodeWord } from '../factors/set-code-word.command';
import { IdentificationEntity, IdentificationRecordEntity } from '../identification/identification.entity';
import { identificationXml } from '../identification/identification-xml';
import { personIndex, sealGrant, sealPerson, sealXml } from '../identification/vault';
import { sha256 } from '../identification/xml';
import type { MsiPerson } from '../msi';
import { recordAuthority } from '../signing/authority.commands';
import { signAsLender } from '../signing/sign-as-lender.command';
import { beginAtMsi, completeAtMsi } from '../signing/sign-at-msi.commands';
import { type PresentedFactor, signByCode } from '../signing/sign-by-code.command';
import { signaturesOfDocument } from '../signing/signature.record';
import { type SandboxPerson, sandboxSign } from '../test-authority/sandbox-authority';
import { sandboxTrust } from '../trust/port';
import { CODE_WORD, LeasingBench } from './leasing-bench';

/** The lender's director, whose certificate the sandbox's authority gave. */
export const DIRECTOR: SandboxPerson = { name: 'Директор Пример', personalNumber: '3010185A001PB3', unp: '193498948' };
/** Who acts for clients that are legal entities. */
export const REPRESENTATIVE = '3110190A001PB2';

const values: Readonly<Record<string, string>> = {
  item: 'Автомобиль легковой',
  price: '30000.00',
  income: '2500.00',
  incomeSource: 'EMPLOYMENT',
  activity: 'Торговля',
  relation: 'RELATIVE',
  address: 'г. Гомель, ул. Примерная, д. 1',
  birthDate: '1985-01-30',
  seller: 'ООО «Продавец»',
  advance: '5000.00',
  buyoutPrice: '100.00',
  obligation: 'Обязательства по договору лизинга',
  limit: '30000.00',
  deliveryTerm: '2026-08-01',
  acceptedOn: '2026-07-01',
  condition: 'Новый',
  change: 'Перенос платежа',
  effectiveFrom: '2026-08-01',
  mainTerms: 'ab',
  policyVersion: '1',
};

export const PAYMENTS = [
  { dueOn: '2026-07-10', principal: '500.00', reward: '140.25' },
  { dueOn: '2026-08-10', principal: '500.00', reward: '130.00' },
];

interface Authorising {
  readonly officer?: string;
  readonly clientId?: string;
  readonly person: SandboxPerson;
  readonly scope?: DocumentKind[];
  readonly validTo?: string;
  readonly by?: string;
}

/** Documents as clients and officers bring them about, over real commands and PostgreSQL. */
export class DocumentBench {
  private constructor(readonly leasing: LeasingBench) {}

  static async open(leasing?: LeasingBench): Promise<DocumentBench> {
    const bench = new DocumentBench(leasing ?? (await LeasingBench.open()));
    await bench.authorise({ officer: 'officer-12', person: DIRECTOR });
    return bench;
  }

  close = () => this.leasing.close();
  readonly execute: LeasingBench['execute'] = (...call) => this.leasing.execute(...call);
  readonly done: LeasingBench['done'] = (...call) => this.leasing.done(...call);
  readonly sql: LeasingBench['sql'] = (...call) => this.leasing.sql(...call);

  client = (clientId: string) => this.leasing.client(clientId);
  trust = () => sandboxTrust().load(this.leasing.clock.now());

  async authorise(input: Authorising): Promise<string> {
    const { authorityId, findings } = await this.recordAuthority(input);
    if (!authorityId) throw new Error(JSON.stringify(findings));
    return authorityId;
  }

  /** Records an authority; `by` another officer than its holder, unless said. */
  recordAuthority(input: Authorising) {
    const { officer = null, clientId = null, person, scope = null, validTo = null, by = 'officer-11' } = input;
    const about = { name: person.name, personalNumber: person.personalNumber, position: 'Директор', basis: 'CHARTER' as const };
    const authority = { officer, clientId, ...about, basisNumber: null, scope, validFrom: '2026-01-01', validTo };
    return this.execute(recordAuthority, authority, this.leasing.officerNamed(by));
  }

  /** The payer's number that a client registered by. */
  unpOf = (clientId: string): string => this.leasing.formOf(clientId).unp!;

  /** The identification that a client passed at МСИ by its path, with a grant to sign where that is a certificate. */
  async identify(clientId: string, method: Path, person: Partial<MsiPerson> = {}): Promise<string> {
    return this.leasing.run(async (context) => {
      const id = uuidv7(context.now.epochMilliseconds);
      const at = new Date(context.now.epochMilliseconds);
      const account = await lockAccount(context, clientId);
      const unp = this.leasing.formOf(clientId).unp ?? null;
      const whole: MsiPerson = {
        personalNumber: REPRESENTATIVE,
        familyName: 'Примеров',
        givenName: 'Проба',
        patronymic: null,
        birthDate: '1985-01-30',
        citizenship: 'BY',
        document: { type: 'PASSPORT', number: 'HB0000000', issuedBy: 'РОВД', issuedOn: '2020-01-01', validTo: null },
        address: 'г. Гомель',
        changedOn: null,
        organisation: unp && method === 'CERTIFICATE' ? { unp, name: 'Пример', position: 'Директор' } : null,
        ...person,
      };
      const facts = {
        ...{ id, clientId, source: 'MSI' as const, method, subject: 'CLIENT' as const, msiRequestId: `msi-${id}` },
        ...{ respondedAt: at, identifiedAt: at },
      };
      const lenderId = context.lender.id;
      await context.transaction.insert(IdentificationEntity, {
        ...{ lenderId, id, clientId, source: 'MSI', method, status: 'IDENTIFIED', stateDigest: Buffer.from(id), openedBy: 'test' },
        ...{ openedAt: at, endedAt: at, secretsEnc: null, msiRequestId: facts.msiRequestId },
      });
      const xml = identificationXml(context, facts, whole);
      await context.transaction.insert(IdentificationRecordEntity, {
        lenderId,
        ...facts,
        personEnc: sealPerson(context, 'identification_record', id, whole),
        personIndex: personIndex(context, whole.personalNumber),
        grantEnc: method === 'CERTIFICATE' ? sealGrant(context, id, 'grant') : null,
        xmlEnc: sealXml(context, 'identification_record', id, xml),
        xmlSha256: sha256(xml),
      });
      await setIdentified(context, account, { by: method, through: 'MSI', identificationId: id });
      return id;
    });
  }

  /** A client that is ready to write and sign documents by its path. */
  async ready(kind: ClientKind = 'INDIVIDUAL', path: Path = kind === 'LEGAL_ENTITY' ? 'CERTIFICATE' : 'PERSONAL_DATA'): Promise<string> {
    const clientId = await this.leasing.registered(kind, kind === 'INDIVIDUAL' ? {} : { unp: this.leasing.freeUnp(kind) });
    await this.leasing.signIn(clientId);
    if (kind === 'SOLE_PROPRIETOR') await this.done(choosePath, { clientId, path }, this.client(clientId));
    await this.identify(clientId, path);
    if (path === 'PERSONAL_DATA') await this.done(createCodeWord, { clientId, codeWord: CODE_WORD }, this.client(clientId));
    else if (kind === 'LEGAL_ENTITY')
      await this.authorise({ clientId, person: { name: 'Примеров Проба', personalNumber: REPRESENTATIVE } });
    return clientId;
  }

  create(clientId: string, kind: DocumentKind, applicationId: string | null = null) {
    const request = kind === 'QUESTIONNAIRE' ? { amount: { amount: new Decimal('25000.00'), currency: 'BYN' }, termDays: 365 } : null;
    return this.execute(createDocument, { kind, applicationId, request: applicationId ? null : request }, this.client(clientId));
  }

  async document(id: string): Promise<LeasingDocumentRecord> {
    return this.leasing.run(async ({ transaction }) => (await transaction.query(leasingDocumentById.statement, [[id]]))[0]!);
  }

  signatures = (id: string) => this.leasing.run(({ transaction }) => transaction.query(signaturesOfDocument.statement, [[id]]));

  /** What is filled in by now. */
  async filling(id: string) {
    const document = await this.document(id);
    return this.leasing.run(async (context) => openFilling(context, id, document.fieldsEnc));
  }

  /** Fills what is missing, but for what is left out, and marks what was filled in for the client. */
  async fill(clientId: string, documentId: string, without: readonly string[] = []): Promise<void> {
    const [row] = await this.sql<{ kind: ClientKind }>('select kind from by_leasing.account where client_id = $1', [clientId]);
    const { kind } = await this.document(documentId);
    const { fields } = await this.filling(documentId);
    const given = new Set(fields.map(({ name }) => name));
    const missing = fieldSpecs(kind, row!.kind).filter(({ name, required }) => required && !given.has(name) && !without.includes(name));
    const confirmed = fields.filter(({ origin, name }) => origin === 'AUTO_FILLED' && !without.includes(name)).map(({ name }) => name);
    const typed = missing.map(({ name }) => ({ name, value: values[name] ?? 'Пример' }));
    await this.done(fillDocument, { documentId, fields: typed, confirmed }, this.client(clientId));
  }

  /** A document of the client that is formed, its summary confirmed. */
  async formed(clientId: string, kind: DocumentKind, applicationId: string | null = null): Promise<string> {
    const { documentId, findings } = await this.create(clientId, kind, applicationId);
    if (!documentId) throw new Error(JSON.stringify(findings));
    await this.fill(clientId, documentId);
    await this.done(formOwnDocument, { documentId }, this.client(clientId));
    await this.confirm(clientId, documentId);
    return documentId;
  }

  async confirm(clientId: string, documentId: string): Promise<void> {
    const { sha256: shown } = await this.document(documentId);
    await this.done(confirmSummary, { documentId, sha256: shown! }, this.client(clientId));
  }

  /** A code for signing a document, as it is sent. */
  async code(clientId: string, documentId: string): Promise<{ ceremonyId: string; code: string }> {
    this.leasing.clock.advance({ minutes: 2 });
    const operation = { type: 'ByLeasingDocument', id: documentId };
    const input = { purpose: 'SIGN_DOCUMENT' as const, channel: 'SMS' as const, phone: null, email: null, operation };
    const { ceremonyId } = await this.done(requestCode, input, this.client(clientId));
    return { ceremonyId: ceremonyId!, code: await this.leasing.lastSecret() };
  }

  /** Signs by code word and code; what is given goes before what is right. */
  async signByCode(
    clientId: string,
    documentId: string,
    given: { ceremonyId?: string | null; factors?: readonly PresentedFactor[]; sha256?: string } = {},
  ): Promise<CommandResult> {
    const asked = given.factors && given.ceremonyId !== undefined ? null : await this.code(clientId, documentId);
    const factors = [
      { factor: 'OTP', value: asked?.code ?? '' },
      { factor: 'CODE_WORD', value: CODE_WORD },
    ];
    const shown = given.sha256 ?? (await this.document(documentId)).sha256!;
    const input = { documentId, sha256: shown, ceremonyId: asked?.ceremonyId ?? null, factors, ...given };
    return this.execute(signByCode, { ...input, sha256: shown }, this.client(clientId));
  }

  /** The text of a formed document. */
  async text(documentId: string): Promise<string> {
    const { coreDocumentId, sha256: digest } = await this.document(documentId);
    return this.leasing.run(async (context) => (await verifiedCanonical(context, { id: coreDocumentId!, sha256: digest! }))!);
  }

  /** Signs at МСИ with the certificate of the person who was identified, or of another. */
  async signAtMsi(
    clientId: string,
    documentId: string,
    changes: { person?: Partial<SandboxPerson>; hash?: Uint8Array; text?: string } = {},
  ) {
    const { sha256: shown } = await this.document(documentId);
    const begun = await this.execute(beginAtMsi, { documentId, sha256: shown! }, this.client(clientId));
    if (begun.text === undefined) return begun as CommandResult;
    const text = Buffer.from(changes.text ?? begun.text, 'utf8');
    const person = { name: 'Примеров Проба', personalNumber: REPRESENTATIVE, unp: this.unpOf(clientId), ...changes.person };
    const cms = sandboxSign(text, person, this.leasing.clock.now());
    const input = { documentId, sha256: shown!, hash: changes.hash ?? beltHash(text), cms, trust: await this.trust() };
    return this.execute(completeAtMsi, input, this.client(clientId)) as Promise<CommandResult>;
  }

  /** Signs by the way that is the client's, and sends. */
  async send(clientId: string, documentId: string, sign: 'CODE' | 'MSI' = 'CODE'): Promise<void> {
    const { findings } = sign === 'CODE' ? await this.signByCode(clientId, documentId) : await this.signAtMsi(clientId, documentId);
    if (findings?.length) throw new Error(JSON.stringify(findings));
    await this.done(sendDocument, { documentId }, this.client(clientId));
  }

  /** A questionnaire, signed and sent: the application that it opened. */
  async applied(clientId: string, sign: 'CODE' | 'MSI' = 'CODE'): Promise<string> {
    const documentId = await this.formed(clientId, 'QUESTIONNAIRE');
    await this.send(clientId, documentId, sign);
    return (await this.document(documentId)).applicationId!;
  }

  /** An application that the lender approved. */
  async approved(clientId: string, sign: 'CODE' | 'MSI' = 'CODE'): Promise<string> {
    const applicationId = await this.applied(clientId, sign);
    await this.done(takeApplication, { applicationId });
    await this.done(decideApplication, { applicationId, kind: 'APPROVED', amount: null, termDays: null, grounds: [] });
    return applicationId;
  }

  /** Forms a document of the lender for whoever signs it, with every value that has to be given. */
  async formLender(
    kind: DocumentKind,
    subject: { applicationId?: string; contractId?: string; clientId?: string },
    without: readonly string[] = [],
  ) {
    const [signer] = await this.sql<{ kind: ClientKind }>(
      `select a.kind from by_leasing.account a where a.client_id = coalesce($1::uuid,
         (select client_id from core.contract where id = $2::uuid), (select client_id from core.application where id = $3::uuid))`,
      [subject.clientId ?? null, subject.contractId ?? null, subject.applicationId ?? null],
    );
    const known = ['fullName', 'organisationName', 'unp', 'phone', 'applicationNumber', 'contractNumber', ...without];
    const names = fieldSpecs(kind, signer?.kind ?? 'INDIVIDUAL').flatMap(({ name }) => (known.includes(name) ? [] : [name]));
    return this.execute(formLenderDocument, {
      kind,
      applicationId: subject.applicationId ?? null,
      contractId: subject.contractId ?? null,
      clientId: subject.clientId ?? null,
      fields: names.map((name) => ({ name, value: values[name] ?? 'Пример' })),
      payments: PAYMENTS,
    });
  }

  /** The officer's digital signature over a formed document. */
  async signAsLender(
    documentId: string,
    changes: { person?: SandboxPerson; cms?: Uint8Array; officer?: string } = {},
  ): Promise<CommandResult> {
    const sign = async () =>
      sandboxSign(Buffer.from(await this.text(documentId), 'utf8'), changes.person ?? DIRECTOR, this.leasing.clock.now());
    const cms = changes.cms ?? (await sign());
    const caller = this.leasing.officerNamed(changes.officer ?? 'officer-12');
    return this.execute(signAsLender, { documentId, cms, trust: await this.trust() }, caller);
  }

  /** A document of the lender that is shown to the client. */
  async offered(kind: DocumentKind, subject: { applicationId?: string; contractId?: string; clientId?: string }): Promise<string> {
    const { documentId, findings } = await this.formLender(kind, subject);
    if (!documentId) throw new Error(JSON.stringify(findings));
    const signed = await this.signAsLender(documentId);
    if (signed.findings?.length) throw new Error(JSON.stringify(signed.findings));
    return documentId;
  }

  async review(clientId: string, documentId: string): Promise<void> {
    await this.done(reviewDocument, { documentId }, this.client(clientId));
  }

  /** A leasing contract that both signed. */
  async concluded(
    clientId: string,
    sign: 'CODE' | 'MSI' = 'CODE',
  ): Promise<{ applicationId: string; documentId: string; contractId: string }> {
    const applicationId = await this.approved(clientId, sign);
    const documentId = await this.offered('LEASING_CONTRACT', { applicationId });
    await this.review(clientId, documentId);
    await this.confirm(clientId, documentId);
    await this.send(clientId, documentId, sign);
    const [contract] = await this.sql<{ id: string }>('select id from core.contract where application_id = $1', [applicationId]);
    return { applicationId, documentId, contractId: contract!.id };
  }
}
