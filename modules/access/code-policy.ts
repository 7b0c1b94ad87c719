import type { CommandContext } from '../commands';
import type { CodePurpose } from './ceremony.entity';
import { codePolicies } from './extension-points';

/** How confirmation codes of a lender behave. */
export interface CodePolicy {
  /** Digits. */
  readonly length: number;
  readonly lifetimeSeconds: number;
  /** Wrong entries after which the code is dead. */
  readonly maxAttempts: number;
  /** Between two codes to one target for the same operation. */
  readonly resendPauseSeconds: number;
  /** Codes to one target or for one client within an hour. */
  readonly maxPerHour: number;
}

export const defaultCodePolicy: CodePolicy = Object.freeze({
  length: 6,
  lifetimeSeconds: 300,
  maxAttempts: 5,
  resendPauseSeconds: 60,
  maxPerHour: 10,
});

const STRICTER: Readonly<Record<keyof CodePolicy, (a: number, b: number) => number>> = {
  length: Math.max,
  lifetimeSeconds: Math.min,
  maxAttempts: Math.min,
  resendPauseSeconds: Math.max,
  maxPerHour: Math.min,
};

/** The policy at the command's lender: the default, replaced where plugins in use there say otherwise. */
export function codePolicyFor(context: CommandContext, purpose: CodePurpose): CodePolicy {
  const overrides = context.extensions
    .all(codePolicies)
    .filter(({ plugin }) => (context.lender.plugins.get(plugin) ?? 'DISABLED') !== 'DISABLED')
    .map(({ value }) => value.policyFor(context, purpose));
  const policy: Record<keyof CodePolicy, number> = { ...defaultCodePolicy };
  for (const key of Object.keys(policy) as (keyof CodePolicy)[]) {
    const values = overrides.map((override) => override?.[key]).filter((value) => value !== undefined);
    if (values.length > 0) policy[key] = values.reduce((a, b) => STRICTER[key](a, b));
  }
  return policy;
}
