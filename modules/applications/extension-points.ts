import type { Temporal } from 'temporal-polyfill';
import { defineExtensionPoint, type Sentence } from '../../schema/base';
import type { CommandContext } from '../commands';
import type { FactSet } from '../rules';
import type { ApplicationRecord } from './application.record';
import type { Transition } from './application-status';

/** Where in the life of an application validators run: its transitions, the decision and the order to transfer. */
export type Stage = Transition | 'DECIDE' | 'TRANSFER';

/** Something that can be applied for. */
export interface Product {
  /** Unique among all plugins; carries the plugin's id, e.g. `xx-plugin/consumer-loan`. */
  readonly code: string;
  readonly title: Sentence;
}

/** How a plugin takes part in the life of its applications. */
export interface ApplicationLifecycle {
  readonly products: readonly Product[];
  /**
   * The calendar day by which edition and statutes are chosen at this stage. `on` is the lender's day of what is judged:
   * today, and for the conclusion the day on which the money was provided, whenever that is booked.
   */
  rulesOn(context: CommandContext, application: ApplicationRecord, stage: Stage, on: Temporal.PlainDate): Temporal.PlainDate;
  /** Days by the names that editions and statutes are chosen by, where they differ from `rulesOn`. */
  readonly ruleDates?: (context: CommandContext, application: ApplicationRecord) => Readonly<Record<string, Temporal.PlainDate>>;
  /** Gathers what the validators of this stage need, inside the command's transaction; validators themselves read nothing. `on` as above. */
  gatherFacts(context: CommandContext, application: ApplicationRecord, stage: Stage, on: Temporal.PlainDate): Promise<FactSet>;
  /** What else happens in the same transaction after a transition: documents, deadlines, notices, rows of its own. */
  readonly effects?: Partial<Record<Transition, TransitionEffect>>;
}

/**
 * `extension` is the plugin's own part of the input (its field on the core input), where the command has one.
 * `at` is the moment of what happened: the command's own, or an earlier one that is booked now.
 */
export type TransitionEffect = (
  context: CommandContext,
  application: ApplicationRecord,
  extension: unknown,
  at: Temporal.Instant,
) => Promise<void>;

export const applicationLifecycle = defineExtensionPoint<ApplicationLifecycle>('applications.lifecycle');
