import { Readable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import type { CommandContext, GraphContext } from '../commands';
import { fieldAad, fieldCipherPort } from '../database';
import { type DocumentRecord, type DocumentText, documentTextById } from './document.record';
import type { DocumentContent } from './document-content';
import { type SignatureBlock, signatureBlocks } from './extension-points';
import { objectStoragePort } from './files/object-storage';
import { printDocument } from './print/print-document';

/**
 * Key of the document's PDF in the file storage. Printed when it is first wanted and after each signature;
 * equal input gives equal bytes, so that it does not matter who prints first.
 */
export async function printedCopy(context: GraphContext, document: DocumentRecord): Promise<string> {
  const text = (await context.loaders.one(documentTextById, document.id))!;
  const signatures = (await Promise.all(context.extensions.all(signatureBlocks).map(({ value }) => value.load(context, document)))).flat();
  const key = `${text.pdfKey}/${signatures.length}.pdf`;
  const storage = context.ports.get(objectStoragePort);
  if ((await storage.size(key)) !== null) return key;
  const bytes = await print({ ports: context.ports, lender: context.lender! }, document, text, signatures);
  await storage.write(key, Readable.from([bytes]), { contentType: 'application/pdf', size: bytes.length });
  return key;
}

/** The same pages inside a command. */
export async function printedBytes(
  context: CommandContext,
  document: DocumentRecord,
  signatures: readonly SignatureBlock[],
): Promise<Buffer> {
  const [text] = await context.transaction.query(documentTextById.statement, [[document.id]]);
  return print(context, document, text!, signatures);
}

function print(
  { ports, lender }: Pick<CommandContext, 'ports' | 'lender'>,
  document: DocumentRecord,
  text: DocumentText,
  signatures: readonly SignatureBlock[],
): Promise<Buffer> {
  const aad = fieldAad({ lenderId: lender.id, table: 'core.document', id: document.id, column: 'content' });
  const content = JSON.parse(ports.get(fieldCipherPort).decrypt(text.content, aad).toString('utf8')) as DocumentContent;
  const at = Temporal.Instant.fromEpochMilliseconds(document.createdAt.getTime());
  return printDocument({ content, locale: document.locale, at, sha256: document.sha256, signatures });
}
