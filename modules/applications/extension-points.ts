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
   * The calendar day by which edition and statutes are chosen at this stage; before the conclusion it is
   * the day on which the contract would be concluded, that is today.
   */
  rulesOn(context: CommandContext, application: ApplicationRecord, stage: Stage): Temporal.PlainDate;
  /** Gathers what the validators of this stage need, inside the command's transaction; validators themselves read nothing. */
  gatherFacts(context: CommandContext, application: ApplicationRecord, stage: Stage): Promise<FactSet>;
  /** What else happens in the same transaction after a transition: documents, deadlines, notices, rows of its own. */
  readonly effects?: Partial<Record<Transition, TransitionEffect>>;
}

/** `extension` is the plugin's own part of the input (its field on the core input), where the command has one. */
export type TransitionEffect = (context: CommandContext, application: ApplicationRecord, extension?: unknown) => Promise<void>;

export const applicationLifecycle = defineExtensionPoint<ApplicationLifecycle>('applications.lifecycle');
