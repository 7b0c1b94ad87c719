import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { traceRead } from '../../../modules/clients';
import type { GraphContext } from '../../../modules/commands';
import { fieldCipherPort } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { RuMfoClient } from '../ru-mfo.types';
import { messageAad, messagesByClient } from './message.record';
import { RuMfoMessage, RuMfoSendMessageInput, RuMfoSendMessagePayload } from './messages.types';
import { sendMessage } from './send-message.command';

@Resolver(() => RuMfoClient)
export class RuMfoMessagesResolver {
  @FieldResolver(() => [RuMfoMessage], { description: 'The last hundred messages between client and lender, the oldest first.' })
  @Scoped('clients:personal')
  async messages(@Root() client: RuMfoClient, @Ctx() context: GraphContext): Promise<RuMfoMessage[]> {
    const rows = await traceRead(context, client.clientId, context.loaders.list(messagesByClient, client.clientId));
    const cipher = context.ports.get(fieldCipherPort);
    return rows.map((row) => ({
      ...row,
      id: toGlobalId('RuMfoMessage', row.id),
      text: cipher.decrypt(row.textEnc, messageAad(context.lender!.id, row.id)).toString('utf8'),
    }));
  }

  @Mutation(() => RuMfoSendMessagePayload, { description: 'Writes to the other side in the personal account.' })
  @Scoped('applications:write')
  async ruMfoSendMessage(
    @Arg('input', () => RuMfoSendMessageInput, { description: 'The message.' }) input: RuMfoSendMessageInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoSendMessagePayload> {
    const clientId = context.caller.clientId ?? (input.clientId ? rowIdOf('Client', input.clientId) : null);
    if (!clientId) return { messageId: null, findings: [formFinding('CLIENT_REQUIRED', ['input', 'clientId'])] };
    const options = keyOf(input);
    const { messageId, findings } = await context.execute(sendMessage, { clientId, text: input.text }, options);
    return { messageId: messageId ? toGlobalId('RuMfoMessage', messageId) : null, findings: findings ?? [] };
  }
}
