import { expect } from '../../narrator';
import { type CabinetClient, CODE_WORD } from './cabinet-client';
import { by } from './clauses';

interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly value: string | null;
  readonly origin: string | null;
}

/** What the story's people type where nothing is filled in for them. */
const TYPED: Readonly<Record<string, string>> = {
  item: 'Автомобиль легковой',
  price: '30000.00',
  income: '2500.00',
  incomeSource: 'EMPLOYMENT',
  activity: 'Торговля',
  relation: 'RELATIVE',
  address: 'г. Гомель, ул. Примерная, д. 1',
  birthDate: '1990-01-11',
};

const SHOWN = 'document { id kind state fingerprint { value } }';

export interface Written {
  readonly kind: string;
  readonly applicationId: string | null;
}

/** A client writes a document, confirms its values, signs it by its own way and sends it. Answers the document's id. */
export async function hand(client: CabinetClient, { kind, applicationId }: Written, clauses: readonly string[] = []): Promise<string> {
  return client.scene.narrator.step(
    `${client.person.role} writes, signs and sends ${kind}`,
    async () => {
      const documentId = await write(client, kind, applicationId);
      await confirmAndSign(client, documentId);
      return documentId;
    },
    () => (client.way === 'CERTIFICATE' ? 'ЭЦП made at МСИ' : 'a code for this very text, and the code word'),
    clauses,
  );
}

async function write(client: CabinetClient, kind: string, applicationId: string | null): Promise<string> {
  const request = applicationId ? {} : { request: { amount: { amount: '25000.00', currency: 'BYN' }, termDays: 365 } };
  const { document } = await client.party.act('byLeasingCreateDocument', { kind, applicationId, ...request }, SHOWN);
  const { node } = await client.party.ask<{ node: { fields: readonly Field[] } }>(
    'query ($id: ID!) { node(id: $id) { ... on ByLeasingDocument { fields { name required value origin } } } }',
    { id: document.id },
  );
  const missing = node.fields.filter(({ required, value }) => required && value === null);
  await client.party.act(
    'byLeasingFillDocument',
    {
      documentId: document.id,
      fields: missing.map(({ name }) => ({ name, value: TYPED[name] ?? 'Пример' })),
      confirmed: node.fields.filter(({ origin }) => origin === 'AUTO_FILLED').map(({ name }) => name),
    },
    SHOWN,
  );
  await client.party.act('byLeasingFormDocument', { documentId: document.id }, SHOWN);
  return document.id;
}

/** Confirms what is shown, signs it, and hands it over. */
export async function confirmAndSign(client: CabinetClient, documentId: string): Promise<void> {
  const { party } = client;
  const { node } = await party.ask<{ node: { fingerprint: { value: string } } }>(
    'query ($id: ID!) { node(id: $id) { ... on ByLeasingDocument { fingerprint { value } } } }',
    { id: documentId },
  );
  const shown = { documentId, sha256: node.fingerprint.value };
  await party.act('byLeasingConfirmSummary', shown, SHOWN);
  if (client.way === 'CERTIFICATE') await party.act('byLeasingSignDigitally', shown, SHOWN);
  else {
    const { ceremonyId, code } = await client.code('SIGN_DOCUMENT', documentId);
    const factors = [
      { factor: 'OTP', value: code },
      { factor: 'CODE_WORD', value: CODE_WORD },
    ];
    await party.act('byLeasingSignDocument', { ...shown, ceremonyId, factors }, SHOWN);
  }
  const { document } = await party.act('byLeasingSendDocument', { documentId }, SHOWN);
  expect(['SENT', 'RETURNED'].includes(document.state), `The document was handed over, but is ${document.state}.`);
}

/** The client opens a document of the lender, confirms and signs it. */
export async function answer(client: CabinetClient, documentId: string, what: string, clauses: readonly string[]): Promise<void> {
  await client.scene.narrator.step(
    `${client.person.role} opens ${what}, and signs it`,
    async () => {
      await client.party.act('byLeasingReviewDocument', { documentId }, SHOWN);
      await confirmAndSign(client, documentId);
    },
    undefined,
    clauses,
  );
}

/** The application that a questionnaire opened. */
export async function applicationOf(client: CabinetClient, kind = 'QUESTIONNAIRE'): Promise<string> {
  const { applications } = await client.party.ask<{ applications: { edges: { node: { id: string; status: string } }[] } }>(
    '{ applications(first: 1) { edges { node { id status } } } }',
  );
  const node = applications.edges[0]?.node;
  expect(node?.status === 'SUBMITTED', `The ${kind} opened an application that was sent.`);
  return node.id;
}

export const flow = by('by-leasing/3.9/p1', 'by-leasing/3.9/p2/auto-fill', 'by-leasing/3.10/p1', 'by-leasing/9.2.5', 'by-leasing/6.3');
