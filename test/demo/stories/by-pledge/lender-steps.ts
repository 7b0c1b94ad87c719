import { expect } from '../../narrator';
import type { Scene } from '../../scene';
import { by } from './clauses';

/** Per cent a day. */
export const DAILY_RATE = '0.15';

/** Without published Microloan Rules and somebody who may sign for the lender nothing is formed. */
export async function prepareLender(scene: Scene): Promise<void> {
  const today = (await scene.today()).toString();
  await scene.narrator.step(
    'The operator publishes the Microloan Rules by which the agreement’s terms are read',
    async () => {
      const input = { version: `demo-${Date.now()}`, effectiveFrom: today };
      await scene.operator.act('byPledgePublishRules', input);
      return input.version;
    },
    (version) => `version ${version}, in force since ${today}`,
    by('by-pledge/1.6'),
  );
  await scene.narrator.step(
    'records whose signature binds the lender, and by what',
    () =>
      scene.operator.act('byPledgeRecordSigningAuthority', {
        signer: 'sandbox-officer',
        name: 'Директор Пример',
        position: 'Директор',
        validFrom: today,
      }),
    () => 'the officer of this story, by the charter',
    by('by-pledge/0/pledgee'),
  );
  await scene.narrator.step(
    'and sets the rate of new loans',
    () => scene.operator.act('byPledgeSetRate', { effectiveFrom: today, dailyRate: DAILY_RATE }),
    () => `${DAILY_RATE} % a day`,
    by('by-pledge/1.1/p3/rate-on-date'),
  );
}

/** What the agreement fixes today; the story needs a base value of the day. */
export async function readTerms(scene: Scene, applicationId: string): Promise<void> {
  await scene.narrator.step(
    'The officer looks at what the agreement fixes today',
    async () => {
      const { application } = await scene.officer.ask(
        `query ($id: ID!) { application(id: $id) { byPledge { edition gracePeriodMonths
          baseValue { amount } selfSaleLimit { amount } violationFine { amount } clauses } } }`,
        { id: applicationId },
      );
      expect(application.byPledge?.baseValue, 'No base value of today is known: the table of base values ends before it.');
      return application.byPledge;
    },
    ({ edition, gracePeriodMonths, baseValue, selfSaleLimit, violationFine, clauses }) => [
      `${edition}: base value ${baseValue.amount}, fine ${violationFine.amount}, sale without a court up to ${selfSaleLimit.amount} BYN`,
      `grace period ${gracePeriodMonths} month; ${clauses.join(', ')}`,
    ],
  );
}
