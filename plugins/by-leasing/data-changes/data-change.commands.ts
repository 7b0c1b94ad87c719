import { Temporal } from 'temporal-polyfill';
import { type CommandResult, defineCommand } from '../../../modules/commands';
import { listLoader, statement, uuidv7 } from '../../../modules/database';
import { formFinding, uphold } from '../../../modules/rules';
import { cabinetFindings } from '../cabinet-operation';
import { cite } from '../cite';
import { ACCOUNT_EVENTS } from '../factors/security-event';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { type SealedPlace, sealText, textFault } from '../sealed-text';
import { type ChangedField, DataChangeEntity, type NoticeChannel } from './data-change.entity';
import { noticeTerm } from './notice-term';

export interface DataChangeRecord {
  readonly id: string;
  readonly clientId: string;
  readonly fields: readonly ChangedField[];
  readonly textEnc: Buffer;
  readonly channel: NoticeChannel;
  readonly changedOn: string;
  readonly dueOn: string;
  readonly noticedAt: Date;
  readonly late: boolean;
}

/** Notices of clients, the latest first. */
export const dataChangesByClient = listLoader(
  statement<DataChangeRecord>(
    'by_leasing_data_changes',
    `select id, client_id as "clientId", fields, text_enc as "textEnc", channel, changed_on::text as "changedOn", due_on::text as "dueOn",
       noticed_at as "noticedAt", late
     from by_leasing.data_change where client_id = any($1) order by noticed_at desc, id desc`,
  ),
  (row) => row.clientId,
);

export const dataChangePlace = (id: string): SealedPlace => ({ table: 'by_leasing.data_change', id, column: 'text_enc' });

export interface TellDataChange {
  readonly clientId: string;
  readonly fields: readonly ChangedField[];
  readonly text: string;
  readonly changedOn: Temporal.PlainDate;
}

export interface DataChangeResult extends CommandResult {
  readonly dataChangeId?: string;
}

/** A client tells in the cabinet, or at an office, that its data changed. Late notices are taken, and marked as such. */
export const tellDataChange = defineCommand<TellDataChange, DataChangeResult>({
  name: 'byLeasingTellDataChange',
  plugin: PLUGIN,
  emits: [...ACCOUNT_EVENTS, 'ByLeasingDataChangeTold'],
  async run({ clientId, fields, text, changedOn }, context) {
    const refused = await cabinetFindings(context, clientId, 'CHANGE_DATA');
    if (refused.length > 0) return { findings: refused };
    const channel: NoticeChannel = context.caller.clientId ? 'CABINET' : 'OFFICE';
    const phone = fields.includes('PHONE');
    refuse(
      fields.length > 0 ? null : formFinding('BY_LEASING_TEXT_REQUIRED', ['input', 'fields'], { field: 'fields', max: 1 }),
      textFault('text', text),
      Temporal.PlainDate.compare(changedOn, context.today) > 0 ? formFinding('BY_LEASING_MOMENT_IN_FUTURE', ['input', 'changedOn']) : null,
      phone ? uphold(cite('by-leasing/5.5'), channel === 'OFFICE', 'BY_LEASING_PHONE_CHANGE_OFFICE_ONLY') : null,
    );
    const { dueOn, late } = noticeTerm(context, phone ? 'PHONE' : 'DATA', changedOn);
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(DataChangeEntity, {
      lenderId: context.lender.id,
      id,
      clientId,
      fields: [...fields],
      textEnc: sealText(context, dataChangePlace(id), text),
      channel,
      changedOn: changedOn.toString(),
      dueOn: dueOn.toString(),
      noticedAt: momentOf(context),
      late: late !== null,
      recordedBy: whoOf(context),
    });
    context.emit({
      type: 'ByLeasingDataChangeTold',
      subject: { type: 'Client', id: clientId },
      clientId,
      plugin: PLUGIN,
      payload: { clientId, fields: [...fields], late: late !== null },
    });
    return { dataChangeId: id, findings: late ? [late] : [] };
  },
});
