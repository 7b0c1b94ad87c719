import { Temporal } from 'temporal-polyfill';
import { type SandboxPerson, sandboxSign } from '../../../../plugins/by-leasing/test-authority/sandbox-authority';
import { told } from '../../graph';
import { expect } from '../../narrator';
import type { Scene } from '../../scene';
import type { CabinetClient } from './cabinet-client';
import { by } from './clauses';
import { director, nameOf } from './people';

const SHOWN = 'document { id kind state fingerprint { value } }';

/** The lender's director may sign for it, as another officer records; kept with what it rests on. */
export async function authoriseDirector(scene: Scene): Promise<void> {
  await scene.narrator.step(
    'An officer cannot record that its own digital signature binds the lender; another one records it',
    async () => {
      const { viewer } = await scene.officer.ask<{ viewer: { subject: string } }>('{ viewer { subject } }');
      const authority = { officer: viewer.subject, ...director, basis: 'CHARTER', validFrom: '2020-01-01' };
      const found = await scene.officer.refused('byLeasingRecordSigningAuthority', authority, 'BY_LEASING_AUTHORITY_OWN');
      await scene.colleague.act('byLeasingRecordSigningAuthority', authority, 'id');
      return found;
    },
    told,
    by('by-leasing/3.11/p1/authorised-officer'),
  );
}

/** Who acts for a client with its certificate. */
export async function authoriseRepresentative(client: CabinetClient): Promise<void> {
  const { scene, person, clientId } = client;
  await scene.narrator.step(
    'and who may sign for the client',
    () => {
      const about = { name: nameOf(person), personalNumber: person.personalNumber, position: 'Директор' };
      return scene.officer.act('byLeasingRecordSigningAuthority', { clientId, ...about, basis: 'CHARTER', validFrom: '2020-01-01' }, 'id');
    },
    undefined,
    by('by-leasing/3.14.2'),
  );
}

/** Taken up and approved. */
export async function approve(scene: Scene, applicationId: string): Promise<void> {
  await scene.narrator.step(
    'An officer takes the application up, and approves it',
    async () => {
      await scene.officer.act('takeApplication', { applicationId });
      const selection = 'decision { kind receiptHash } application { status }';
      const { decision, application } = await scene.officer.act('decideApplication', { applicationId, kind: 'APPROVED' }, selection);
      expect(application.status === 'OFFERED', `The application is ${application.status}.`);
      return decision as { kind: string; receiptHash: string };
    },
    ({ kind, receiptHash }) => `${kind}, receipt ${receiptHash.slice(0, 16)}…`,
    by('by-leasing/11.4'),
  );
}

const DEAL = {
  item: 'Автомобиль легковой',
  price: '30000.00',
  seller: 'ООО «Продавец»',
  advance: '5000.00',
  buyoutPrice: '100.00',
  obligation: 'Обязательства по договору лизинга',
  limit: '30000.00',
} as const;

const OWN: Readonly<Record<string, readonly (keyof typeof DEAL)[]>> = {
  LEASING_MAIN_TERMS: ['item', 'price', 'seller', 'advance', 'buyoutPrice'],
  LEASING_CONTRACT: ['item', 'price', 'seller', 'advance', 'buyoutPrice'],
  PURCHASE_CONTRACT: ['item', 'price', 'seller'],
  SURETY_CONTRACT: ['obligation', 'limit'],
};

export interface ToForm {
  readonly kind: string;
  readonly applicationId: string;
  /** Whoever signs it; the applicant unless said. */
  readonly signer?: CabinetClient;
}

/** The lender forms a document in its own system. */
export async function form(scene: Scene, { kind, applicationId, signer }: ToForm): Promise<string> {
  const today = await scene.today();
  const delivery = kind === 'PURCHASE_CONTRACT' ? [{ name: 'deliveryTerm', value: today.add({ days: 30 }).toString() }] : [];
  const sum = (amount: string) => ({ amount, currency: 'BYN' });
  const payments = [1, 2, 3].map((months) => ({
    dueOn: today.add({ months }).toString(),
    principal: sum('8333.33'),
    reward: sum('140.25'),
  }));
  const fields = [...OWN[kind]!.map((name) => ({ name, value: DEAL[name] })), ...delivery];
  const about = { applicationId, ...(signer ? { clientId: signer.clientId } : {}) };
  const { document } = await scene.officer.act('byLeasingFormLenderDocument', { kind, ...about, fields, payments }, SHOWN);
  return document.id;
}

/** The officer downloads the text and signs it with a tool of its own: a detached CMS. */
async function signedOutside(scene: Scene, documentId: string, person: SandboxPerson): Promise<string> {
  const { node } = await scene.officer.ask<{ node: { signingText: string } }>(
    'query ($id: ID!) { node(id: $id) { ... on ByLeasingDocument { signingText } } }',
    { id: documentId },
  );
  const at = Temporal.Instant.from(await scene.now());
  return Buffer.from(sandboxSign(Buffer.from(node.signingText, 'utf8'), person, at)).toString('base64');
}

/** A certificate that ended is refused, and the client sees nothing of the document. */
export async function refuseExpired(scene: Scene, documentId: string, reader: CabinetClient): Promise<void> {
  await scene.narrator.step(
    'A certificate that ended long ago is refused; the client still sees nothing of the document',
    async () => {
      const signature = await signedOutside(scene, documentId, { ...director, expired: true });
      const found = await scene.officer.refused('byLeasingSignAsLender', { documentId, signature }, 'BY_LEASING_EDS_SIGNATURE_INVALID');
      const { node } = await reader.party.ask<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id: documentId });
      expect(node === null, 'The document is not shown before the lender has signed it.');
      return found;
    },
    told,
    by('by-leasing/3.11/p1/lender-signs-first', 'by-leasing/1/eds-authenticity'),
  );
}

/** The lender signs first; then the document is in the client's cabinet. */
export async function offer(scene: Scene, toForm: ToForm, what: string, before?: (documentId: string) => Promise<void>): Promise<string> {
  const documentId = await form(scene, toForm);
  await before?.(documentId);
  await scene.narrator.step(
    `The lender’s director signs ${what} with ЭЦП, outside, and it is placed in the cabinet`,
    async () => {
      const signature = await signedOutside(scene, documentId, director);
      const { document } = await scene.officer.act('byLeasingSignAsLender', { documentId, signature }, SHOWN);
      expect(document.state === 'OFFERED', `${what} is offered, not ${document.state}.`);
      return document as { fingerprint: { value: string } };
    },
    ({ fingerprint }) => `SHA-256 ${fingerprint.value.slice(0, 16)}…`,
    by('by-leasing/3.11/p1/lender-signs-first', 'by-leasing/3.11/p2'),
  );
  return documentId;
}

/** Somebody takes part in another's deal. */
export async function invite(client: CabinetClient, applicationId: string, role: 'GUARANTOR' | 'SELLER'): Promise<void> {
  const { scene, clientId, person } = client;
  await scene.narrator.step(
    `The lender invites ${person.role.toLowerCase()} into the deal`,
    () => scene.officer.act('byLeasingInviteParticipant', { applicationId, clientId, role }, 'participant { role }'),
    undefined,
    role === 'GUARANTOR' ? by('by-leasing/3.13.4') : by('by-leasing/3.13.5'),
  );
}
