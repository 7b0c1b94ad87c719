import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { today } from '../../modules/calendar';
import { Client } from '../../modules/clients';
import type { GraphContext } from '../../modules/commands';
import { resolveRules } from '../../modules/rules';
import { rowIdOf, Scoped } from '../../schema/base';
import { ByLeasingClient, type ByLeasingIdentificationWindow } from './by-leasing.type';
import { rules } from './rules';

@Resolver(() => Client)
export class ByLeasingClientResolver {
  @FieldResolver(() => ByLeasingClient, {
    nullable: true,
    description: 'What the leasing agreement asks of the client; null when no edition of it is in force for the lender (лизинг, Беларусь).',
  })
  @Scoped('clients:read')
  byLeasing(@Root() client: Client, @Ctx() { lender, clock, extensions }: GraphContext): ByLeasingClient | null {
    if (!lender) return null;
    const resolved = resolveRules(extensions, rules.plugin, lender.code, today(clock, lender.zone));
    if (!resolved.edition) return null;
    const window = (
      name: 'identification.window.personalData' | 'identification.window.certificate',
    ): ByLeasingIdentificationWindow | null => {
      const bound = rules.read(resolved, name);
      return bound && { hours: bound.value, clauses: bound.citations.map(({ clause }) => clause) };
    };
    return {
      clientId: rowIdOf('Client', client.id),
      edition: resolved.edition.id,
      inForceFrom: resolved.edition.from,
      personalDataWindow: window('identification.window.personalData'),
      certificateWindow: window('identification.window.certificate'),
    };
  }
}
