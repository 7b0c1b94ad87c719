import { definePort } from '../../../schema/base';

/** Of whom a report is asked. Days are `YYYY-MM-DD`. */
export interface ReportSubject {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly bornOn: string;
  /** Ten digits: series and number. */
  readonly passport: string;
  /** ИНН; without it a self-ban (самозапрет) cannot be told for certain. */
  readonly taxpayerNumber: string | null;
  /** СНИЛС. */
  readonly insuranceNumber: string | null;
}

/** A request for a credit report (запрос кредитного отчёта). */
export interface ReportRequest {
  /** Our id; a repeat is the same request, and not a second inquiry in the person's history. */
  readonly id: string;
  readonly subject: ReportSubject;
  /** The person's consent, without which no bureau answers (218-FZ art. 6). */
  readonly consent: { readonly reference: string; readonly givenAt: Date };
}

/** Who lent: a microfinance organisation, a bank, somebody else. */
export type CreditorKind = 'MFO' | 'BANK' | 'OTHER';

/** A loan that is not repaid yet. Sums are decimal strings of two places, in roubles. */
export interface OpenLoan {
  readonly creditor: CreditorKind;
  /** When the contract was concluded, `YYYY-MM-DD`. */
  readonly concludedOn: string;
  readonly outstanding: string;
  /** Average monthly payment (среднемесячный платёж). */
  readonly monthlyPayment: string;
  /** Full cost of credit in per cent per annum (ПСК), decimal string; null where the bureau was not told. */
  readonly fullCost: string | null;
  /** Days overdue now; 0: none. */
  readonly overdueDays: number;
  readonly overdueAmount: string;
}

/** A self-ban (самозапрет) in force: from every creditor, from microfinance only, or from remote contracts only. */
export type SelfBanKind = 'FULL' | 'MFO' | 'REMOTE';

export interface SelfBan {
  readonly kind: SelfBanKind;
  /** `YYYY-MM-DD`. */
  readonly since: string;
}

/** What the bureaus know of a person. */
export interface CreditReport {
  /** The number by which the report can be found again. */
  readonly number: string;
  /** Bureaus (БКИ) that answered; the law may ask for all qualified ones. */
  readonly bureaus: readonly string[];
  readonly madeAt: Date;
  /** `false`: no bureau has a history of this person; the lists are empty then. */
  readonly found: boolean;
  readonly openLoans: readonly OpenLoan[];
  /** The longest delay of any loan, repaid ones included, in days. */
  readonly longestOverdueDays: number;
  /** Every self-ban in force; null: the bureaus could not tell, which is not the same as none. */
  readonly selfBans: readonly SelfBan[] | null;
  /** Days of other creditors' inquiries, `YYYY-MM-DD`, the latest first. */
  readonly inquiries: readonly string[];
}

/** What came of a request. `PENDING`: ask again with the same id. `REFUSED`: the bureau will not answer; `reason` is a code in capitals. */
export type ReportOutcome =
  | { readonly state: 'READY'; readonly report: CreditReport }
  | { readonly state: 'PENDING' }
  | { readonly state: 'REFUSED'; readonly reason: string };

/** Credit bureaus (бюро кредитных историй), or a service that asks all of them. Calls go out of transactions. */
export interface CreditBureau {
  /** Throws where no usable answer came; ask again with the same id. */
  report(request: ReportRequest): Promise<ReportOutcome>;
}

export const creditBureauPort = definePort<CreditBureau>('ru-mfo.bureau');
