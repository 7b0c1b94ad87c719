import type { CommandContext } from '../commands';
import { FieldDecryptionError, fieldAad, fieldCipherPort, statement } from '../database';
import { digestOf } from './canonical-text';
import type { DocumentRecord } from './document.record';

const readCanonical = statement<{ canonical: Buffer }>('document_canonical', 'select canonical from core.document where id = $1');

/** The canonical text of a document, when it can be read and its hash is the document's; null when the row was tampered with. */
export async function verifiedCanonical(
  context: Pick<CommandContext, 'transaction' | 'ports' | 'lender'>,
  document: Pick<DocumentRecord, 'id' | 'sha256'>,
): Promise<string | null> {
  const [row] = await context.transaction.query(readCanonical, [document.id]);
  const aad = fieldAad({ lenderId: context.lender.id, table: 'core.document', id: document.id, column: 'canonical' });
  try {
    const text = context.ports.get(fieldCipherPort).decrypt(row!.canonical, aad).toString('utf8');
    return digestOf(text).toString('hex') === document.sha256 ? text : null;
  } catch (error) {
    if (error instanceof FieldDecryptionError) return null;
    throw error;
  }
}
