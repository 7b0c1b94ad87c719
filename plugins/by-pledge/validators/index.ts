import type { Validator } from '../../../modules/rules';
import { declarationValidators } from './declarations';
import { fine, selfSale } from './enforcement';
import * as formation from './formation';
import { claimItem, insured, policyBeneficiary, policyCurrency, policyDeductible, policyProduct, policySum } from './insurance';
import { manufactureYear, pledgeValue, vin } from './inventory';

export const validators: readonly Validator[] = [
  vin,
  manufactureYear,
  pledgeValue,
  formation.vinCheckDigit,
  formation.certificate,
  formation.pledgor,
  formation.loanNamed,
  formation.schedule,
  formation.ownership,
  formation.inventoryRows,
  formation.propertyName,
  formation.movable,
  formation.valuationEvidence,
  formation.valueAgreed,
  formation.notPledged,
  formation.unrestricted,
  formation.spouse,
  formation.disputes,
  formation.identity,
  formation.partyDetails,
  ...declarationValidators,
  insured,
  policyProduct,
  policyBeneficiary,
  policySum,
  policyDeductible,
  policyCurrency,
  claimItem,
  selfSale,
  fine,
];
