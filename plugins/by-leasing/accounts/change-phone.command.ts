import { Temporal } from 'temporal-polyfill';
import { revokeSessions, sessionEvents } from '../../../modules/access';
import { clientEvents, setContactVerified } from '../../../modules/clients';
import { type CommandResult, defineCommand } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { findingOf, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { noticeTerm } from '../data-changes/notice-term';
import { ACCOUNT_EVENTS, tellAccount } from '../factors/security-event';
import { openHolds } from '../holds/hold.record';
import { mobileNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { statusFindings } from '../operations/require-operation';
import { accountByPhone, lockAccount, setLogin } from './account.record';
import { PhoneChangeEntity } from './phone-change.entity';

export interface ChangePhone {
  readonly clientId: string;
  readonly phone: string;
  /** Of the client's application at the office. */
  readonly applicationNumber: string;
  /** Day from which the client has the number, ISO 8601. */
  readonly changedOn: string;
}

export interface ChangedPhone extends CommandResult {
  readonly clientId?: string;
}

/** An officer puts another number in an account's place, on the client's application; the login goes with it, sessions end. */
export const changePhone = defineCommand<ChangePhone, ChangedPhone>({
  name: 'byLeasingChangePhone',
  plugin: PLUGIN,
  emits: [...clientEvents, ...sessionEvents, ...ACCOUNT_EVENTS],
  async run({ clientId, phone, applicationNumber, changedOn }, context) {
    const account = await lockAccount(context, clientId);
    const office = context.caller.kind === 'OFFICER' && Boolean(applicationNumber.trim());
    refuse(uphold(cite('by-leasing/5.5'), office, 'BY_LEASING_PHONE_CHANGE_OFFICE_ONLY'));
    refuse(...statusFindings(account, await openHolds(context, clientId)));
    const number = mobileNumber(phone);
    refuse(
      number ? null : findingOf('BY_LEASING_PHONE_NOT_BELARUSIAN', cite('by-leasing/1/phone-number'), {}, { path: ['input', 'phone'] }),
    );
    const taken = await accountByPhone(context, number!);
    refuse(
      taken && taken.id !== account.id ? formFinding('BY_LEASING_ACCOUNT_EXISTS', ['input', 'phone']) : null,
      changedOn <= context.today.toString() ? null : formFinding('BY_LEASING_MOMENT_IN_FUTURE', ['input', 'changedOn']),
    );
    await setLogin(context, account, number!);
    await setContactVerified(context, clientId, { phone: number! });
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(PhoneChangeEntity, {
      lenderId: context.lender.id,
      id,
      clientId,
      applicationNumber: applicationNumber.trim(),
      changedOn,
      recordedBy: whoOf(context),
      recordedAt: momentOf(context),
    });
    await revokeSessions(context, clientId);
    tellAccount(context, account, 'PHONE_CHANGED', id, cite('by-leasing/5.5').clause);
    const { late } = noticeTerm(context, 'PHONE', Temporal.PlainDate.from(changedOn));
    return { clientId, findings: late ? [late] : [] };
  },
});
