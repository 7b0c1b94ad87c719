import { lockClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { notify } from '../../../modules/notifications';
import { formFinding, uphold } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { isRegisteredAddress } from '../images/record-image.command';
import { rulesToday } from '../lifecycle/resolve';
import { readRegistration } from '../registration/registration.record';
import { rules } from '../rule-set';
import { AccountRequestEntity } from './account.entity';
import { openRequestOf, sealSender } from './account.record';
import type { AccountRequestKind } from './account-request-state';
import { tellRequest } from './tell-request';

export interface RequestAccount {
  readonly clientId: string;
  readonly kind: AccountRequestKind;
  /** The address that the request came from. */
  readonly from: string;
}

export interface AccountResult extends CommandResult {
  readonly clientId?: string;
  readonly requestId?: string;
}

const channelParameters = { DELETION: 'account.deletion.channels', RESTORATION: 'account.restoration.channels' } as const;

/** An officer records a mailed request to delete or restore an account; the form of a statement goes back at once. */
export const requestAccount = defineCommand<RequestAccount, AccountResult>({
  name: 'ruMfoRequestAccount',
  plugin: PLUGIN,
  emits: ['RuMfoAccountRequestChanged'],
  async run({ clientId, kind, from }, context) {
    const client = await lockClient(context, clientId);
    const [registration] = await context.transaction.query(readRegistration, [[clientId]]);
    if (!registration)
      throw new Refusal([formFinding('RU_MFO_REGISTRATION_INCOMPLETE', ['input', 'clientId'], { missing: 'registration' })]);
    if (kind === 'DELETION' && registration.accountState === 'DELETED')
      throw new Refusal([formFinding('RU_MFO_ACCOUNT_STATE_INVALID', ['input', 'kind'], { state: registration.accountState })]);
    const channels = rules.read(rulesToday(context), channelParameters[kind]);
    const registered = channels?.value.includes('EMAIL') !== false && isRegisteredAddress(client, from);
    const facts = { accepted: channels?.value.join(', ') ?? 'EMAIL' };
    const path = ['input', 'from'];
    const refused = channels
      ? uphold(channels.citations, registered, 'RU_MFO_ACCOUNT_REQUEST_CHANNEL', facts, { path })
      : registered
        ? null
        : formFinding('RU_MFO_ACCOUNT_REQUEST_CHANNEL', path, facts);
    if (refused) throw new Refusal([refused]);
    if ((await context.transaction.query(openRequestOf, [clientId])).length > 0)
      throw new Refusal([formFinding('RU_MFO_ACCOUNT_REQUEST_OPEN', ['input', 'clientId'])]);

    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(AccountRequestEntity, {
      lenderId: context.lender.id,
      id,
      clientId,
      kind,
      status: 'REQUESTED',
      fromEnc: sealSender(context, id, from),
      requestedAt: new Date(context.now.epochMilliseconds),
      documents: [],
      erased: [],
      retained: [],
    });
    await sendForm(context, clientId, kind, channels?.citations[0]?.clause);
    tellRequest(context, clientId, id, kind, 'REQUESTED');
    return { clientId, requestId: id, findings: [] };
  },
});

const forms: Readonly<Record<AccountRequestKind, { readonly subject: string; readonly text: string }>> = {
  DELETION: {
    subject: 'Заявление об удалении учётной записи',
    text: [
      'Заполните заявление и отправьте его с этого же адреса.',
      'Заявление: Прошу удалить мою учётную запись в личном кабинете. Фамилия, имя, отчество: ____. Телефон: ____. Дата: ____.',
    ].join('\n\n'),
  },
  RESTORATION: {
    subject: 'Заявление о восстановлении учётной записи',
    text: [
      'Заполните заявление и отправьте его с этого же адреса.',
      'Приложите фотографии: страницы 2 и 3 паспорта; селфи с паспортом у лица; второй документ (СНИЛС, водительское удостоверение, загранпаспорт или ИНН).',
      'Заявление: Прошу восстановить мою учётную запись в личном кабинете. Фамилия, имя, отчество: ____. Телефон: ____. Дата: ____.',
    ].join('\n\n'),
  },
};

const sendForm = (context: CommandContext, clientId: string, kind: AccountRequestKind, clause: string | undefined) =>
  notify(context, { clientId, channel: 'EMAIL', kind: `ACCOUNT_${kind}_FORM`, ...forms[kind], ...(clause ? { clause } : {}) });
