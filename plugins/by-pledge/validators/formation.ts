import { Temporal } from 'temporal-polyfill';
import { fail, pass } from '../../../modules/rules';
import { cite } from '../cite';
import { hasCheckDigit } from '../inventory/vin-check-digit';
import { rules } from '../rules';

/** Stage at which a version of the inventory is judged by itself, and one at which a valuation is. */
export const INVENTORY = 'INVENTORY';
export const VALUATION = 'VALUATION';
export const PRINT = 'PRINT';

/** No pledge is formed by a lender whose entry in the register of microfinance organisations does not stand. */
export const certificate = rules.validator({
  id: 'by-pledge.certificate',
  appliesAt: ['START', 'SIGN'],
  facts: ['certifiedOn', 'signedOn'],
  optionalFacts: ['certificateEndedOn'],
  cites: [cite('by-pledge/0/pledgee')],
  check: ({ certifiedOn, signedOn, certificateEndedOn }) => {
    const stands = Temporal.PlainDate.compare(certifiedOn, signedOn) <= 0;
    const ended = certificateEndedOn && Temporal.PlainDate.compare(certificateEndedOn, signedOn) <= 0;
    return stands && !ended ? pass : fail('BY_PLEDGE_LENDER_NOT_REGISTERED', cite('by-pledge/0/pledgee'), { on: signedOn.toString() });
  },
});

export const pledgor = rules.validator({
  id: 'by-pledge.pledgor',
  appliesAt: ['SIGN'],
  facts: ['pledgorStatus', 'personalNumberValid', 'pledgorIsBorrower'],
  params: ['pledgor.statuses'],
  check: (facts, params) => {
    const statuses = params['pledgor.statuses'];
    if (statuses.value.includes(facts.pledgorStatus) && facts.personalNumberValid && facts.pledgorIsBorrower) return pass;
    return fail('BY_PLEDGE_PLEDGOR_NOT_ELIGIBLE', statuses, {
      status: facts.pledgorStatus,
      personalNumberValid: facts.personalNumberValid,
      isBorrower: facts.pledgorIsBorrower,
    });
  },
});

/** The agreement names one loan by number, day and sum, and they are those of the loan. */
export const loanNamed = rules.validator({
  id: 'by-pledge.loan-named',
  appliesAt: ['SIGN'],
  facts: ['namedLoan', 'namedLoanOn', 'namedAmount', 'namedCurrency', 'loanNumber', 'loanOn', 'loanAmount'],
  params: ['pledge.currency'],
  check: (facts, params) => {
    const currency = params['pledge.currency'];
    const same =
      facts.namedLoan === facts.loanNumber &&
      facts.namedLoanOn.equals(facts.loanOn) &&
      facts.namedAmount.eq(facts.loanAmount) &&
      facts.namedCurrency === currency.value;
    if (same) return pass;
    return fail('BY_PLEDGE_LOAN_MISMATCH', currency, { named: facts.namedAmount.toFixed(2), loan: facts.loanAmount.toFixed(2) });
  },
});

/** Every payment falls on or before the final date. */
export const schedule = rules.validator({
  id: 'by-pledge.schedule',
  appliesAt: ['SIGN'],
  facts: ['scheduleDays', 'finalOn'],
  cites: [cite('by-pledge/1.1/p4')],
  check: ({ scheduleDays, finalOn }) => {
    const final = finalOn.toString();
    const beyond = scheduleDays.filter((day) => day > final);
    if (scheduleDays.length > 0 && beyond.length === 0) return pass;
    return fail('BY_PLEDGE_SCHEDULE_INVALID', cite('by-pledge/1.1/p4'), { final, beyond: beyond.join(', ') });
  },
});

export const ownership = rules.validator({
  id: 'by-pledge.ownership',
  appliesAt: ['SIGN'],
  facts: ['owned', 'filledRows'],
  cites: [cite('by-pledge/1.2/p1/ownership')],
  check: ({ owned, filledRows }) =>
    owned && filledRows.length > 0
      ? pass
      : fail('BY_PLEDGE_INVENTORY_INCOMPLETE', cite('by-pledge/1.2/p1/ownership'), {
          missing: filledRows.length > 0 ? 'OWNERSHIP' : 'INVENTORY',
        }),
});

export const inventoryRows = rules.validator({
  id: 'by-pledge.inventory-rows',
  appliesAt: ['SIGN'],
  facts: ['filledRows', 'insuranceDemanded'],
  params: ['inventory.rows', 'inventory.rows.insured'],
  check: ({ filledRows, insuranceDemanded }, params) => {
    const always = params['inventory.rows'];
    const insured = params['inventory.rows.insured'];
    const missingOf = ({ value }: { readonly value: readonly string[] }) => value.filter((row) => !filledRows.includes(row));
    const missing = [...missingOf(always), ...(insuranceDemanded ? missingOf(insured) : [])];
    if (missing.length === 0) return pass;
    const ground = missingOf(always).length > 0 ? always : insured;
    return fail('BY_PLEDGE_INVENTORY_INCOMPLETE', ground, { missing: missing.join(', ') });
  },
});

/** Row 1 is not blank. */
export const propertyName = rules.validator({
  id: 'by-pledge.property-name',
  appliesAt: [INVENTORY],
  facts: ['filledRows'],
  cites: [cite('by-pledge/A1/row1')],
  path: ['input', 'propertyName'],
  check: ({ filledRows }) =>
    filledRows.includes('ROW1') ? pass : fail('BY_PLEDGE_INVENTORY_INCOMPLETE', cite('by-pledge/A1/row1'), { missing: 'ROW1' }),
});

