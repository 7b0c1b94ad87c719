import { type CommandContext, Refusal } from '../commands';
import { fieldCipherPort } from '../database';
import { formFinding } from '../rules';
import { lockSealedClient, readSealedClient, type SealedClient } from './client.record';
import { type ClientDetails, openClient } from './client-vault';

/** Locks a client's row until the transaction ends. @throws Refusal CLIENT_NOT_FOUND */
export async function lockClient(context: CommandContext, id: string): Promise<ClientDetails> {
  const [sealed] = await context.transaction.query(lockSealedClient, [id]);
  return opened(context, sealed);
}

/** Reads a client without locking it. @throws Refusal CLIENT_NOT_FOUND */
export async function readClient(context: CommandContext, id: string): Promise<ClientDetails> {
  const [sealed] = await context.transaction.query(readSealedClient, [id]);
  return opened(context, sealed);
}

function opened(context: CommandContext, sealed: SealedClient | undefined): ClientDetails {
  if (!sealed) throw new Refusal([formFinding('CLIENT_NOT_FOUND', ['input'])]);
  return openClient(context.ports.get(fieldCipherPort), sealed);
}
