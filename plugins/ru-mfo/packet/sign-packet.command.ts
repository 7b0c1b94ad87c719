import { Temporal } from 'temporal-polyfill';
import {
  type ApplicationRecord,
  evaluate,
  lifecycleEvents,
  lockApplication,
  requireTransition,
  transition,
} from '../../../modules/applications';
import { dayOf } from '../../../modules/calendar';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { acceptContract } from '../../../modules/contracts';
import { deadlinesOf } from '../../../modules/deadlines';
import { markSent } from '../../../modules/documents';
import { blocks, type Finding, formFinding, uphold } from '../../../modules/rules';
import { joinAddons } from '../addons/join-addons';
import { setAccepted } from '../application/loan-application.record';
import { OFFER_TERM, PLUGIN } from '../ids';
import { dutyOf, perform } from '../lenders';
import { acceptedTerms } from '../lifecycle/offer';
import { acceptanceMethod } from './acceptance-method';
import { type CodeForPacket, findPacket, signPacket } from './sign-packet';

export interface SignedPacketResult extends CommandResult {
  readonly packetId?: string;
  readonly applicationId?: string;
  readonly contractId?: string;
}

/**
 * The client enters the code for a packet. One of the application signs its documents; one of the terms also accepts them: it sends
 * the client's offer, or takes the lender's, and the contract waits for its money. A wrong code signs and sends nothing.
 */
export const signPacketByCode = defineCommand<CodeForPacket, SignedPacketResult>({
  name: 'ruMfoSignPacket',
  plugin: PLUGIN,
  emits: lifecycleEvents,
  async run(input, context) {
    const found = await findPacket(context, input.packetId);
    // Changes of a contract are signed by commands of their own.
    if (!found.applicationId) throw new Refusal([formFinding('RU_MFO_PACKET_NOT_FOUND', ['input', 'packetId'])]);
    const application = await lockApplication(context, found.applicationId);
    if (found.kind === 'APPLICATION') {
      const { signed, findings } = await signPacket(context, input);
      if (signed) for (const { documentId } of signed.documents) await markSent(context, documentId);
      return signed ? { packetId: found.id, applicationId: application.id, findings } : { findings };
    }
    const method = acceptanceMethod(context);
    const otherwise = uphold(method?.citations ?? [], method?.value === 'CODE', 'RU_MFO_ACCEPTANCE_METHOD_INVALID', {
      method: method?.value ?? '—',
    });
    if (otherwise) throw new Refusal([otherwise]);
    const late = await expired(context, application);
    if (late) throw new Refusal([late]);
    requireTransition(application, 'SIGN');
    const { findings: standing } = await evaluate(context, application, 'SIGN');
    if (standing.some(({ code }) => code === 'RU_MFO_OFFER_EXPIRED')) {
      // Nobody has closed it yet: the time is over all the same.
      await transition(context, application, 'EXPIRE');
      return { findings: standing };
    }
    if (standing.some(blocks)) throw new Refusal(standing);
    const { signed, findings } = await signPacket(context, input);
    if (!signed) return { findings };
    await context.transaction.query(setAccepted, [application.id, null, new Date(context.now.epochMilliseconds), signed.identifier]);
    for (const duty of ['acceptance.recorded', 'acceptance.moment', 'acceptance.parts', 'offer.sent'] as const)
      perform(context.lender.code, duty);
    const codeEnteredAt = new Date(context.now.epochMilliseconds);
    await joinAddons(context, { application, occasionId: application.id, codeEnteredAt, pressed: false, changed: false });
    const contract = await acceptContract(context, application, await acceptedTerms(context, application.id));
    await transition(context, application, 'SIGN');
    for (const { documentId } of signed.documents) await markSent(context, documentId);
    return { packetId: found.id, applicationId: application.id, contractId: contract.id, findings: standing };
  },
});

/** An offer that ran out takes no signature; until when it did is told. */
async function expired(context: CommandContext, { id, status }: ApplicationRecord): Promise<Finding | null> {
  const over = status === 'EXPIRED';
  const term = over ? (await deadlinesOf(context, id)).find(({ kind }) => kind === OFFER_TERM) : undefined;
  const lastDay = term && dayOf(Temporal.Instant.fromEpochMilliseconds(term.dueAt.getTime()), context.lender.zone);
  const facts = { dueOn: lastDay?.toString() ?? '—' };
  return uphold(dutyOf(context.lender.code, 'offer.over'), !over, 'RU_MFO_OFFER_EXPIRED', facts, { path: ['input', 'packetId'] });
}
