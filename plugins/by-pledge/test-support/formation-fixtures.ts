import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import type { PluginConformance, ValidatorFixture } from '../../kit/conformance';
import { requiredDeclarations } from '../declarations/required';
import { rules } from '../rules';
import { partyFields } from '../validators/formation';

type Facts = Parameters<typeof rules.factSet>[0];
type Fixtures = PluginConformance['fixtures']['validators'];

const under = (facts: Facts): ValidatorFixture => ({ lender: 'zubr-leasing', on: '2026-06-01', facts: rules.factSet(facts) });
const failing = (facts: Facts, code: string) => [{ ...under(facts), code }];
const day = (text: string) => [Temporal.PlainDate.from(text), 'REGISTER'] as const;
const sum = (text: string) => [new Decimal(text), 'CONTRACT'] as const;
const code = (text: string) => [text, 'FORM'] as const;
const codes = (...list: readonly string[]) => [list, 'FORM'] as const;
const flag = (value: boolean) => [value, 'FORM'] as const;
const count = (value: number) => [value, 'FORM'] as const;

const rows = ['ROW1', 'ROW2', 'ROW3', 'ROW4', 'ROW5', 'ROW6'];
const loan: Facts = {
  namedLoan: code('ML-501'),
  namedLoanOn: day('2026-06-01'),
  namedAmount: sum('3000.00'),
  namedCurrency: code('BYN'),
  loanNumber: code('ML-501'),
  loanOn: day('2026-06-01'),
  loanAmount: sum('3000.00'),
};
const owner: Facts = { pledgorStatus: code('BY_CITIZEN'), personalNumberValid: flag(true), pledgorIsBorrower: flag(true) };
const none = codes();
const product: Facts = {
  insurer: code('BY'),
  policyProduct: code('AUTO_CASCO'),
  policyRisks: codes('ALL_DAMAGE', 'LOSS'),
  deviations: none,
};
const policySum: Facts = { sumInsured: sum('12500.00'), sumRequired: sum('12500.00'), deviations: none, policyCurrency: code('BYN') };

const pair = (good: Facts, bad: Facts, refusal: string) => ({ passing: [under(good)], failing: failing(bad, refusal) });

