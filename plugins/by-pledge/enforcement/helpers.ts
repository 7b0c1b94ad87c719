import { Temporal } from 'temporal-polyfill';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { fieldAad, fieldCipherPort } from '../../../modules/database';
import { formFinding, type ResolvedRules, resolveRules } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { PLUGIN } from '../ids';
import type { PledgeRecord } from '../pledge';

/** The edition that binds a pledge: that of the day of its loan contract. */
export function rulesOfPledge(context: CommandContext, { loanOn }: PledgeRecord): ResolvedRules {
  return resolveRules(context.extensions, PLUGIN, context.lender.code, loanOn ? Temporal.PlainDate.from(loanOn) : context.today);
}

/** A day of the past or today. @throws Refusal BY_PLEDGE_DAY_INVALID */
export function pastDay(context: CommandContext, day: string, field: string): Temporal.PlainDate {
  const on = Temporal.PlainDate.from(day);
  if (on.since(context.today).sign > 0) throw new Refusal([formFinding('BY_PLEDGE_DAY_INVALID', ['input', field], { field })]);
  return on;
}

/** A sum above zero in whole kopecks. @throws Refusal BY_PLEDGE_SUM_INVALID */
export function positiveSum(text: string, field: string): Decimal {
  const isDecimal = /^\d{1,13}(\.\d{1,2})?$/.test(text);
  if (!isDecimal || new Decimal(text).lte(0)) throw new Refusal([formFinding('BY_PLEDGE_SUM_INVALID', ['input', field], { field })]);
  return new Decimal(text);
}

/** Encrypts what is told in words, bound to its row and column. */
export function sealText(context: CommandContext, table: string, id: string, column: string, text: string): Buffer {
  const aad = fieldAad({ lenderId: context.lender.id, table: `by_pledge.${table}`, id, column });
  return context.ports.get(fieldCipherPort).encrypt(text, aad);
}
