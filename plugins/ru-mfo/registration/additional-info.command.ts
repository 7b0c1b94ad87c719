import { clientEvents } from '../../../modules/clients';
import { defineCommand, Refusal } from '../../../modules/commands';
import { DEADLINE_EVENTS } from '../../../modules/deadlines';
import { Decimal } from '../../../schema/base';
import { phoneNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { textFaults } from '../texts';
import { keepAnswer } from './answers';
import type { StepResult } from './confirm-contact-info.command';
import type { AdditionalInfo } from './step-data';
import { type FieldChecks, type FieldFault, fieldFindings } from './step-fields';
import { completeStep, openStep } from './step-gate';

export interface GiveAdditionalInfo extends AdditionalInfo {
  readonly clientId: string;
}

/** A working life of seventy years. */
const MAX_TENURE_MONTHS = 840;
/** More people than work anywhere in the country. */
const MAX_HEADCOUNT = 10_000_000;
/** Roubles a month. */
const MAX_INCOME = new Decimal('1000000000');

const within = (field: string, value: number, min: number, max: number): FieldFault | null =>
  Number.isSafeInteger(value) && value >= min && value <= max ? null : ['RU_MFO_FIELD_INVALID', { field }];

function income(field: string, text: string, zeroToo: boolean): FieldFault | null {
  const sum = new Decimal(text);
  const fits = sum.decimalPlaces() <= 2 && sum.lte(MAX_INCOME) && (zeroToo ? sum.gte(0) : sum.gt(0));
  return fits ? null : ['RU_MFO_FIELD_INVALID', { field }];
}

const checks: FieldChecks<AdditionalInfo> = {
  jobTenureMonths: (months) => within('jobTenureMonths', months, 0, MAX_TENURE_MONTHS),
  employerHeadcount: (count) => within('employerHeadcount', count, 1, MAX_HEADCOUNT),
  employerPhone: (phone) => (phoneNumber(phone) ? null : ['RU_MFO_FIELD_INVALID', { field: 'employerPhone' }]),
  incomeMain: (sum) => income('incomeMain', sum, false),
  incomeAdditional: (sum) => income('incomeAdditional', sum, true),
  incomeFamily: (sum) => income('incomeFamily', sum, true),
};

/** The third step: work, income, obligations and household. */
export const giveAdditionalInfo = defineCommand<GiveAdditionalInfo, StepResult>({
  name: 'ruMfoGiveAdditionalInfo',
  plugin: PLUGIN,
  emits: [...clientEvents, ...DEADLINE_EVENTS, 'RuMfoRegistrationStepDone', 'RuMfoRegistered'],
  async run({ clientId, ...data }, context) {
    const open = await openStep(context, clientId, 'ADDITIONAL_INFO');
    const findings = [...fieldFindings(open.resolved, 'ADDITIONAL_INFO', data, { checks }), ...textFaults(data)];
    if (findings.length > 0) throw new Refusal(findings);
    await keepAnswer(context, clientId, 'ADDITIONAL_INFO', data);
    await completeStep(context, open, 'ADDITIONAL_INFO');
    return { clientId, findings: [] };
  },
});
