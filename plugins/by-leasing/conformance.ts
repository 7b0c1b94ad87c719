import { Temporal } from 'temporal-polyfill';
import type { PluginConformance, ValidatorFixture } from '../kit/conformance';
import { rules } from './rules';

const under = (facts: Parameters<typeof rules.factSet>[0]): ValidatorFixture => ({
  lender: 'mikro-leasing',
  on: '2026-06-01',
  facts: rules.factSet(facts),
});
const identified = (by: string, operationAt: string) =>
  under({
    identifiedBy: [by, 'MSI'],
    identifiedAt: [Temporal.Instant.from('2026-06-01T08:00:00Z'), 'MSI'],
    operationAt: [Temporal.Instant.from(operationAt), 'CLOCK'],
  });

export const conformance: PluginConformance = {
  fixtures: {
    validators: {
      'by-leasing.questionnaire-sent': {
        passing: [under({ questionnaireSent: [true, 'DOCUMENTS'] })],
        failing: [{ ...under({ questionnaireSent: [false, 'DOCUMENTS'] }), code: 'BY_LEASING_QUESTIONNAIRE_NOT_SENT' }],
      },
      'by-leasing.documents-proven': {
        passing: [under({ documentsUnproven: [[], 'DOCUMENTS'] })],
        failing: [{ ...under({ documentsUnproven: [['QUESTIONNAIRE'], 'DOCUMENTS'] }), code: 'BY_LEASING_DOCUMENT_NOT_SIGNED' }],
      },
      'by-leasing.registration-fields': {
        passing: [under({ clientKind: ['INDIVIDUAL', 'FORM'], fieldsGiven: [['SURNAME', 'FIRST_NAME', 'PHONE'], 'FORM'] })],
        failing: [
          {
            ...under({ clientKind: ['LEGAL_ENTITY', 'FORM'], fieldsGiven: [['PHONE'], 'FORM'] }),
            code: 'BY_LEASING_REGISTRATION_FIELD_MISSING',
          },
        ],
      },
      'by-leasing.phone': {
        passing: [under({ phone: ['+375291234567', 'FORM'] })],
        failing: [{ ...under({ phone: ['+79161234567', 'FORM'] }), code: 'BY_LEASING_PHONE_NOT_BELARUSIAN' }],
      },
      'by-leasing.operator-prefix': {
        passing: [under({ phone: ['+375291234567', 'FORM'] })],
        failing: [{ ...under({ phone: ['+375171234567', 'FORM'] }), code: 'BY_LEASING_PHONE_NOT_BELARUSIAN' }],
      },
      'by-leasing.unp': {
        passing: [under({ clientKind: ['LEGAL_ENTITY', 'FORM'], unp: ['193498948', 'FORM'] })],
        failing: [{ ...under({ clientKind: ['SOLE_PROPRIETOR', 'FORM'], unp: ['193498949', 'FORM'] }), code: 'BY_LEASING_UNP_INVALID' }],
      },
      'by-leasing.personal-number': {
        passing: [under({ personalNumber: ['3110190A001PB2', 'PASSPORT'] })],
        failing: [{ ...under({ personalNumber: ['3110190A001PB3', 'PASSPORT'] }), code: 'BY_LEASING_PERSONAL_NUMBER_INVALID' }],
      },
      'by-leasing.identification-window': {
        passing: [identified('PERSONAL_DATA', '2026-06-02T08:00:00Z'), identified('CERTIFICATE', '2026-06-01T08:59:59Z')],
        failing: [
          { ...identified('PERSONAL_DATA', '2026-06-02T08:00:01Z'), code: 'BY_LEASING_REIDENTIFICATION_REQUIRED' },
          { ...identified('CERTIFICATE', '2026-06-01T09:00:01Z'), code: 'BY_LEASING_REIDENTIFICATION_REQUIRED' },
        ],
      },
    },
  },
};
