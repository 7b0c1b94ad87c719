import { defineExtensionPoint, type Sentence } from '../../schema/base';
import type { ApplicationRecord, Evaluation } from '../applications';
import type { CommandContext } from '../commands';
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

/** What a plugin's rules ask of a decision. */
export interface DecisionPolicy {
  /** Grounds on which an officer of this lender (its code) may refuse; none where its rules are not held. */
  grounds(lender: string): readonly RefusalGround[];
  /** Findings against recording this decision; blocking ones refuse it. */
  check(context: CommandContext, application: ApplicationRecord, draft: DecisionDraft): Promise<readonly Finding[]>;
}

export const decisionPolicy = defineExtensionPoint<DecisionPolicy>('decisions.policy');
