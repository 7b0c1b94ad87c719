import { fail, pass } from '../../../modules/rules';
import { cite } from '../cite';
import { rules } from '../rules';

/** An application is submitted by its questionnaire, signed and sent (agreement, 3.13.2). */
export const questionnaireSent = rules.validator({
  id: 'by-leasing.questionnaire-sent',
  appliesAt: ['SUBMIT'],
  facts: ['questionnaireSent'],
  cites: [cite('by-leasing/3.13.2')],
  path: ['input', 'applicationId'],
  check: ({ questionnaireSent: sent }) => (sent ? pass : fail('BY_LEASING_QUESTIONNAIRE_NOT_SENT', cite('by-leasing/3.13.2'))),
});

/** Nothing is decided on documents without a proper signature: that is what proves them (7.1). */
export const documentsProven = rules.validator({
  id: 'by-leasing.documents-proven',
  appliesAt: ['DECIDE', 'SIGN'],
  facts: ['documentsUnproven'],
  cites: [cite('by-leasing/7.1/p1')],
  path: ['input', 'applicationId'],
  check: ({ documentsUnproven: unproven }) =>
    unproven.length === 0 ? pass : fail('BY_LEASING_DOCUMENT_NOT_SIGNED', cite('by-leasing/7.1/p1'), { kinds: unproven.join(', ') }),
});
