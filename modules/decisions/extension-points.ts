import type { Temporal } from 'temporal-polyfill';
import { defineExtensionPoint, type Extensions, type Sentence } from '../../schema/base';
import type { ApplicationRecord, Evaluation } from '../applications';
import type { CommandContext } from '../commands';
import type { Lender } from '../lenders';
import type { Finding } from '../rules';
import type { DecisionKind, Ground } from './decision.entity';

/** A decision before it is recorded. */
export interface DecisionDraft {
  readonly kind: DecisionKind;
  /** Decimal string; the application's own where the decision names none. */
  readonly amount: string;
  readonly termDays: number;
  readonly grounds: readonly Ground[];
  readonly evaluation: Evaluation;
}

/** A ground of a lender's rules on which an application may be refused. */
export interface RefusalGround {
  readonly code: string;
  readonly title: Sentence;
  /** The lender's own clause. */
  readonly clause: string;
  readonly noteRequired: boolean;
}

/** Whose refusal it was, and on which day of the lender's zone: what may be told is asked of the rules of that day. */
export interface RefusalMade {
  readonly extensions: Extensions;
  readonly lender: Lender;
  readonly on: Temporal.PlainDate;
}

/** What a plugin's rules ask of a decision. */
export interface DecisionPolicy {
  /** Grounds on which an officer of this lender (its code) may refuse; none where its rules are not held. */
  grounds(lender: string): readonly RefusalGround[];
  /** Findings against recording this decision; blocking ones refuse it. */
  check(context: CommandContext, application: ApplicationRecord, draft: DecisionDraft): Promise<readonly Finding[]>;
  /** Whether a refused client is told this reason, the code of a ground or of a finding; every reason where a policy does not say. */
  tellsClient?(refusal: RefusalMade, code: string): boolean;
}

export const decisionPolicy = defineExtensionPoint<DecisionPolicy>('decisions.policy');
