import { Temporal } from 'temporal-polyfill';
import { type Contribution, isCurrencyCode } from '../../schema/base';
import { type Database, statement } from '../database';
import type { LenderDefinition } from './extension-points';

const writeLender = statement<never>(
  'lender_install',
  `insert into core.lender (lender_id, code, name, legal_name, country, zone, currency, hosts, details)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (lender_id) do update set code = excluded.code, name = excluded.name, legal_name = excluded.legal_name,
     country = excluded.country, zone = excluded.zone, currency = excluded.currency, hosts = excluded.hosts, details = excluded.details`,
);
const enablePlugin = statement<never>(
  'lender_install_plugin',
  `insert into core.plugin_state (lender_id, plugin_id, state, reason, changed_by, changed_at)
   values ($1, $2, 'ENABLED', 'installed with the lender', 'SYSTEM:installation', $3) on conflict do nothing`,
);

/**
 * Writes the lenders that plugins define, and enables each plugin for its lender the first time. Run at every boot,
 * by the owner role: facts follow the definition, states stay as operators left them.
 * @throws Error a definition with an unknown zone or currency
 */
export async function installLenders(
  database: Database,
  lenders: readonly Contribution<LenderDefinition>[],
  now: Temporal.Instant,
): Promise<void> {
  for (const { plugin, value: lender } of lenders) {
    requireSound(lender);
    await database.scoped({ lenderId: lender.id }).transaction(async (transaction) => {
      const facts = [lender.name, lender.legalName, lender.country, lender.zone, lender.currency];
      await transaction.query(writeLender, [lender.id, lender.code, ...facts, lender.hosts, JSON.stringify(lender.details)]);
      await transaction.query(enablePlugin, [lender.id, plugin, now.toString()]);
    });
  }
}

function requireSound(lender: LenderDefinition): void {
  if (!isCurrencyCode(lender.currency)) throw new Error(`Lender ${lender.code}: ${lender.currency} is no currency of ISO 4217.`);
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(lender.zone);
  } catch {
    throw new Error(`Lender ${lender.code}: ${lender.zone} is no time zone of the IANA database.`);
  }
}
