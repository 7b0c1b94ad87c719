import { randomInt } from 'node:crypto';
import { type Decimal, pluginNames } from '../../schema/base';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../commands';
import { uuidv7 } from '../database';
import { moneyFindings } from '../money';
import { type Finding, formFinding } from '../rules';
import { ApplicationEntity } from './application.entity';
import type { ApplicationRecord } from './application.record';
import type { ApplicationChannel } from './application-channel';
import { guard } from './evaluate';
import { applicationLifecycle } from './extension-points';
import { lifecycleEvents } from './lifecycle-events';
import { termFindings } from './term';
import { runEffect, tell } from './transition';

export interface StartApplication {
  /** Required unless the caller is the client. */
  readonly clientId: string | null;
  readonly product: string;
  readonly amount: { readonly amount: Decimal; readonly currency: string };
  readonly termDays: number;
  readonly channel: ApplicationChannel;
  /** The plugins' own parts of the input, by the name of their field. */
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface ApplicationResult extends CommandResult {
  readonly applicationId?: string;
}

/** Makes a DRAFT application for a product of an ENABLED plugin. */
export const startApplication = defineCommand<StartApplication, ApplicationResult>({
  name: 'startApplication',
  emits: lifecycleEvents,
  async run(input, context) {
    const offered = context.extensions
      .all(applicationLifecycle)
      .find(({ plugin, value }) => context.lender.plugins.has(plugin) && value.products.some((product) => product.code === input.product));
    if (!offered) throw new Refusal([formFinding('PRODUCT_UNKNOWN', ['input', 'product'], { product: input.product })]);
    await context.requirePlugin(offered.plugin, 'START');
    const clientId = context.caller.clientId ?? input.clientId;
    const findings: Finding[] = [];
    if (!clientId) findings.push(formFinding('CLIENT_REQUIRED', ['input', 'clientId']));
    findings.push(...termFindings(input.termDays, ['input', 'termDays']));
    findings.push(...moneyFindings(input.amount, { path: ['input', 'amount'], currency: context.lender.currency, positive: true }));
    if (!clientId || findings.length > 0) throw new Refusal(findings);

    const application = newApplication(context, clientId, offered.plugin, input);
    const { id, ...row } = application;
    await context.transaction.insert(ApplicationEntity, { lenderId: context.lender.id, id, ...row });
    tell(context, application, null);
    await runEffect(context, application, 'START', input.extensions[pluginNames(offered.plugin).field]);
    const warnings = await guard(context, application, 'START');
    return { applicationId: id, findings: warnings };
  },
});

function newApplication(context: CommandContext, clientId: string, pluginId: string, input: StartApplication): ApplicationRecord {
  const at = new Date(context.now.epochMilliseconds);
  return {
    id: uuidv7(context.now.epochMilliseconds),
    number: reference(context),
    clientId,
    pluginId,
    product: input.product,
    status: 'DRAFT',
    amount: input.amount.amount.toFixed(2),
    currency: input.amount.currency,
    termDays: input.termDays,
    channel: input.channel,
    createdAt: at,
    submittedAt: null,
    statusChangedAt: at,
  };
}

// Crockford's alphabet: nothing that is mistaken when read aloud.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Year and eight random characters: says nothing about how many applications there are. */
function reference(context: CommandContext): string {
  return `${context.today.year}-${Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
}
