import { codeOperations, codePolicies, contactGuards, signInGuards } from '../../modules/access';
import { applicationLifecycle } from '../../modules/applications';
import { calendars } from '../../modules/calendar';
import { accrualPolicy, repaymentPolicy, termsCalculator } from '../../modules/contracts';
import { deadlineKinds } from '../../modules/deadlines';
import { decisionPolicy } from '../../modules/decisions';
import { documentTemplates, signatureBlocks, uploadPurposes } from '../../modules/documents';
import { backgroundJobs, httpRoutes } from '../../modules/execution';
import { lenderDefinitions } from '../../modules/lenders';
import { paymentFollowers, payoutDestination, transferPurposes } from '../../modules/payments';
import { ruleClauses, ruleEditions, ruleParameters, ruleStatutes, ruleValidators } from '../../modules/rules';
import { evidenceChecks, evidenceParts, signingMethods } from '../../modules/signatures';
import type { ExtensionPoint } from '../../schema/base';

interface Many<T> {
  readonly point: ExtensionPoint<T>;
  readonly many: true;
}
interface One<T> {
  readonly point: ExtensionPoint<T>;
  readonly many: false;
}

const many = <T>(point: ExtensionPoint<T>): Many<T> => ({ point, many: true });
const one = <T>(point: ExtensionPoint<T>): One<T> => ({ point, many: false });

/**
 * Which property of `definePlugin` fills which extension point, and whether it holds a list or one thing.
 * A line here is all that a new extension point needs to become a property.
 */
export const extensionProperties = {
  lenders: many(lenderDefinitions),
  calendars: many(calendars),
  /** The plugin's rule set: parameters, facts and codes. */
  parameters: one(ruleParameters),
  editions: many(ruleEditions),
  statutes: many(ruleStatutes),
  validators: many(ruleValidators),
  /** The register of clauses, generated from the plugin's YAML. */
  clauses: one(ruleClauses),
  deadlines: many(deadlineKinds),
  /** How the plugin takes part in the life of its applications. */
  lifecycle: one(applicationLifecycle),
  /** Rate, cost and schedule of a loan by the law and the lender's tariffs. */
  terms: one(termsCalculator),
  payout: one(payoutDestination),
  /** What follows when money of the plugin's own purposes has gone out. */
  transferPurposes: many(transferPurposes),
  /** What else payments do to the plugin's contracts. */
  paymentFollowers: many(paymentFollowers),
  /** What each day of a contract costs. */
  accrual: one(accrualPolicy),
  /** How payments are split. */
  repayment: one(repaymentPolicy),
  decisionPolicy: one(decisionPolicy),
  /** Templates of documents, each in all its versions. */
  documents: many(documentTemplates),
  uploads: many(uploadPurposes),
  /** What else the last page of a printed document says. */
  signatureBlocks: many(signatureBlocks),
  /** Ways to sign that the plugin's rules know. */
  signing: many(signingMethods),
  /** What verifies the plugin's own files in an evidence package, offline. */
  evidenceChecks: many(evidenceChecks),
  /** What the plugin puts into the evidence packages of its documents. */
  evidenceParts: many(evidenceParts),
  /** How confirmation codes behave at lenders that use the plugin. */
  codePolicy: one(codePolicies),
  /** What is confirmed by a code beside documents. */
  codeOperations: many(codeOperations),
  /** Work behind the requests. */
  jobs: many(backgroundJobs),
  /** Pages beside the graph. */
  httpRoutes: many(httpRoutes),
  /** The plugin's reasons not to let a client in. */
  signInGuard: one(signInGuards),
  /** The plugin's reasons not to let a client change a contact by itself. */
  contactGuard: one(contactGuards),
} as const;

type Properties = typeof extensionProperties;

/** What a plugin adds to the modules' extension points, under the names of `definePlugin`. */
export type ExtensionParts = {
  readonly [K in keyof Properties]?: Properties[K] extends Many<infer T> ? readonly T[] : Properties[K] extends One<infer T> ? T : never;
};

/** The values of one property as a list, whichever form it has. */
export function valuesOf(parts: ExtensionParts, property: keyof Properties): readonly unknown[] {
  const value: unknown = parts[property];
  if (value === undefined) return [];
  return extensionProperties[property].many ? (value as readonly unknown[]) : [value];
}
