import { Temporal } from 'temporal-polyfill';
import { byn } from '../../graph';
import { expect, type Narrator } from '../../narrator';
import type { Sandbox } from '../../sandbox';
import { Scene } from '../../scene';
import { repay } from '../../steps/contract';
import { by } from './clauses';
import { askToPresent, changeLine, dueDay, dutyScreen, fineTaxi, payInstalment, pledgeScreen, present, revalue } from './course-steps';
import { apply, type Deal, declare, formAgreement, saveInventory } from './formation-steps';
import { demandInsurance, insure, refuseUninsured } from './insurance-steps';
import { prepareLender, readTerms } from './lender-steps';
import { freshVin, type Pledgor, pledgeOf, register } from './pledgor';
import { ends, offerForSale, refuseEarlyForeclosure, sell, sendClaim } from './sale-steps';
import { countersign, provideMoney, refuseSecondPledge, signAsPledgor } from './signing-steps';
import { printTimeline } from './timeline';

const LENDER = 'zubr-leasing';

/** Two microloans secured by cars, over months: one is repaid and its car released, the other is not and its car is sold. */
export async function byPledgeStory(sandbox: Sandbox, narrator: Narrator): Promise<void> {
  const scene = await Scene.open(sandbox, narrator, LENDER);
  await scene.daylight();

  narrator.chapter('The lender gets ready');
  await prepareLender(scene);
  const [pledges, duties] = [pledgeScreen(scene), dutyScreen(scene)];
  await narrator.step('The lender’s screen listens to byPledgeStatusChanged and byPledgeDutyStatusChanged', async () => {
    await pledges.connect();
    await duties.connect();
  });

  narrator.chapter('The first loan: from the questionnaire to the money');
  const vin = freshVin();
  const car = { name: 'Volkswagen Polo 1.6', vin, year: 2017, plate: '1234 AB-7', value: '12500.00' };
  const kept = await concluded(scene, 'Проба', { amount: '3000.00', termDays: 92, car, sumInsured: '12500.00' });
  await refuseUninsured(scene, kept);
  await insure(scene, kept, '12500.00');
  const keptLoan = await provideMoney(scene, kept);

  narrator.chapter('The second loan: the same car is refused, another one is taken');
  const cheap: Deal = {
    amount: '2000.00',
    termDays: 30,
    car: { name: 'Renault Logan', vin, year: 2009, plate: '4321 BA-7', value: '4200.00' },
  };
  const second = await register(scene, 'Второй');
  const sold = await apply(scene, second, cheap);
  await declare(scene, sold, cheap.car.value);
  await refuseSecondPledge(scene, sold);
  await saveInventory(scene, sold, { ...cheap, car: { ...cheap.car, vin: freshVin() } });
  await sign(scene, sold);
  const soldLoan = await provideMoney(scene, sold);
  await narrator.step(
    'The lender’s screen has followed both pledges into force',
    async () => {
      await pledges.until((handled) => handled.filter(({ to }) => to === 'ACTIVE').length === 2, 'two pledges in force');
      return pledges.handled;
    },
    changeLine,
  );

  narrator.chapter('Duties and a violation');
  await scene.pass('P2D', 'Two days pass');
  await fineTaxi(scene, sold);
  await askToPresent(scene, kept);
  await scene.pass('P3D', 'Three more days pass');
  await present(scene, kept);
  await narrator.step(
    'The screen comes back with its cursor and a new token, and has missed nothing of the duty',
    async () => {
      duties.cut();
      // No duty was told of before the token ran out: the cursor of another stream is good here too.
      await duties.connect(scene.officerToken, duties.cursor ?? pledges.cursor);
      await duties.until((handled) => handled.some(({ to }) => to === 'MET'), 'the duty that was met');
      return duties.handled;
    },
    changeLine,
  );

  narrator.chapter('The second loan falls due, and nothing is paid');
  const missedOn = await dueDay(scene, soldLoan, 1);
  await scene.passTo(missedOn, 'The day of the payment comes');
  await scene.pass('P1D', 'and goes');
  await refuseEarlyForeclosure(scene, sold);

  narrator.chapter('The first loan runs: a payment, a valuation, an addendum');
  await kept.borrower.comeBack();
  await scene.passTo(await dueDay(scene, keptLoan, 1), 'The day of the first payment comes');
  await kept.borrower.comeBack();
  await payInstalment(scene, kept, keptLoan, 1);
  await revalue(scene, kept, '10800.00');

  narrator.chapter('A claim, and a sale by the lender itself');
  await sendClaim(scene, sold);
  await scene.passTo(Temporal.PlainDate.from(missedOn).add({ months: 1 }), 'The last day of the grace period comes');
  await refuseEarlyForeclosure(scene, sold);
  await scene.pass('P1D', 'and goes');
  const foreclosureId = await offerForSale(scene, sold, cheap.car.value);
  await scene.pass('P7D', 'A week passes');
  await sell(scene, sold, foreclosureId, cheap.car.value);
  await printTimeline(scene, sold.pledgeId);

  narrator.chapter('The first loan is repaid before its time, and the car is free');
  await kept.borrower.comeBack();
  await askWhatIf(scene, kept);
  await repay(scene, kept.borrower, keptLoan, by('by-pledge/1.1/p5/deviation'), 'CLOSED', 'BYN');
  await ends(scene, kept);
  await printTimeline(scene, kept.pledgeId);
  await narrator.step(
    'and the screen, back after months, has followed both to their ends',
    async () => {
      pledges.cut();
      await pledges.connect(scene.officerToken);
      await pledges.until((handled) => handled.filter(({ to }) => to === 'ENDED').length === 2, 'two ended pledges');
      expect(new Set(pledges.handled.map(({ cursor }) => cursor)).size === pledges.handled.length, 'Nothing came twice.');
      return pledges.handled;
    },
    changeLine,
  );
  await pledges.close();
  await duties.close();
}

