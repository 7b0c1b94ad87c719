import { createHash } from 'node:crypto';
import { type CodeOperation, completeCeremony, digestOf } from '../../../modules/access';
import { type ApplicationRecord, guard, lifecycleEvents, requireTransition, transition } from '../../../modules/applications';
import { lastMomentOf } from '../../../modules/calendar';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { acceptContract } from '../../../modules/contracts';
import { statement } from '../../../modules/database';
import { startDeadline } from '../../../modules/deadlines';
import { latestDecision } from '../../../modules/decisions';
import { lockDocument, markSigned } from '../../../modules/documents';
import { enforce, findingOf, formFinding, uphold } from '../../../modules/rules';
import { recordSignature, type SigningMethod } from '../../../modules/signatures';
import { requireAuthority } from '../authority/authority.commands';
import { cite } from '../cite';
import { rulesToday } from '../command-support/judging';
import { momentOf } from '../command-support/moments';
import { open } from '../command-support/seal';
import { tellCreditRegister } from '../credit-register/queue';
import { PLUGIN, POLICY_DUE } from '../ids';
import { inventoriesByPledge, takeItem } from '../inventory/inventory.record';
import type { PledgeResult } from '../inventory/save-inventory.command';
import { lockPledge, type PledgeRecord, requireNext, tellChange, tellPledge } from '../pledge';
import { owesEntry } from '../register/register-tasks';
import { rules } from '../rules';

export const PLEDGE_CODE = 'PLEDGE_CODE';
export const PLEDGEE_SIGNER = 'PLEDGEE_AUTHORISED_SIGNER';

export const signingMethodsOfPledge: readonly SigningMethod[] = [
  {
    id: PLEDGE_CODE,
    title: {
      en: 'By a code sent for this agreement and its annexes',
      ru: 'Код, отправленный для этого договора и приложений к нему',
      be: 'Код, адпраўлены для гэтага дагавора і дадаткаў да яго',
    },
    forms: ['ELECTRONIC_FORM'],
  },
  {
    id: PLEDGEE_SIGNER,
    title: {
      en: 'By the lender’s authorised signer in the own session',
      ru: 'Уполномоченный подписант займодавца в своём сеансе',
      be: 'Упаўнаважаны падпісант пазыкадаўца ў сваім сеансе',
    },
    forms: ['ELECTRONIC_FORM'],
  },
];

const setPledgorSigned = statement<never>(
  'by_pledge_set_pledgor_signed',
  'update by_pledge.pledge set pledgor_signed_at = $2 where id = $1',
);
const setConcluded = statement<never>(
  'by_pledge_set_concluded',
  "update by_pledge.pledge set status = 'ACTIVE', pledgee_signed_at = $2, concluded_at = $2, contract_id = $3 where id = $1",
);

interface Paper {
  readonly id: string;
  readonly sha256: string;
}

/** The formed documents in their order, locked. @throws Refusal BY_PLEDGE_NOT_FORMED */
async function papersOf(context: CommandContext, pledge: PledgeRecord): Promise<readonly Paper[]> {
  const ids = [pledge.agreementDocumentId, pledge.inventoryDocumentId, pledge.scheduleDocumentId];
  if (pledge.status !== 'FORMED') throw new Refusal([formFinding('BY_PLEDGE_NOT_FORMED', ['input', 'pledgeId'])]);
  const papers: Paper[] = [];
  for (const id of ids) papers.push(await lockDocument(context, id!));
  return papers;
}

const digestOfPapers = (pledgeId: string, papers: readonly Paper[]): Buffer =>
  digestOf('by-pledge/agreement', pledgeId, ...papers.map(({ sha256 }) => sha256));

/** A code for an agreement is bound to its text and that of its annexes. */
export const agreementOperation: CodeOperation = {
  type: 'ByPledgePledge',
  purpose: 'SIGN_DOCUMENT',
  async resolve(context, id) {
    const { pledge } = await lockPledge(context, id);
    return { clientId: pledge.clientId, digest: digestOfPapers(id, await papersOf(context, pledge)) };
  },
};

export interface SignAgreement {
  readonly pledgeId: string;
  readonly ceremonyId: string;
  readonly code: string;
}

/** The pledgor signs the agreement and its annexes with one code. It is not in force before the lender has signed the same. */
export const signAgreement = defineCommand<SignAgreement, PledgeResult>({
  name: 'byPledgeSignAgreement',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged'],
  async run({ pledgeId, ceremonyId, code }, context) {
    const { application, pledge } = await lockPledge(context, pledgeId);
    if (context.caller.kind !== 'CLIENT' || context.caller.clientId !== pledge.clientId)
      throw new Refusal([formFinding('BY_PLEDGE_NOT_OWN', ['input', 'pledgeId'])]);
    requireTransition(application, 'SIGN');
    const papers = await papersOf(context, pledge);
    const warnings = await guard(context, application, 'SIGN');
    const operationDigest = digestOfPapers(pledgeId, papers);
    const outcome = await completeCeremony(context, { ceremonyId, code, purpose: 'SIGN_DOCUMENT', operationDigest });
    if (!outcome.completed) return { findings: outcome.findings };
    const { identifier, usedAt, channel } = outcome.completed;
    for (const { id, sha256 } of papers) {
      await recordSignature(context, {
        documentId: id,
        shownSha256: sha256,
        signer: { kind: 'CLIENT', id: pledge.clientId },
        method: PLEDGE_CODE,
        ceremonyId,
        identifier: symbolsOf(identifier, sha256),
        evidence: { pledge: pledgeId, codeEnteredAt: usedAt.toString(), codeChannel: channel, session: context.caller.sessionId },
      });
    }
    enforce(cite('by-pledge/6/pledgor'));
    await context.transaction.query(setPledgorSigned, [pledgeId, momentOf(context)]);
    tellChange(context, pledge, 'PLEDGOR_SIGNED', '', 'by-pledge/6/pledgor');
    return { pledgeId, findings: warnings };
  },
});

