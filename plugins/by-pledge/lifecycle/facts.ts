import { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord } from '../../../modules/applications';
import type { CommandContext } from '../../../modules/commands';
import { latestDecision } from '../../../modules/decisions';
import type { FactSet } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { certificateEndedOn } from '../authority/authority.commands';
import { declarationsByPledge } from '../declarations/declare.command';
import { requiredDeclarations } from '../declarations/required';
import { identitiesByPledge, pledgorStatus } from '../identity/check-identity.command';
import { isInForce, policiesByPledge } from '../insurance/policy.record';
import { inventoriesByPledge, latestChecks, otherPledgesOf } from '../inventory/inventory.record';
import { filledRows } from '../inventory/save-inventory.command';
import { certificates } from '../lenders/certificate';
import { lockPledgeOf, type PledgeRecord } from '../pledge';
import { rules } from '../rules';
import { valuationsByPledge } from '../valuation/valuation.record';

type Facts = Parameters<typeof rules.factSet>[0];

/** The loan as an agreement names it. */
export interface NamedLoan {
  readonly number: string;
  /** ISO 8601. */
  readonly on: string;
  readonly amount: string;
  readonly currency: string;
}

/** Everything that the rules of an agreement may ask about an application. */
export async function gatherFacts(context: CommandContext, application: ApplicationRecord): Promise<FactSet> {
  const pledge = await lockPledgeOf(context, application.id);
  const named =
    pledge?.loanNumber && pledge.loanOn && pledge.loanAmount
      ? { number: pledge.loanNumber, on: pledge.loanOn, amount: pledge.loanAmount, currency: application.currency }
      : null;
  return rules.factSet({ ...(await lenderFacts(context)), ...(pledge ? await agreementFacts(context, application, pledge, named) : {}) });
}

/** What is known of the lender on the day of a signature. */
export async function lenderFacts(context: CommandContext): Promise<Facts> {
  const certificate = certificates[context.lender.code];
  if (!certificate) return {};
  const ended = await certificateEndedOn(context, certificate.number);
  return {
    certifiedOn: [Temporal.PlainDate.from(certificate.enteredOn), 'REGISTER'],
    certificateEndedOn: [ended && Temporal.PlainDate.from(ended), 'REGISTER'],
    signedOn: [context.today, 'CLOCK'],
  } as Facts;
}

/** What is known of an agreement before it is signed. `named`: the loan as the agreement names it. */
export async function agreementFacts(
  context: CommandContext,
  application: ApplicationRecord,
  pledge: PledgeRecord,
  named: NamedLoan | null,
): Promise<Facts> {
  const { transaction } = context;
  const inventory = (await transaction.query(inventoriesByPledge.statement, [[pledge.id]])).at(-1);
  const declarations = new Map((await transaction.query(declarationsByPledge.statement, [[pledge.id]])).map((one) => [one.kind, one]));
  const valuation = (await transaction.query(valuationsByPledge.statement, [[pledge.id]])).at(-1);
  const identity = (await transaction.query(identitiesByPledge.statement, [[pledge.id]])).at(-1);
  const [decision] = await transaction.query(latestDecision, [application.id]);
  const checks = inventory ? await transaction.query(latestChecks, [inventory.vin]) : [];
  const others = inventory ? await transaction.query(otherPledgesOf, [inventory.vin, pledge.id]) : [];
  const found = checks.filter((check) => check.found).map(({ kind }) => kind);
  const declared = requiredDeclarations
    .filter(({ kind, accepted }) => accepted.includes(declarations.get(kind)?.answer ?? ''))
    .map(({ kind }) => kind);
  const agreed = declarations.get('VALUE_AGREED')?.amount;
  const ownershipAnswer = declarations.get('OWNERSHIP')?.answer;
  const policies = await transaction.query(policiesByPledge.statement, [[pledge.id]]);
  const terms = decision?.terms;
  const day = (text: string) => Temporal.PlainDate.from(text);
  const facts = {
    insuranceDemanded: [pledge.insuranceDemandedAt !== null, 'PLEDGE'],
    insured: [policies.some((policy) => isInForce(policy, context.today.toString())), 'POLICIES'],
    pledgeYear: [context.today.year, 'CLOCK'],
    filledRows: [inventory ? filledRows(inventory) : [], 'INVENTORY'],
    ...(inventory && {
      vin: [inventory.vin, 'INVENTORY'],
      vinException: [inventory.vinException, 'INVENTORY'],
      manufacturedIn: [inventory.manufacturedIn, 'INVENTORY'],
      propertyType: [inventory.propertyType, 'INVENTORY'],
      pledgeValue: [inventory.pledgeValue && new Decimal(inventory.pledgeValue), 'INVENTORY'],
      otherPledges: [others.length, 'PLEDGES'],
      registerHits: [found.includes('PLEDGE_REGISTER') ? 1 : 0, 'REGISTER'],
      restrictions: [found.filter((kind) => kind !== 'PLEDGE_REGISTER'), 'CHECKS'],
    }),
    valuation: [valuation && new Decimal(valuation.value), 'VALUATION'],
    declared: [declared, 'DECLARATIONS'],
    owned: [ownershipAnswer === 'SOLE' || ownershipAnswer === 'JOINT_MARITAL', 'DECLARATIONS'],
    ownershipAnswer: [ownershipAnswer, 'DECLARATIONS'],
    spouseConsented: [declarations.get('SPOUSE_CONSENT')?.answer === 'YES', 'DECLARATIONS'],
    disputesTerritory: [declarations.get('NO_DISPUTES')?.territory ?? [], 'DECLARATIONS'],
    agreedValue: [agreed && new Decimal(agreed), 'DECLARATIONS'],
    identityChecked: [identity !== undefined, 'IDENTITY'],
    pledgorStatus: [identity ? pledgorStatus(identity) : 'UNKNOWN', 'IDENTITY'],
    personalNumberValid: [identity?.personalNumberValid ?? false, 'IDENTITY'],
    pledgorIsBorrower: [pledge.clientId === application.clientId, 'APPLICATION'],
    ...(named && {
      namedLoan: [named.number, 'AGREEMENT'],
      namedLoanOn: [day(named.on), 'AGREEMENT'],
      namedAmount: [new Decimal(named.amount), 'AGREEMENT'],
      namedCurrency: [named.currency, 'AGREEMENT'],
    }),
    ...(terms && {
      loanNumber: [application.number, 'LOAN'],
      loanOn: [day(pledge.loanOn ?? context.today.toString()), 'LOAN'],
      loanAmount: [new Decimal(terms.principal), 'LOAN'],
      scheduleDays: [terms.schedule.map(({ dueOn }) => dueOn), 'LOAN'],
      finalOn: [day(terms.dueOn), 'LOAN'],
    }),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, known]) => known)) as Facts;
}
