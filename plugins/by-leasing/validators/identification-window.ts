import { fail, pass } from '../../../modules/rules';
import { rules } from '../rules';

/** The window is passed when more than its hours have gone by; at exactly its end the identification still holds. */
export const identificationWindow = rules.validator({
  id: 'by-leasing.identification-window',
  appliesAt: ['SIGN_IN', 'OPERATION', 'SIGN'],
  facts: ['identifiedBy', 'identifiedAt', 'operationAt'],
  params: ['identification.window.personalData', 'identification.window.certificate'],
  check: ({ identifiedBy, identifiedAt, operationAt }, params) => {
    const window =
      identifiedBy === 'CERTIFICATE' ? params['identification.window.certificate'] : params['identification.window.personalData'];
    const end = identifiedAt.add({ hours: window.value });
    const passed = operationAt.epochNanoseconds > end.epochNanoseconds;
    return passed ? fail('BY_LEASING_REIDENTIFICATION_REQUIRED', window, { hours: window.value }) : pass;
  },
});
