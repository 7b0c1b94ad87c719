import type { ApplicationLifecycle, ApplicationRecord } from '../../../modules/applications';
import type { CommandContext } from '../../../modules/commands';
import { cancelContract, lockContractOfApplication } from '../../../modules/contracts';
import { cancelDeadlines } from '../../../modules/deadlines';
import { voidDocument } from '../../../modules/documents';
import { enforce } from '../../../modules/rules';
import { cite } from '../cite';
import { momentOf } from '../command-support/moments';
import { newId } from '../command-support/rows';
import { SECURED_MICROLOAN } from '../ids';
import { releaseItem } from '../inventory/inventory.record';
import { changePledgeStatus, lockPledgeOf, PartyEntity, PledgeEntity, type PledgeRecord, tellPledge } from '../pledge';
import { owesExclusion } from '../register/register-tasks';
import { gatherFacts } from './facts';
import { keepPayout, type StartInput } from './payout';

/** How a microloan secured by a car lives before its agreement is signed. */
export const lifecycle: ApplicationLifecycle = {
  products: [
    {
      code: SECURED_MICROLOAN,
      title: { en: 'Microloan secured by a car', ru: 'Микрозаём под залог автомобиля', be: 'Мікрапазыка пад залог аўтамабіля' },
    },
  ],
  rulesOn: (_context, _application, _stage, on) => on,
  gatherFacts,
  effects: {
    START: async (context, application, extension) => {
      await keepPayout(context, application, extension as StartInput | undefined);
      await beginPledge(context, application);
    },
    REFUSE: cancel,
    WITHDRAW: cancel,
    EXPIRE: cancel,
  },
};

async function beginPledge(context: CommandContext, application: ApplicationRecord): Promise<void> {
  const at = momentOf(context);
  const { clientId } = application;
  const id = newId(context);
  enforce(cite('by-pledge/2.3'));
  const row = { id, applicationId: application.id, clientId, status: 'DRAFT' as const, createdAt: at };
  const kept = { possession: 'PLEDGOR' as const, riskBearer: 'PLEDGOR' as const, inventoryVersion: 0 };
  await context.transaction.insert(PledgeEntity, { lenderId: context.lender.id, ...row, ...kept });
  await context.transaction.insert(PartyEntity, {
    lenderId: context.lender.id,
    pledgeId: id,
    partyClientId: clientId,
    clientId,
    role: 'PLEDGOR',
    since: at,
  });
  tellPledge(context, row as PledgeRecord, null);
}

/** No loan came about: nothing is secured, and what was formed takes no effect. */
async function cancel(context: CommandContext, application: ApplicationRecord): Promise<void> {
  const contract = await lockContractOfApplication(context, application.id);
  if (contract?.status === 'AWAITING_TRANSFER') await cancelContract(context, contract);
  const pledge = await lockPledgeOf(context, application.id);
  if (!pledge || pledge.status === 'CANCELLED') return;
  if (pledge.status === 'FORMED')
    for (const id of [pledge.agreementDocumentId, pledge.inventoryDocumentId, pledge.scheduleDocumentId])
      if (id) await voidDocument(context, id);
  if (pledge.status === 'ACTIVE') {
    await context.transaction.query(releaseItem, [pledge.id, momentOf(context)]);
    await owesExclusion(context, pledge, context.today);
  }
  await cancelDeadlines(context, { subject: { type: 'ByPledgePledge', id: pledge.id } });
  await changePledgeStatus(context, pledge, 'CANCELLED');
}
