import { createHash } from 'node:crypto';
import type { CommandContext } from '../../../modules/commands';
import { fieldAad, fieldCipherPort } from '../../../modules/database';
import { recordSignature, type SignatureToRecord } from '../../../modules/signatures';
import type { LeasingDocumentRecord } from '../documents/document.record';
import type { SignatureForm } from '../documents/kinds';
import { momentOf } from '../judge';
import { LeasingSignatureEntity } from './signature.entity';

type Kept = Pick<
  LeasingSignatureEntity,
  | 'loginDigest'
  | 'passwordDigest'
  | 'codeDigest'
  | 'codeWordDigest'
  | 'authorisedAt'
  | 'signedHash'
  | 'certificateSerial'
  | 'madeBy'
  | 'verifiedBy'
  | 'trust'
  | 'authorityId'
>;

const nothing: Kept = {
  loginDigest: null,
  passwordDigest: null,
  codeDigest: null,
  codeWordDigest: null,
  authorisedAt: null,
  signedHash: null,
  certificateSerial: null,
  madeBy: null,
  verifiedBy: null,
  trust: [],
  authorityId: null,
};

const aad = (lenderId: string, id: string) => fieldAad({ lenderId, table: 'by_leasing.signature', id, column: 'cms' });

/** A digital signature's octets as they are kept; its certificate names a person. */
export const openCms = ({ ports, lender }: Pick<CommandContext, 'ports' | 'lender'>, id: string, sealed: Buffer): Buffer =>
  ports.get(fieldCipherPort).decrypt(sealed, aad(lender.id, id));

/** Records a signature in the core and what this plugin keeps of it beside. Answers the signature's id. */
export async function keepSignature(
  context: CommandContext,
  document: LeasingDocumentRecord,
  signature: SignatureToRecord,
  form: SignatureForm,
  kept: Partial<Kept> & { readonly cms?: Uint8Array },
): Promise<string> {
  const { id } = await recordSignature(context, signature);
  const { cms, ...rest } = kept;
  await context.transaction.insert(LeasingSignatureEntity, {
    lenderId: context.lender.id,
    id,
    documentId: document.id,
    clientId: document.clientId,
    form,
    signedAt: momentOf(context),
    cmsEnc: cms ? context.ports.get(fieldCipherPort).encrypt(Buffer.from(cms), aad(context.lender.id, id)) : null,
    ...nothing,
    ...rest,
  });
  return id;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Symbols that stand for a signature on paper: made of what identifies the act and of the text's hash; four groups of four. */
export function symbolsOf(act: string, sha256: string): string {
  const hash = createHash('sha256').update(`${act}/${sha256}`).digest();
  const symbols = Array.from(hash.subarray(0, 16), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}
