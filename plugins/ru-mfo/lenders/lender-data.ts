import type { RefusalGround } from '../../../modules/decisions';
import type { LenderRules } from '../../../modules/rules';
import type { AddonService } from '../addons/addon-service';
import type { ClauseOverride } from '../precedence/clause-override';
import type { KnownPublication } from '../publications/publication-kind';
import type { LoanKind } from '../reception/loan-kind';
import type { Duties } from './duties';

/** What a lender of this plugin charges from a day on. Lenders' rules name no rate: it stands in their general terms. */
export interface Tariff {
  /** ISO 8601 day from which contracts are made at this tariff. */
  readonly from: string;
  /** Per cent of the principal per day, decimal string. */
  readonly dailyRatePercent: string;
  /** Loans of at most so many days are repaid in one payment. */
  readonly onePaymentUpToDays: number;
  /** Longer ones are repaid every so many days. */
  readonly instalmentEveryDays: number;
  /** Penalty on unpaid principal, per cent a year while interest runs. */
  readonly penaltyYearlyPercent: string;
  /** `false`: assumed for the sandbox, because the lender's general terms are not held. */
  readonly verified: boolean;
}

/** Who a lender is and what it charges. */
export interface LenderDetails {
  /** Lasting uuid: every row of the lender is keyed by it. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly legalName: string;
  readonly country: 'RU';
  readonly zone: string;
  readonly currency: 'RUB';
  readonly hosts: readonly string[];
  /** Texts that stand in documents. */
  readonly details: Readonly<Record<string, string>>;
  /** Latest first. */
  readonly tariffs: readonly Tariff[];
  /** The version of the lender's requirements that a person confirms to meet before registration. */
  readonly requirementsVersion: string;
  /**
   * Texts that a person agrees to, by code: the days from which their versions are in force, ISO 8601, the latest last.
   * The day is the version’s name.
   */
  readonly documents: Readonly<Record<string, readonly string[]>>;
}

/** A lender as data, one folder each: nothing else in this plugin's code knows its name. */
export interface LenderData extends LenderDetails {
  /** Dated editions of its rules. */
  readonly editions: LenderRules;
  /** Clauses by which this plugin's code keeps records, prints and sends. */
  readonly duties: Duties;
  /** Grounds on which an officer may refuse, with the lender's own clauses. */
  readonly refusalGrounds: readonly RefusalGround[];
  /** Paid services that it offers beside its loans; none unless said. */
  readonly addons?: readonly AddonService[];
  /** Versions of published documents whose own text is not held. */
  readonly publications?: readonly KnownPublication[];
  /** Clauses that became contrary to law, each from its day on; none unless said. */
  readonly overrides?: readonly ClauseOverride[];
  /** Kinds of loans by its published information; none where it is not held. */
  readonly loanKinds?: readonly LoanKind[];
}
