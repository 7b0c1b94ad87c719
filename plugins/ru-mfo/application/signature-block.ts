import { Temporal } from 'temporal-polyfill';
import { loader, statement } from '../../../modules/database';
import type { SignatureBlocks } from '../../../modules/documents';
import { ruDate } from '../documents/russian-text';
import { perform } from '../editions/duties';

interface SignedTerms {
  readonly documentId: string;
  readonly identifier: string;
  readonly acceptedAt: Date;
}

const signedTerms = loader(
  statement<SignedTerms>(
    'ru_mfo_signed_terms',
    `select terms_document_id as "documentId", signature_identifier as identifier, accepted_at as "acceptedAt"
     from ru_mfo.application where terms_document_id = any($1) and accepted_at is not null`,
  ),
  (row) => row.documentId,
);

/** The identifier of the client's simple electronic signature on the page of signatures of accepted terms. */
export const ruMfoSignatureBlocks: SignatureBlocks = {
  async load({ loaders, lender }, document) {
    const signed = await loaders.one(signedTerms, document.id);
    if (!signed || !lender) return [];
    perform(lender.code, 'acceptance.signature');
    const at = Temporal.Instant.fromEpochMilliseconds(signed.acceptedAt.getTime()).toZonedDateTimeISO(lender.zone);
    return [
      {
        heading: 'Аналог собственноручной подписи заёмщика',
        lines: [
          { label: 'Идентификатор', value: signed.identifier },
          { label: 'Акцепт', value: `${ruDate(at.toPlainDate().toString())} ${at.toPlainTime().toString({ smallestUnit: 'second' })}` },
        ],
      },
    ];
  },
};
