import { ClientError, GraphQLClient } from 'graphql-request';
import type { Values } from '../support/test-gateway';
import { expect } from './narrator';

export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly severity: 'BLOCKING' | 'WARNING' | 'INFO';
  readonly edition: string | null;
  readonly clauses: readonly { readonly id: string }[];
}

/** A sum as the graph takes it. */
export const sumOf = (amount: string, currency: string) => ({ amount, currency });

/** Roubles of Russia, and of Belarus. */
export const roubles = (amount: string) => sumOf(amount, 'RUB');
export const byn = (amount: string) => sumOf(amount, 'BYN');

export const FINDINGS = 'findings { code message severity edition clauses { id } }';

/** Inputs whose names do not follow from the mutation's. */
const INPUTS: Readonly<Record<string, string>> = {
  submitApplication: 'ApplicationStepInput',
  takeApplication: 'ApplicationStepInput',
  withdrawApplication: 'ApplicationStepInput',
  ruMfoGivePassportData: 'RuMfoPassportDataInput',
  ruMfoGiveAdditionalInfo: 'RuMfoAdditionalInfoInput',
  ruMfoChooseMoneyReceipt: 'RuMfoMoneyReceiptInput',
  byLeasingFormDocument: 'ByLeasingDocumentInput',
  byLeasingReviewDocument: 'ByLeasingDocumentInput',
  byLeasingSendDocument: 'ByLeasingDocumentInput',
  byLeasingConfirmSummary: 'ByLeasingShownDocumentInput',
  byLeasingSignDigitally: 'ByLeasingShownDocumentInput',
  byLeasingRecordSigningAuthority: 'ByLeasingSigningAuthorityInput',
};

const inputOf = (mutation: string) => INPUTS[mutation] ?? `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;

/** Somebody who asks the graph of one lender: with a token, or without one before sign-in. */
export class Party {
  private readonly client: GraphQLClient;

  constructor(
    private readonly url: string,
    lender: string,
    readonly token?: string,
  ) {
    const headers = { 'lexgraph-lender': lender, 'accept-language': 'en', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    this.client = new GraphQLClient(`${this.url}/graphql`, { headers });
  }

  /** Asks, and fails where the graph answers with errors. */
  async ask<Data = Values>(document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    try {
      return await this.client.request<Data>(document, variables);
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      const errors = error.response.errors ?? [];
      throw new Error(errors.map(({ message, extensions }) => `${extensions.code} — ${message}`).join('; ') || error.message);
    }
  }

  /** Does a mutation that nothing must be found against; answers its payload. */
  async act(mutation: string, input: Readonly<Record<string, unknown>>, selection = ''): Promise<Values> {
    const payload = await this.send(mutation, input, selection);
    expect(payload.findings.length === 0, `${mutation} answers findings: ${told(payload.findings).join('; ')}`);
    return payload;
  }

  /** Does a mutation that must be refused with this code; answers what was found. */
  async refused(mutation: string, input: Readonly<Record<string, unknown>>, code: string): Promise<readonly Finding[]> {
    const { findings } = (await this.send(mutation, input, '')) as { findings: readonly Finding[] };
    const found = findings.filter((finding) => finding.code === code);
    expect(found.length > 0, `${mutation} was to be refused with ${code}, but answers ${told(findings).join('; ') || 'no finding'}.`);
    return found;
  }

  private async send(mutation: string, input: Readonly<Record<string, unknown>>, selection: string): Promise<Values> {
    const document = `mutation ($input: ${inputOf(mutation)}!) { payload: ${mutation}(input: $input) { ${selection} ${FINDINGS} } }`;
    const { payload } = await this.ask<{ payload: Values }>(document, { input });
    return payload;
  }
}

/** Findings as lines: code, sentence, clauses, edition. */
export const told = (findings: readonly Finding[]): string[] =>
  findings.map(
    ({ code, message, clauses, edition }) =>
      `${code} — ${message} [${[clauses.map(({ id }) => id).join(', '), edition].filter(Boolean).join('; ')}]`,
  );
