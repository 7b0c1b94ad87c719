import type { Block, DocumentTemplate } from '../../../modules/documents';
import { type IndividualTermsData, individualTerms } from '../documents/individual-terms';

/** How terms that a code signs come into force: the client sends them, or accepts those of the lender. */
function codeLines({ lender, borrower }: IndividualTermsData): readonly string[] {
  return [
    `Индивидуальные условия подписывает заёмщик (${borrower.name}) одноразовым кодом, отправленным на его подтверждённый номер; подписанные условия направляются кредитору: ${lender.legalName}.`,
    'Подписью служат сведения о заёмщике, указанные в этом документе, и символы, сформированные при вводе кода (аналог собственноручной подписи, Федеральный закон № 63-ФЗ): они стоят на листе подписей.',
    ...(lender.details.contactCentre ? [`Контакт-центр кредитора: ${lender.details.contactCentre}`] : []),
    'Договор заключён со дня получения займа; если займ не получен, договор не заключён и проценты не начисляются.',
  ];
}

const isOffer = (name: string) => /^offer\d+$/.test(name);
const identityOf = ({ borrower }: IndividualTermsData) => borrower.identity ?? [];
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/**
 * The individual terms where a code signs them: the same frames and items as {@link individualTerms}, with what identifies the signer
 * and without the buttons.
 */
export const codeSignedTerms: DocumentTemplate<IndividualTermsData> = Object.freeze({
  ...individualTerms,
  id: 'ru-mfo/individual-terms-by-code',
  version: 1,
  fields: (data: IndividualTermsData) => [
    ...individualTerms.fields(data).filter(({ name }) => !isOffer(name)),
    ...identityOf(data).map((value, i) => ({ name: `identity${i + 1}`, value })),
    ...codeLines(data).map((value, i) => ({ name: `offer${i + 1}`, value })),
  ],
  layout: (data: IndividualTermsData): readonly Block[] => {
    const offers = new Set(
      individualTerms
        .fields(data)
        .filter(({ name }) => isOffer(name))
        .map(({ value }) => value),
    );
    return [
      ...individualTerms.layout(data).filter((block) => block.kind !== 'paragraph' || !offers.has(block.text)),
      ...identityOf(data).map(paragraph),
      ...codeLines(data).map(paragraph),
    ];
  },
});
