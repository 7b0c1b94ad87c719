import type { Locale, Sentence } from '../../schema/base';
import type { CommandContext } from '../commands';
import type { DocumentRecord, SignatureBlock, SignatureBlocks } from '../documents';
import { openEvidence } from './evidence';
import { signingMethods } from './extension-points';
import type { SignerKind } from './signature.entity';
import { type EvidencedSignature, evidencedSignatures } from './signature.record';

const headings: Readonly<Record<SignerKind, Sentence>> = {
  CLIENT: { en: 'Client', ru: 'Клиент', be: 'Кліент' },
  LENDER: { en: 'Lender', ru: 'Кредитор', be: 'Крэдытор' },
  OTHER_PARTY: { en: 'Other party', ru: 'Иная сторона', be: 'Іншы бок' },
};

const words = {
  name: { en: 'Signed by', ru: 'Подписал', be: 'Падпісаў' },
  method: { en: 'Method', ru: 'Способ', be: 'Спосаб' },
  at: { en: 'Signed at (UTC)', ru: 'Время подписания (UTC)', be: 'Час падпісання (UTC)' },
  identifier: { en: 'Identifier', ru: 'Идентификатор', be: 'Ідэнтыфікатар' },
  digest: { en: 'SHA-256 signed', ru: 'Подписанный SHA-256', be: 'Падпісаны SHA-256' },
} as const satisfies Record<string, Sentence>;

/** What the signature page of a document's PDF says about each signature. */
export const signaturePage: SignatureBlocks = {
  async load(context, document) {
    const rows = await context.loaders.list(evidencedSignatures, document.id);
    return signatureBlocksOf({ ...context, lender: context.lender! }, document, rows);
  },
};

/** The blocks of a signature page, in the document's language. */
export function signatureBlocksOf(
  context: Pick<CommandContext, 'extensions' | 'ports' | 'lender'>,
  { locale, pluginId }: Pick<DocumentRecord, 'locale' | 'pluginId'>,
  rows: readonly EvidencedSignature[],
): SignatureBlock[] {
  const methods = new Map(context.extensions.of(signingMethods, pluginId).map(({ id, title }) => [id, title[locale]]));
  return rows.map((row) => {
    const { signerName } = openEvidence(context.ports, context.lender.id, row.id, row.evidence);
    return blockOf(row, signerName, methods.get(row.method) ?? row.method, locale);
  });
}

function blockOf(row: EvidencedSignature, signerName: string | null, method: string, locale: Locale): SignatureBlock {
  const line = (word: keyof typeof words, value: string) => ({ label: words[word][locale], value });
  return {
    heading: headings[row.signerKind][locale],
    lines: [
      ...(signerName ? [line('name', signerName)] : []),
      line('method', method),
      line('at', row.signedAt.toISOString()),
      line('identifier', row.identifier),
      line('digest', row.digest),
    ],
  };
}