/** Facts with which each rule of the formation passes and fails. */
export const formationFixtures: Fixtures = {
  'by-pledge.vin-check-digit': pair({ vin: code('1M8GDM9AXKP042788') }, { vin: code('XTA210990Y1234567') }, 'BY_PLEDGE_VIN_CHECK_DIGIT'),
  'by-pledge.certificate': pair(
    { certifiedOn: day('2023-11-14'), signedOn: day('2026-06-01') },
    { certifiedOn: day('2023-11-14'), signedOn: day('2026-06-01'), certificateEndedOn: day('2026-05-31') },
    'BY_PLEDGE_LENDER_NOT_REGISTERED',
  ),
  'by-pledge.pledgor': pair(owner, { ...owner, pledgorStatus: code('FOREIGNER') }, 'BY_PLEDGE_PLEDGOR_NOT_ELIGIBLE'),
  'by-pledge.loan-named': pair(loan, { ...loan, namedAmount: sum('3500.00') }, 'BY_PLEDGE_LOAN_MISMATCH'),
  'by-pledge.schedule': pair(
    { scheduleDays: codes('2026-07-01'), finalOn: day('2026-07-01') },
    { scheduleDays: codes('2026-07-02'), finalOn: day('2026-07-01') },
    'BY_PLEDGE_SCHEDULE_INVALID',
  ),
  'by-pledge.ownership': pair(
    { owned: flag(true), filledRows: codes(...rows) },
    { owned: flag(true), filledRows: none },
    'BY_PLEDGE_INVENTORY_INCOMPLETE',
  ),
  'by-pledge.inventory-rows': pair(
    { filledRows: codes(...rows), insuranceDemanded: flag(false) },
    { filledRows: codes(...rows), insuranceDemanded: flag(true) },
    'BY_PLEDGE_INVENTORY_INCOMPLETE',
  ),
  'by-pledge.property-name': pair({ filledRows: codes('ROW1') }, { filledRows: codes('ROW2') }, 'BY_PLEDGE_INVENTORY_INCOMPLETE'),
  'by-pledge.movable': pair({ propertyType: code('VEHICLE') }, { propertyType: code('IMMOVABLE') }, 'BY_PLEDGE_PROPERTY_NOT_MOVABLE'),
  'by-pledge.valuation-evidence': pair({ photos: count(8) }, { photos: count(0) }, 'BY_PLEDGE_VALUATION_EVIDENCE_MISSING'),
  'by-pledge.value-agreed': pair(
    { pledgeValue: sum('12500.00'), agreedValue: sum('12500.00') },
    { pledgeValue: sum('12500.00'), agreedValue: sum('12000.00') },
    'BY_PLEDGE_DECLARATION_MISSING',
  ),
  'by-pledge.not-pledged': pair(
    { otherPledges: count(0), registerHits: count(0) },
    { otherPledges: count(1), registerHits: count(0) },
    'BY_PLEDGE_ALREADY_ENCUMBERED',
  ),
  'by-pledge.unrestricted': pair({ restrictions: none }, { restrictions: codes('ARRESTED') }, 'BY_PLEDGE_PROPERTY_RESTRICTED'),
  'by-pledge.spouse': pair(
    { ownershipAnswer: code('JOINT_MARITAL'), spouseConsented: flag(true) },
    { ownershipAnswer: code('JOINT_MARITAL'), spouseConsented: flag(false) },
    'BY_PLEDGE_SPOUSE_CONSENT_MISSING',
  ),
  'by-pledge.disputes': pair(
    { disputesTerritory: codes('BY', 'ABROAD') },
    { disputesTerritory: codes('BY') },
    'BY_PLEDGE_DECLARATION_MISSING',
  ),
  'by-pledge.identity': pair({ identityChecked: flag(true) }, { identityChecked: flag(false) }, 'BY_PLEDGE_IDENTITY_NOT_CONFIRMED'),
  'by-pledge.party-details': pair(
    { partyDetails: codes(...partyFields) },
    { partyDetails: codes('NAME') },
    'BY_PLEDGE_PARTY_DETAILS_INCOMPLETE',
  ),
  ...Object.fromEntries(
    requiredDeclarations.map(({ kind }) => [
      `by-pledge.declared-${kind.toLowerCase().replaceAll('_', '-')}`,
      pair({ declared: codes(kind) }, { declared: none }, 'BY_PLEDGE_DECLARATION_MISSING'),
    ]),
  ),
  'by-pledge.insured': pair(
    { insuranceDemanded: flag(true), insured: flag(true) },
    { insuranceDemanded: flag(true), insured: flag(false) },
    'BY_PLEDGE_NOT_INSURED',
  ),
  'by-pledge.policy-product': pair(product, { ...product, insurer: code('LV') }, 'BY_PLEDGE_INSURANCE_NOT_COMPLIANT'),
  'by-pledge.policy-beneficiary': pair(
    { beneficiary: code('PLEDGEE'), deviations: none },
    { beneficiary: code('PLEDGOR'), deviations: none },
    'BY_PLEDGE_INSURANCE_BENEFICIARY',
  ),
  'by-pledge.policy-sum': pair(policySum, { ...policySum, sumInsured: sum('12499.99') }, 'BY_PLEDGE_INSURANCE_SUM_TOO_LOW'),
  'by-pledge.policy-deductible': pair(
    { deductible: sum('0'), deviations: none },
    { deductible: sum('100.00'), deviations: none },
    'BY_PLEDGE_INSURANCE_DEDUCTIBLE',
  ),
  'by-pledge.policy-currency': pair(
    { policyCurrency: code('USD'), deviations: none },
    { policyCurrency: code('VES'), deviations: none },
    'BY_PLEDGE_INSURANCE_CURRENCY',
  ),
  'by-pledge.claim-item': pair({ claimItem: code('COURT_COSTS') }, { claimItem: code('ADVISORY_FEE') }, 'BY_PLEDGE_CLAIM_ITEM_NOT_SECURED'),
};
