import { sumOf, told } from '../../graph';
import type { Scene } from '../../scene';
import { by } from './clauses';
import { type Pledgor, pledgeOf } from './pledgor';

/** The lender demands insurance before the agreement is formed. */
export async function demandInsurance(scene: Scene, { pledgeId }: Pledgor): Promise<void> {
  await scene.narrator.step(
    'The lender demands insurance of the car',
    () => scene.officer.act('byPledgeDemandInsurance', { pledgeId }),
    undefined,
    by('by-pledge/2.5'),
  );
}

/** Uninsured, the car brings no money. */
export async function refuseUninsured(scene: Scene, { pledgeId }: Pledgor): Promise<void> {
  await scene.narrator.step(
    'The officer orders the money too early: the car is not insured yet',
    async () => {
      const { contract } = await pledgeOf(scene, pledgeId, 'contract { id }');
      return scene.officer.refused('orderTransfer', { contractId: contract.id }, 'BY_PLEDGE_NOT_INSURED');
    },
    told,
    by('by-pledge/2.5'),
  );
}

/** Policies that do not suffice, and one in another currency that does. */
export async function insure(scene: Scene, { borrower, pledgeId }: Pledgor, sumInsured: string): Promise<void> {
  const { narrator } = scene;
  const today = await scene.today();
  const last = today.add({ years: 1 }).subtract({ days: 1 }).toString();
  const policy = {
    pledgeId,
    number: 'AK-1001',
    insurer: 'Страховая организация',
    licence: 'BY',
    product: 'AUTO_CASCO',
    risks: ['ALL_DAMAGE', 'LOSS'],
    beneficiary: 'PLEDGEE',
    sumInsured: sumOf(sumInsured, 'BYN'),
    deductible: sumOf('0.00', 'BYN'),
    concludedOn: today.toString(),
    validFrom: today.toString(),
    validTo: last,
    paidThrough: last,
    channel: 'EMAIL',
  };
  const refuse = (what: string, part: object, code: string, clauses: readonly string[]) =>
    narrator.step(what, () => borrower.party.refused('byPledgeFilePolicy', { ...policy, ...part }, code), told, clauses);
  const little = sumOf((Number(sumInsured) - 0.01).toFixed(2), 'BYN');
  await refuse(
    'A policy with a deductible is refused',
    { deductible: sumOf('100.00', 'BYN') },
    'BY_PLEDGE_INSURANCE_DEDUCTIBLE',
    by('by-pledge/2.5/в'),
  );
  await refuse('one of a kopeck too little too', { sumInsured: little }, 'BY_PLEDGE_INSURANCE_SUM_TOO_LOW', by('by-pledge/2.5/б'));
  await narrator.step(
    'A policy in dollars is measured at the National Bank’s rate of its day, and taken',
    async () => {
      const inDollars = { sumInsured: sumOf('4000.00', 'USD'), deductible: sumOf('0.00', 'USD') };
      await borrower.party.act('byPledgeFilePolicy', { ...policy, ...inDollars });
      const { policies } = await pledgeOf(scene, pledgeId, 'policies { number sumInsured { amount currency } sumInByn { amount } isLate }');
      return policies[0];
    },
    ({ number, sumInsured: sum, sumInByn }) => `${number}: ${sum.amount} ${sum.currency}, ${sumInByn.amount} BYN`,
    by('by-pledge/2.5/г/currency', 'by-pledge/2.5/г/conversion', 'by-pledge/3.1/л/p1'),
  );
}
