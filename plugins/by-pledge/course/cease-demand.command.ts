import { defineCommand, Refusal } from '../../../modules/commands';
import { formDocument } from '../../../modules/documents';
import { enforce, formFinding } from '../../../modules/rules';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { inventoriesByPledge } from '../inventory/inventory.record';
import { lockPledge, requireInForce } from '../pledge';
import { enforcementEvents } from '../pledge/course-events';
import { ceaseDemandTemplate } from './cease-demand.template';
import { type CourseResult, recordCourse } from './record-course';

export interface IssueCeaseDemand {
  readonly pledgeId: string;
  readonly addressee: string;
  readonly ground: string;
}

const TEXT = /^[^\p{C}]{1,300}$/u;

/** Demands of anybody to stop acts that threaten the item: a document with addressee, ground and day, kept with the pledge. */
export const issueCeaseDemand = defineCommand<IssueCeaseDemand, CourseResult>({
  name: 'byPledgeIssueCeaseDemand',
  plugin: PLUGIN,
  emits: [...enforcementEvents, 'DocumentStatusChanged'],
  async run({ pledgeId, addressee, ground }, context) {
    const { application, pledge } = await lockPledge(context, pledgeId);
    requireInForce(pledge);
    const said = { addressee: addressee.normalize('NFC').trim(), ground: ground.normalize('NFC').trim() };
    const empty = Object.entries(said).find(([, text]) => !TEXT.test(text));
    if (empty) throw new Refusal([formFinding('BY_PLEDGE_DUTY_TERM_MISSING', ['input', empty[0]], { missing: empty[0] })]);
    const clause = enforce(cite('by-pledge/3.4/д'));
    const { propertyName, vin } = (await context.transaction.query(inventoriesByPledge.statement, [[pledgeId]])).at(-1)!;
    const document = await formDocument(context, {
      plugin: PLUGIN,
      template: ceaseDemandTemplate,
      values: { ...said, on: context.today.toString(), lender: context.lender.legalName, item: `${propertyName}, VIN ${vin}`, clause },
      clientId: pledge.clientId,
      applicationId: application.id,
      form: 'ELECTRONIC_FORM',
      publish: true,
    });
    const facts = { documentId: document.id };
    const recordId = await recordCourse(context, pledge, {
      kind: 'CEASE_DEMAND',
      on: context.today,
      facts,
      text: JSON.stringify(said),
      clause,
    });
    return { pledgeId, recordId };
  },
});