export const movable = rules.validator({
  id: 'by-pledge.movable',
  appliesAt: [INVENTORY, 'SIGN'],
  facts: ['propertyType'],
  cites: [cite('by-pledge/2.1')],
  path: ['input', 'propertyType'],
  check: ({ propertyType }) =>
    propertyType === 'IMMOVABLE' ? fail('BY_PLEDGE_PROPERTY_NOT_MOVABLE', cite('by-pledge/2.1'), { propertyType }) : pass,
});

export const valuationEvidence = rules.validator({
  id: 'by-pledge.valuation-evidence',
  appliesAt: [VALUATION],
  facts: ['photos'],
  params: ['valuation.photos.min'],
  check: ({ photos }, params) => {
    const min = params['valuation.photos.min'];
    return photos >= min.value ? pass : fail('BY_PLEDGE_VALUATION_EVIDENCE_MISSING', min, { photos, min: min.value });
  },
});

/** The declaration names the very sum of row 6. */
export const valueAgreed = rules.validator({
  id: 'by-pledge.value-agreed',
  appliesAt: ['SIGN'],
  facts: ['pledgeValue'],
  optionalFacts: ['agreedValue'],
  cites: [cite('by-pledge/1.5/agreement')],
  check: ({ pledgeValue, agreedValue }) =>
    agreedValue?.eq(pledgeValue)
      ? pass
      : fail('BY_PLEDGE_DECLARATION_MISSING', cite('by-pledge/1.5/agreement'), { missing: 'VALUE_AGREED', value: pledgeValue.toFixed(2) }),
});

/** Nobody else has a pledge of the item: declared, and neither held here nor found in the register. */
export const notPledged = rules.validator({
  id: 'by-pledge.not-pledged',
  appliesAt: ['SIGN'],
  facts: ['otherPledges', 'registerHits'],
  cites: [cite('by-pledge/2.2/b3')],
  check: ({ otherPledges, registerHits }) =>
    otherPledges + registerHits > 0 ? fail('BY_PLEDGE_ALREADY_ENCUMBERED', cite('by-pledge/2.2/b3'), { otherPledges, registerHits }) : pass,
});

export const unrestricted = rules.validator({
  id: 'by-pledge.unrestricted',
  appliesAt: ['SIGN'],
  facts: ['restrictions'],
  cites: [cite('by-pledge/2.2/b4')],
  check: ({ restrictions }) =>
    restrictions.length === 0
      ? pass
      : fail('BY_PLEDGE_PROPERTY_RESTRICTED', cite('by-pledge/2.2/b4'), { restrictions: restrictions.join(', ') }),
});

/** Joint property of spouses needs the other spouse's consent. */
export const spouse = rules.validator({
  id: 'by-pledge.spouse',
  appliesAt: ['SIGN'],
  facts: ['spouseConsented'],
  optionalFacts: ['ownershipAnswer'],
  cites: [cite('by-pledge/2.2/b1/spouse')],
  check: ({ ownershipAnswer, spouseConsented }) =>
    ownershipAnswer === 'JOINT_MARITAL' && !spouseConsented
      ? fail('BY_PLEDGE_SPOUSE_CONSENT_MISSING', cite('by-pledge/2.2/b1/spouse'))
      : pass,
});

export const disputes = rules.validator({
  id: 'by-pledge.disputes',
  appliesAt: ['SIGN'],
  facts: ['disputesTerritory'],
  params: ['disputes.territory'],
  check: ({ disputesTerritory }, params) => {
    const territory = params['disputes.territory'];
    const missing = territory.value.filter((place) => !disputesTerritory.includes(place));
    return missing.length === 0
      ? pass
      : fail('BY_PLEDGE_DECLARATION_MISSING', territory, { missing: `NO_DISPUTES: ${missing.join(', ')}` });
  },
});

export const identity = rules.validator({
  id: 'by-pledge.identity',
  appliesAt: ['SIGN'],
  facts: ['identityChecked'],
  cites: [cite('by-pledge/5.9')],
  check: ({ identityChecked }) => (identityChecked ? pass : fail('BY_PLEDGE_IDENTITY_NOT_CONFIRMED', cite('by-pledge/5.9'))),
});

/** What the lender's block of the printed agreement holds. */
export const partyFields = ['NAME', 'UNP', 'ADDRESS', 'ACCOUNT', 'BANK', 'BANK_CODE', 'PHONE', 'EMAIL', 'SIGNER'] as const;

export const partyDetails = rules.validator({
  id: 'by-pledge.party-details',
  appliesAt: [PRINT],
  facts: ['partyDetails'],
  cites: [cite('by-pledge/6/pledgee')],
  check: ({ partyDetails: held }) => {
    const missing = partyFields.filter((field) => !held.includes(field));
    if (missing.length === 0) return pass;
    return fail('BY_PLEDGE_PARTY_DETAILS_INCOMPLETE', cite('by-pledge/6/pledgee'), { missing: missing.join(', ') });
  },
});

/** A wrong check digit refuses nothing: most makers outside of North America use its place for something else. */
export const vinCheckDigit = rules.validator({
  id: 'by-pledge.vin-check-digit',
  appliesAt: [INVENTORY],
  facts: ['vin'],
  optionalFacts: ['vinException'],
  cites: [cite('by-pledge/A1/row2')],
  severity: 'WARNING',
  path: ['input', 'vin'],
  check: ({ vin, vinException }) =>
    vinException || hasCheckDigit(vin) ? pass : fail('BY_PLEDGE_VIN_CHECK_DIGIT', cite('by-pledge/A1/row2')),
});
