import { solvent } from '../../../plugins/ru-mfo/test-support/person';
import type { Scene } from '../scene';

const MONTHLY_INCOME = '100000.00';

/** What an officer finds out before a decision; each lender's rules ask for their own. */
export interface Review {
  readonly sources?: readonly string[];
  readonly identificationMethods: readonly string[];
  /** The data were compared with registers. */
  readonly checkData?: boolean;
  /** Solvency is counted from income, position and conditions around. */
  readonly solvency?: boolean;
  /** A register of men who are due to serve was asked. */
  readonly military?: boolean;
}

/** Takes an application into review, asks registers and bureaus, and records the assessment. */
export async function review(scene: Scene, applicationId: string, what: Review, clauses: readonly string[] = []): Promise<void> {
  const { narrator, officer } = scene;
  await narrator.step('The officer takes it into review and asks the credit bureaus: self-bans, debts, expensive loans', async () => {
    await officer.act('takeApplication', { applicationId });
    if (what.checkData) await officer.act('ruMfoCheckData', { applicationId, falseData: [] });
    await officer.act('ruMfoAskBureaus', { applicationId, monthlyIncome: MONTHLY_INCOME });
  });
  if (what.military)
    await narrator.step('and the register of those who are called to serve', async () =>
      officer.act('ruMfoRecordRegisterReply', {
        applicationId,
        register: 'MILITARY',
        adverse: false,
        source: 'Единый реестр воинского учёта',
        repliedAt: await scene.now(),
      }),
    );
  await narrator.step(
    'and records the assessment of solvency',
    () =>
      officer.act('ruMfoAssess', {
        applicationId,
        sources: what.sources ?? ['CLIENT_DATA', 'CREDIT_BUREAU'],
        // Beside the lender's own way, the one that law asks of remote lenders from 2027-03-01.
        identificationMethods: [...what.identificationMethods, 'BIOMETRIC'],
        creditHistoryMeetsPolicy: true,
        dataReliable: true,
        ...(what.solvency ? { solvency: { ...solvent, monthlyIncome: MONTHLY_INCOME } } : {}),
      }),
    undefined,
    clauses,
  );
}

/** Somebody told that the account or card is the borrower's own. */
export async function checkPayee(scene: Scene, applicationId: string, holderName: string): Promise<void> {
  await scene.narrator.step('The officer records that the money goes to the borrower’s own card or account, as its bank says', () =>
    scene.officer.act('ruMfoCheckPayee', { applicationId, holderName, source: 'BANK' }),
  );
}
