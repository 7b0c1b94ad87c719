import { type Finding, findingOf, formFinding, type ResolvedRules, uphold } from '../../../modules/rules';
import { rules } from '../rule-set';

type Name = Parameters<typeof rules.read>[1] & `fields.${string}`;

/** Parameters that name the fields of each step. */
export const stepFields = {
  CONTACT_INFO: ['fields.desired', 'fields.name', 'fields.email', 'fields.phone'],
  PASSPORT_DATA: [
    'fields.passport',
    'fields.passportUnit',
    'fields.passportIssuer',
    'fields.birth',
    'fields.landline',
    'fields.sex',
    'fields.registeredAddress',
    'fields.actualAddress',
    'fields.insuranceNumber',
    'fields.contactPersonName',
    'fields.contactPersonPhone',
    'fields.contactPersonRelation',
  ],
  ADDITIONAL_INFO: [
    'fields.employment',
    'fields.profession',
    'fields.employer',
    'fields.jobTenure',
    'fields.employerAddress',
    'fields.employerDetails',
    'fields.incomes',
    'fields.obligations',
    'fields.creditHistory',
    'fields.family',
    'fields.car',
  ],
} as const satisfies Record<string, readonly Name[]>;

type FieldStep = keyof typeof stepFields;

/** What is wrong with a field: a code and what its sentence tells. */
export type FieldFault = readonly [code: string, facts?: Finding['facts']];

/** Judges one field that was given. */
export type FieldChecks<Data> = { readonly [K in keyof Data]?: (value: NonNullable<Data[K]>, data: Data) => FieldFault | null };

export interface FieldOptions<Data> {
  /** Fields that are not asked for from this person: no patronymic, no other address. */
  readonly exempt?: readonly (keyof Data & string)[];
  readonly checks: FieldChecks<Data>;
}

/** What is missing in a step's fields or wrong with them, each finding with its path and the clause that asks for the field. */
export function fieldFindings<Data extends object>(
  resolved: ResolvedRules,
  step: FieldStep,
  data: Data,
  { exempt = [], checks }: FieldOptions<Data>,
): Finding[] {
  const given = data as Readonly<Record<string, unknown>>;
  const asked = new Map<string, NonNullable<ReturnType<typeof rules.read<Name>>>>();
  const findings: (Finding | null)[] = [];
  for (const name of stepFields[step]) {
    const bound = rules.read(resolved, name);
    for (const field of bound?.value ?? []) {
      asked.set(field, bound!);
      if (exempt.includes(field as keyof Data & string)) continue;
      findings.push(uphold(bound!.citations, isGiven(given[field]), 'RU_MFO_FIELD_REQUIRED', { field }, { path: ['input', field] }));
    }
  }
  for (const [field, check] of Object.entries(checks) as [string, (value: unknown, all: Data) => FieldFault | null][]) {
    const fault = isGiven(given[field]) ? check(given[field], data) : null;
    if (!fault) continue;
    const [code, facts = {}] = fault;
    const clause = asked.get(field);
    const path = ['input', field];
    findings.push(clause ? findingOf(code, clause.citations, facts, { path }) : formFinding(code, path, facts));
  }
  return findings.filter((finding) => finding !== null);
}

const isGiven = (value: unknown) => value !== null && value !== undefined && (typeof value !== 'string' || value.trim() !== '');
