import { expect } from '../narrator';
import type { Scene } from '../scene';
import type { Borrower } from './borrower';

export interface TermsDocument {
  readonly id: string;
  readonly title: string;
  readonly sha256: string;
  readonly download: { readonly url: string };
}

interface Terms {
  readonly principal: { readonly amount: string; readonly currency: string };
  readonly dueOn: string;
  readonly dailyRate: string;
  readonly fullCostOfCredit: { readonly percent: string; readonly amount: { readonly amount: string } };
  readonly schedule: readonly { readonly no: number; readonly dueOn: string; readonly total: { readonly amount: string } }[];
}

const DOCUMENT = '{ id title sha256 download { url } }';

/** Fetches a file by its short-lived link. */
export async function download(url: string): Promise<Buffer> {
  const response = await fetch(url);
  expect(response.ok, `The link answers ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
}

/** The borrower reads the offered terms and downloads their document. */
export async function readTerms(
  scene: Scene,
  borrower: Borrower,
  applicationId: string,
  clauses: readonly string[] = [],
): Promise<{ readonly plain: TermsDocument; readonly insured: TermsDocument | null }> {
  const { ruMfo } = await scene.narrator.step(
    'The borrower reads the individual terms',
    async () => {
      const { application } = await borrower.party.ask<{
        application: {
          decisions: { terms: Terms }[];
          ruMfo: { individualTerms: TermsDocument; individualTermsWithInsurance: TermsDocument | null };
        };
      }>(
        `query ($id: ID!) { application(id: $id) {
          decisions { terms { principal { amount currency } dueOn dailyRate fullCostOfCredit { percent amount { amount } } schedule { no dueOn total { amount } } } }
          ruMfo { individualTerms ${DOCUMENT} individualTermsWithInsurance ${DOCUMENT} } } }`,
        { id: applicationId },
      );
      return application;
    },
    ({ decisions, ruMfo: { individualTerms } }) => {
      const { principal, dueOn, dailyRate, fullCostOfCredit, schedule } = decisions[0]!.terms;
      return [
        `${principal.amount} ${principal.currency} until ${dueOn}, ${dailyRate} % a day`,
        `full cost of credit ${fullCostOfCredit.percent} % a year, ${fullCostOfCredit.amount.amount} in money`,
        ...schedule.map(({ no, dueOn: day, total }) => `payment ${no}: ${total.amount} on ${day}`),
        `${individualTerms.title}, SHA-256 ${individualTerms.sha256.slice(0, 16)}…`,
      ];
    },
    clauses,
  );
  await scene.narrator.step(
    'and downloads them as a PDF by a short-lived link',
    async () => {
      const bytes = await download(ruMfo.individualTerms.download.url);
      expect(bytes.subarray(0, 5).toString() === '%PDF-', 'The link answers a PDF.');
      return bytes.length;
    },
    (size) => `${(size / 1024).toFixed(0)} kB`,
  );
  return { plain: ruMfo.individualTerms, insured: ruMfo.individualTermsWithInsurance };
}

/** The borrower presses one of the two buttons. @returns the contract's id */
export async function accept(
  scene: Scene,
  borrower: Borrower,
  applicationId: string,
  document: TermsDocument,
  choice: 'WITH_INSURANCE' | 'WITHOUT_INSURANCE',
  clauses: readonly string[] = [],
): Promise<string> {
  const how = choice === 'WITH_INSURANCE' ? 'with' : 'without';
  const { id } = await scene.narrator.step(
    `The borrower accepts ${how} insurance; the press of the button is the signature’s moment`,
    async () => {
      const input = { applicationId, documentSha256: document.sha256, choice, idempotencyKey: `accept-${applicationId}`.slice(0, 100) };
      const { contract, application } = await borrower.party.act(
        'ruMfoAcceptIndividualTerms',
        input,
        'contract { id number status } application { ruMfo { signatureIdentifier } }',
      );
      return { ...contract, identifier: application.ruMfo.signatureIdentifier } as Record<
        'id' | 'number' | 'status' | 'identifier',
        string
      >;
    },
    ({ number, status, identifier }) => [`contract ${number}: ${status}`, `signature identifier ${identifier}`],
    clauses,
  );
  return id;
}
