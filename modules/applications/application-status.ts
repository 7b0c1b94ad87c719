/** The closed set of states of an application; plugins guard the transitions and never add states. */
export const applicationStatuses = [
  'DRAFT',
  'SUBMITTED',
  'IN_REVIEW',
  'OFFERED',
  'SIGNED',
  'CONCLUDED',
  'REFUSED',
  'EXPIRED',
  'WITHDRAWN',
] as const;

export type ApplicationStatus = (typeof applicationStatuses)[number];

/** What can happen to an application; also the stage at which a plugin's validators run. */
export type Transition = 'START' | 'SUBMIT' | 'TAKE' | 'OFFER' | 'REFUSE' | 'SIGN' | 'CONCLUDE' | 'EXPIRE' | 'WITHDRAW';

export interface TransitionRule {
  readonly from: readonly ApplicationStatus[];
  readonly to: ApplicationStatus;
}

/** The transition table. `START` makes the row. */
export const transitionTable: Readonly<Record<Transition, TransitionRule>> = Object.freeze({
  START: { from: [], to: 'DRAFT' },
  SUBMIT: { from: ['DRAFT'], to: 'SUBMITTED' },
  TAKE: { from: ['SUBMITTED'], to: 'IN_REVIEW' },
  OFFER: { from: ['IN_REVIEW'], to: 'OFFERED' },
  REFUSE: { from: ['IN_REVIEW', 'OFFERED', 'SIGNED'], to: 'REFUSED' },
  SIGN: { from: ['OFFERED'], to: 'SIGNED' },
  CONCLUDE: { from: ['SIGNED'], to: 'CONCLUDED' },
  EXPIRE: { from: ['DRAFT', 'SUBMITTED', 'IN_REVIEW', 'OFFERED', 'SIGNED'], to: 'EXPIRED' },
  WITHDRAW: { from: ['DRAFT', 'SUBMITTED', 'IN_REVIEW', 'OFFERED', 'SIGNED'], to: 'WITHDRAWN' },
});

/** States from which nothing follows. */
export const finalStatuses: readonly ApplicationStatus[] = applicationStatuses.filter((status) =>
  Object.values(transitionTable).every((rule) => !rule.from.includes(status)),
);

export function allows(transition: Transition, status: ApplicationStatus): boolean {
  return transitionTable[transition].from.includes(status);
}