/** A pledge in force: everything that an agreement needs, in its order. */
async function concluded(scene: Scene, givenName: string, deal: Deal): Promise<Pledgor> {
  const pledgor = await apply(scene, await register(scene, givenName), deal);
  await readTerms(scene, pledgor.applicationId);
  await demandInsurance(scene, pledgor);
  await declare(scene, pledgor, deal.car.value);
  await sign(scene, pledgor);
  return pledgor;
}

async function sign(scene: Scene, pledgor: Pledgor): Promise<void> {
  const documents = await formAgreement(scene, pledgor);
  await signAsPledgor(scene, pledgor, documents);
  await countersign(scene, pledgor, documents);
}

async function askWhatIf(scene: Scene, { pledgeId }: Pledgor): Promise<void> {
  await scene.narrator.step(
    'The pledgor compares: all at once today, or a part in a week',
    async () => {
      const today = await scene.today();
      const selection = '{ owedBefore { amount } paid { amount } owedAfter { amount } totalInterest { amount } closedOn }';
      const all = await pledgeOf(scene, pledgeId, `ifPaid(on: "${today}") ${selection}`);
      const sum = byn('500.00');
      const part = await pledgeOf(
        scene,
        pledgeId,
        `ifPaid(on: "${today.add({ days: 7 })}", amount: { amount: "${sum.amount}", currency: "${sum.currency}" }) ${selection}`,
      );
      return [all.ifPaid, part.ifPaid];
    },
    ([all, part]) => [
      `all of ${all.paid.amount} today: interest ${all.totalInterest.amount} in all, closed on ${all.closedOn}`,
      `${part.paid.amount} in a week: ${part.owedAfter.amount} left, interest ${part.totalInterest.amount} in all, closed on ${part.closedOn}`,
    ],
    by('by-pledge/1.1/p5/deviation'),
  );
}
