import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { fromGlobalId, PageArgs, Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { fieldCipherPort, statement } from '../database';
import type { ClientStatus } from './client.entity';
import { type ClientRecord, clientById, clientColumns, sealedClientById } from './client.record';
import { Client, ClientPersonal, ClientStatusEnum, clientConnection, toClient } from './client.type';
import { type ClientDetails, openClient, phoneIndex } from './client-vault';
import { normalizePhone } from './contact';
import { maskEmail, maskName, maskPhone } from './mask';
import { traceRead } from './note-personal-read.command';

@InputType('ClientFilter', { description: 'Which clients; without a field, all.' })
export class ClientFilter {
  @Field(() => String, { nullable: true, description: 'With exactly this phone number, in any spelling.' })
  phone?: string | null;

  @Field(() => ClientStatusEnum, { nullable: true, description: 'In this status.' })
  status?: ClientStatus | null;
}

@ArgsType()
class ClientsArgs extends PageArgs {
  @Field(() => ClientFilter, { nullable: true, description: 'Which clients; all without it.' })
  filter?: ClientFilter | null;
}

const readPage = statement<ClientRecord>(
  'client_page',
  `select ${clientColumns} from core.client
   where lender_id = $1 and (created_at, id) < ($2::timestamptz, $3::uuid)
     and ($4::bytea is null or phone_index = $4) and ($5::text is null or status = $5)
   order by created_at desc, id desc limit $6`,
);

@Resolver(() => Client)
export class ClientResolver {
  @Query(() => Client, { nullable: true, description: 'A client by id; null when there is none that you may see (клиент).' })
  @Scoped('clients:read')
  async client(
    @Arg('id', () => ID, { description: 'Id of the client.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Client | null> {
    const parts = fromGlobalId(id);
    return parts?.type === 'Client' ? loadClient(context, parts.id) : null;
  }

  @Query(() => clientConnection.Connection, { description: 'The clients of the lender, newest first (клиенты).' })
  @Scoped('clients:read')
  clients(@Args(() => ClientsArgs) args: ClientsArgs, @Ctx() context: GraphContext) {
    const { lender, ports, database } = context;
    const phone = args.filter?.phone;
    const number = phone != null && lender ? normalizePhone(phone, lender.country) : null;
    const index = number && lender ? phoneIndex(ports.get(fieldCipherPort), lender.id, number) : null;
    // A number that cannot exist belongs to nobody.
    const impossible = phone != null && !index;
    return clientConnection.page<ClientRecord>(args, {
      order: 'NEWEST_FIRST',
      read: async (bound, limit) =>
        impossible ? [] : database.query(readPage, [lender?.id ?? null, bound.at, bound.id, index, args.filter?.status ?? null, limit]),
      positionOf: (row) => ({ at: row.createdAt, id: row.id }),
      toNode: toClient,
    });
  }

  @FieldResolver(() => String, { nullable: true, description: 'Phone number, masked: country and last four digits.' })
  @Scoped('clients:read')
  async phone(@Root() client: Client, @Ctx() context: GraphContext): Promise<string | null> {
    const { phone } = await details(context, client.rowId);
    return phone && maskPhone(phone);
  }

  @FieldResolver(() => String, { nullable: true, description: 'E-mail address, masked: first letters only.' })
  @Scoped('clients:read')
  async email(@Root() client: Client, @Ctx() context: GraphContext): Promise<string | null> {
    const { email } = await details(context, client.rowId);
    return email && maskEmail(email);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Initials of a person, name of a legal entity.' })
  @Scoped('clients:read')
  async name(@Root() client: Client, @Ctx() context: GraphContext): Promise<string | null> {
    return maskName(client.kind, (await details(context, client.rowId)).profile);
  }

  @FieldResolver(() => ClientPersonal, { description: 'Personal data, unmasked; needs a scope of its own.' })
  @Scoped('clients:personal')
  async personal(@Root() client: Client, @Ctx() context: GraphContext): Promise<ClientPersonal> {
    const { profile, phone, email } = await traceRead(context, client.rowId, details(context, client.rowId));
    return {
      familyName: profile.familyName ?? null,
      givenName: profile.givenName ?? null,
      patronymic: profile.patronymic ?? null,
      birthDate: profile.birthDate ?? null,
      citizenship: profile.citizenship ?? null,
      legalName: profile.legalName ?? null,
      taxNumber: profile.taxNumber ?? null,
      addresses: (profile.addresses ?? []).map((address) => ({ ...address, postcode: address.postcode ?? null })),
      phone,
      email,
    };
  }
}

/** A client as the graph shows it; null when there is none for this caller. */
export async function loadClient(context: GraphContext, id: string): Promise<Client | null> {
  const row = await context.loaders.one(clientById, id);
  return row && toClient(row);
}

/** Read only when a personal or masked field is asked for: it costs a decryption. */
async function details(context: GraphContext, id: string): Promise<ClientDetails> {
  const sealed = await context.loaders.one(sealedClientById, id);
  if (!sealed) throw new Error('A client vanished while it was being read.');
  return openClient(context.ports.get(fieldCipherPort), sealed);
}