export interface CountersignAgreement {
  readonly pledgeId: string;
  /** SHA-256 of the agreement that the signer read, hexadecimal. */
  readonly documentSha256: string;
}

/**
 * The lender's authorised signer signs what the pledgor signed: the agreement is concluded at this moment, the right of pledge
 * arises, and the loan waits for its money. Everything is judged once more, with all that the lender can see.
 */
export const countersignAgreement = defineCommand<CountersignAgreement, PledgeResult>({
  name: 'byPledgeCountersign',
  plugin: PLUGIN,
  emits: [...lifecycleEvents, 'ByPledgeStatusChanged', 'ByPledgeChanged'],
  async run({ pledgeId, documentSha256 }, context) {
    const { application, pledge } = await lockPledge(context, pledgeId);
    requireTransition(application, 'SIGN');
    const papers = await papersOf(context, pledge);
    const unsigned = uphold(cite('by-pledge/6/pledgor'), pledge.pledgorSignedAt !== null, 'BY_PLEDGE_NOT_IN_FORCE', {
      status: pledge.status,
    });
    if (unsigned) throw new Refusal([unsigned]);
    const authority = await requireAuthority(context, context.caller.subject);
    if (papers[0]!.sha256 !== documentSha256.toLowerCase())
      throw new Refusal([formFinding('BY_PLEDGE_DOCUMENT_CHANGED', ['input', 'documentSha256'])]);
    const warnings = await guard(context, application, 'SIGN');
    for (const { id, sha256 } of papers) {
      await recordSignature(context, {
        documentId: id,
        shownSha256: sha256,
        signer: {
          kind: 'LENDER',
          id: authority.signer,
          name: open(context, 'signing_authority', authority.id, 'name', authority.nameEnc)!,
        },
        method: PLEDGEE_SIGNER,
        ceremonyId: null,
        identifier: symbolsOf(authority.id, sha256),
        evidence: { authority: authority.id, basis: authority.basis, basisNumber: authority.basisNumber },
      });
      await markSigned(context, id);
    }
    await conclude(context, application, pledge);
    return { pledgeId, findings: warnings };
  },
});

async function conclude(context: CommandContext, application: ApplicationRecord, pledge: PledgeRecord): Promise<void> {
  const { vin } = (await context.transaction.query(inventoriesByPledge.statement, [[pledge.id]])).at(-1)!;
  const taken = await context.transaction.query(takeItem, [context.lender.id, pledge.id, pledge.clientId, vin, momentOf(context)]);
  // Another agreement on the same item was concluded between the check and now.
  if (taken.length === 0)
    throw new Refusal([findingOf('BY_PLEDGE_ALREADY_ENCUMBERED', cite('by-pledge/2.2/b3'), { otherPledges: 1, registerHits: 0 })]);
  const [decision] = await context.transaction.query(latestDecision, [application.id]);
  const contract = await acceptContract(context, application, decision!.terms!);
  await transition(context, application, 'SIGN', { clause: 'by-pledge/5.1/start' });
  requireNext(pledge, 'ACTIVE');
  await context.transaction.query(setConcluded, [pledge.id, momentOf(context), contract.id]);
  const active = {
    ...pledge,
    status: 'ACTIVE' as const,
    contractId: contract.id,
    pledgeeSignedAt: momentOf(context),
    concludedAt: momentOf(context),
  };
  tellPledge(context, active, pledge.status, enforce(cite('by-pledge/5.1/start')));
  await owesEntry(context, active);
  await tellCreditRegister(context, active, 'CONCLUDED');
  if (active.insuranceDemandedAt) await startPolicyTerm(context, active);
}

/** The policy is concluded and sent on the day of the signature. */
export async function startPolicyTerm(context: CommandContext, pledge: PledgeRecord): Promise<void> {
  const within = rules.read(rulesToday(context), 'policy.within');
  if (!within) return;
  await startDeadline(context, {
    kind: POLICY_DUE,
    subject: { type: 'ByPledgePledge', id: pledge.id },
    application: { id: pledge.applicationId, clientId: pledge.clientId },
    dueAt: lastMomentOf(context.today.add({ days: within.value }), context.lender.zone),
  });
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Symbols of one signature under one document: made of what identifies the act and the document's hash. */
function symbolsOf(identifier: string, sha256: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([identifier, sha256]))
    .digest();
  const symbols = Array.from(hash.subarray(0, 16), (byte) => ALPHABET[byte & 31]).join('');
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}
