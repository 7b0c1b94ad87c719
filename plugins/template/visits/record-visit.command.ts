import { Temporal } from 'temporal-polyfill';
import { lockApplication } from '../../../modules/applications';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { formDocument } from '../../../modules/documents';
import { enforce, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { visitRecordedEvent } from '../xx-template.events';
import { VisitEntity } from './visit.entity';
import type { VisitPlace } from './visit-place';
import { visitRecord } from './visit-record.document';

export interface RecordVisit {
  readonly applicationId: string;
  /** ISO 8601 day. */
  readonly visitedOn: string;
  readonly place: VisitPlace;
}

export interface RecordVisitResult extends CommandResult {
  readonly applicationId?: string;
}

/** Records a visit: a row, the document and the event, in one transaction. */
export const recordVisit = defineCommand<RecordVisit, RecordVisitResult>({
  name: 'xxTemplateRecordVisit',
  plugin: 'xx-template',
  emits: [visitRecordedEvent.type, 'DocumentStatusChanged'],
  async run({ applicationId, visitedOn, place }, context) {
    const application = await lockApplication(context, applicationId);
    if (application.pluginId !== 'xx-template') throw new Refusal([formFinding('APPLICATION_NOT_FOUND', ['input', 'applicationId'])]);
    const made = Temporal.PlainDate.compare(visitedOn, context.today) <= 0;
    const today = String(context.today);
    const refused = uphold(
      cite('xx-template/2.1'),
      made,
      'XX_TEMPLATE_VISIT_IN_FUTURE',
      { visitedOn, today },
      { path: ['input', 'visitedOn'] },
    );
    if (refused) throw new Refusal([refused]);

    const clause = enforce(cite('xx-template/2.1'));
    const { clientId, number } = application;
    const document = await formDocument(context, {
      plugin: 'xx-template',
      template: visitRecord,
      values: { lender: context.lender.legalName, applicationNumber: number, visitedOn, place },
      clientId,
      applicationId,
      form: 'ELECTRONIC_FORM',
      publish: true,
    });
    await context.transaction.insert(VisitEntity, {
      lenderId: context.lender.id,
      id: uuidv7(context.now.epochMilliseconds),
      applicationId,
      clientId,
      documentId: document.id,
      visitedOn,
      place,
      recordedAt: new Date(context.now.epochMilliseconds),
    });
    context.emit({
      type: visitRecordedEvent.type,
      subject: { type: 'Application', id: applicationId },
      applicationId,
      clientId,
      plugin: 'xx-template',
      clause,
      payload: { applicationId, visitedOn, place },
    });
    return { applicationId };
  },
});
