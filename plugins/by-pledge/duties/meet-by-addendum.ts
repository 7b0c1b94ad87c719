import type { CommandContext } from '../../../modules/commands';
import { enforce } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { cite } from '../cite';
import type { PledgeRecord } from '../pledge';
import { dutiesOfPledge } from './duty.record';
import { openDuties } from './duty-kinds';
import { changeDuty } from './duty-terms';

/** An addendum on the value came into force: what was owed of it is done. The pledge is locked. */
export async function meetByAddendum(
  context: CommandContext,
  pledge: PledgeRecord,
  addendum: { readonly id: string /** BYN. */; readonly value: string },
): Promise<void> {
  const duties = await context.transaction.query(dutiesOfPledge, [pledge.id]);
  for (const duty of duties) {
    const isAsked = duty.kind === 'VALUE_ADDENDUM' && openDuties.includes(duty.status) && new Decimal(duty.amount!).eq(addendum.value);
    if (!isAsked) continue;
    enforce(cite('by-pledge/3.1/и'));
    await changeDuty(context, pledge, duty, 'MET', { on: context.today.toString(), outcome: addendum.id });
  }
}
