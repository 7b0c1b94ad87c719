import { Temporal } from 'temporal-polyfill';
import { RuleBook, runValidator, type Validator } from '../../../modules/rules';
import { mikroLeasingRules } from '../editions/mikro-leasing';
import { rules } from '../rules';
import { validators } from '.';
import { identificationWindow } from './identification-window';
import { personalNumber, phone, registrationFields, unp } from './registration';

const book = new RuleBook(rules, [mikroLeasingRules], [], validators);
const resolved = book.resolve('mikro-leasing', '2026-06-01');
const run = (validator: Validator, facts: Parameters<typeof rules.factSet>[0]) => runValidator(validator, rules.factSet(facts), resolved);
const at = (text: string) => Temporal.Instant.from(text);

const windowAt = (identifiedBy: string, operation: string) =>
  run(identificationWindow, {
    identifiedBy: [identifiedBy, 'MSI'],
    identifiedAt: [at('2026-06-01T08:00:00Z'), 'MSI'],
    operationAt: [at(operation), 'CLOCK'],
  });

const form = (clientKind: string, ...fieldsGiven: string[]) =>
  run(registrationFields, { clientKind: [clientKind, 'FORM'], fieldsGiven: [fieldsGiven, 'FORM'] });

describe('identification of a client', () => {
  it('by-leasing/5.4/b1 · by personal data holds for exactly 24 hours', () => {
    expect(windowAt('PERSONAL_DATA', '2026-06-02T08:00:00Z')).toMatchObject({ verdict: 'PASS' });
  });

  it('by-leasing/5.4/b1 · by personal data is asked for again a second later', () => {
    expect(windowAt('PERSONAL_DATA', '2026-06-02T08:00:01Z')).toMatchObject({
      code: 'BY_LEASING_REIDENTIFICATION_REQUIRED',
      clauses: ['by-leasing/5.4/b1'],
      edition: 'by-leasing/mikro-leasing/2026-05-12',
      facts: { hours: 24 },
    });
  });

  it('by-leasing/5.4/b2 · by certificate holds for an hour', () => {
    expect(windowAt('CERTIFICATE', '2026-06-01T08:59:59Z')).toMatchObject({ verdict: 'PASS' });
    expect(windowAt('CERTIFICATE', '2026-06-01T09:00:01Z')).toMatchObject({ clauses: ['by-leasing/5.4/b2'], facts: { hours: 1 } });
  });
});

describe('registration', () => {
  it('by-leasing/4.2/b1 · of a natural person asks for no УНП', () => {
    expect(form('INDIVIDUAL', 'SURNAME', 'FIRST_NAME', 'PHONE')).toMatchObject({ verdict: 'PASS' });
    expect(form('INDIVIDUAL', 'SURNAME', 'PHONE')).toMatchObject({ clauses: ['by-leasing/4.2/b1'], facts: { missing: 'FIRST_NAME' } });
  });

  it('by-leasing/4.2/b2 · of a legal entity without УНП is refused naming it', () => {
    expect(form('LEGAL_ENTITY', 'ORGANISATION_NAME', 'PHONE')).toMatchObject({
      code: 'BY_LEASING_REGISTRATION_FIELD_MISSING',
      clauses: ['by-leasing/4.2/b2'],
      facts: { missing: 'UNP' },
    });
    expect(form('LEGAL_ENTITY', 'ORGANISATION_NAME', 'PHONE', 'UNP')).toMatchObject({ verdict: 'PASS' });
  });

  it('by-leasing/4.2/b3 · of a sole proprietor asks for УНП and names', () => {
    expect(form('SOLE_PROPRIETOR', 'UNP', 'SURNAME', 'FIRST_NAME', 'PHONE')).toMatchObject({ verdict: 'PASS' });
    expect(form('SOLE_PROPRIETOR', 'PHONE')).toMatchObject({
      clauses: ['by-leasing/4.2/b3'],
      facts: { missing: 'FIRST_NAME, SURNAME, UNP' },
    });
  });

  it('by-leasing/4.2/b2 · a УНП with a wrong check digit is refused, and never shown in the finding', () => {
    const verdict = run(unp, { clientKind: ['LEGAL_ENTITY', 'FORM'], unp: ['193498949', 'FORM'] });
    expect(verdict).toMatchObject({ code: 'BY_LEASING_UNP_INVALID', clauses: ['by-leasing/4.2/b2'], facts: {} });
    expect(run(unp, { clientKind: ['INDIVIDUAL', 'FORM'], unp: ['', 'FORM'] })).toMatchObject({ reason: 'NOT_APPLICABLE' });
  });

  it('by-leasing/1/phone-number · with a foreign phone is refused', () => {
    expect(run(phone, { phone: ['+79161234567', 'FORM'] })).toMatchObject({ code: 'BY_LEASING_PHONE_NOT_BELARUSIAN' });
    expect(run(phone, { phone: ['+375291234567', 'FORM'] })).toMatchObject({ verdict: 'PASS' });
  });

  it('by-leasing/9.2.3/accurate · an identification number that cannot exist is refused', () => {
    expect(run(personalNumber, { personalNumber: ['3110190A001PB3', 'FORM'] })).toMatchObject({
      code: 'BY_LEASING_PERSONAL_NUMBER_INVALID',
      clauses: ['by-leasing/9.2.3/accurate'],
    });
    expect(run(personalNumber, { personalNumber: ['3110190A001PB2', 'FORM'] })).toMatchObject({ verdict: 'PASS' });
  });
});

describe('edition', () => {
  it('by-leasing/12.7 · is in force from its approval and has no end', () => {
    expect(book.resolve('mikro-leasing', '2026-05-12').edition).toMatchObject({ id: 'by-leasing/mikro-leasing/2026-05-12', to: null });
    expect(book.resolve('mikro-leasing', '2026-05-11').finding).toMatchObject({ code: 'BY_LEASING_EDITION_GAP' });
  });
});
