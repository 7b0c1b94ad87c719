import { defineExtensionPoint, type Extensions, type Sentence } from '../../schema/base';
import type { Command, CommandResult } from '../commands';

/** What a handler answers. */
export interface DeadlineResult extends CommandResult {
  /**
   * How the deadline ends: MISSED when nothing is said. A term that is meant to run out, such as a waiting period, is MET;
   * one that no longer matters by the subject's state is CANCELLED.
   */
  readonly outcome?: 'MISSED' | 'MET' | 'CANCELLED';
}

/** A kind of deadline and what happens when it is due. */
export interface DeadlineKind {
  /** Unique; a plugin's carries the plugin's id, e.g. `acme-plugin/decision`. */
  readonly kind: string;
  /** The plugin that it belongs to; null for the core's own. */
  readonly plugin: string | null;
  /** Shown to people. */
  readonly description: Sentence;
  /** The clause that sets the term. */
  readonly clause: string | null;
  /**
   * Run by the system, in the transaction that settles the deadline, with the row of its application locked.
   * Must look at the state of the subject again. A refusal or an error rolls all back and is tried again later.
   * The plugin's state at the lender is not asked: legal duties do not stop because a switch was flipped.
   */
  readonly onDue: Command<{ readonly deadlineId: string }, DeadlineResult>;
}

export const deadlineKinds = defineExtensionPoint<DeadlineKind>('deadlines.kinds');

/** The kind of a name, or null where nothing installed knows it. */
export function findKind(extensions: Extensions, kind: string): DeadlineKind | null {
  return extensions.all(deadlineKinds).find(({ value }) => value.kind === kind)?.value ?? null;
}
