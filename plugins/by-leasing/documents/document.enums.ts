import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { participantRoles } from '../participants/participant.entity';
import { authorityBases } from '../signing/authority.entity';
import { signatureTools, signatureVerifiers } from '../signing/signature.entity';
import { clientActions, dealRoles, documentFlows, documentKinds, documentStates, fieldOrigins, signatureForms } from './kinds';

const described = <T extends string>(values: Readonly<Record<T, string>>) =>
  Object.fromEntries(Object.entries<string>(values).map(([name, description]) => [name, { description }])) as Record<
    T,
    { description: string }
  >;

export const KindEnum = enumOf(documentKinds);
registerEnumType(KindEnum, {
  name: 'ByLeasingDocumentKind',
  description: 'What a document is.',
  valuesConfig: described({
    QUESTIONNAIRE: 'Questionnaire of the applicant (анкета).',
    GUARANTOR_QUESTIONNAIRE: 'Questionnaire of a guarantor (анкета поручителя).',
    CREDIT_REPORT_CONSENT: 'Consent to a credit report (согласие на кредитный отчёт).',
    FSZN_CONSENT: 'Consent to data of the social protection fund; natural persons and sole proprietors (согласие на данные ФСЗН).',
    PERSONAL_DATA_CONSENT: 'Consent to the processing of personal data; natural persons and sole proprietors.',
    FINANCING_TERMS_CONFIRMATION: 'Confirmation of the financing terms (подтверждение условий финансирования).',
    GUARANTOR_CONSENT: 'Consent to stand surety (согласие выступить поручителем).',
    LEASING_MAIN_TERMS: 'Main terms of the contract, to be read (основные условия).',
    LEASING_CONTRACT: 'Leasing contract (договор финансовой аренды).',
    PURCHASE_CONTRACT: 'Purchase contract for the leased item (договор купли-продажи).',
    SURETY_CONTRACT: 'Surety contract (договор поручительства).',
    ACCEPTANCE_CERTIFICATE: 'Acceptance certificate (акт приёмки-передачи).',
    ADDENDUM: 'Addendum (дополнительное соглашение).',
    BUYOUT_DOCUMENT: 'Buy-out of the item (выкуп предмета лизинга).',
  }),
});

export const FlowEnum = enumOf(documentFlows);
registerEnumType(FlowEnum, {
  name: 'ByLeasingDocumentFlow',
  description: 'Who writes a document.',
  valuesConfig: described({
    CLIENT_ORIGINATED: 'The client fills it, signs and sends it.',
    LENDER_ORIGINATED: 'The lender forms and signs it first, then the client.',
  }),
});

export const RoleEnum = enumOf(dealRoles);
registerEnumType(RoleEnum, {
  name: 'ByLeasingDealRole',
  description: 'In what part somebody takes part in a deal.',
  valuesConfig: described({
    LESSEE: 'The applicant (лизингополучатель).',
    GUARANTOR: 'A guarantor (поручитель).',
    SELLER: 'The seller of the item (продавец).',
  }),
});

export const ParticipantRoleEnum = enumOf(participantRoles);
registerEnumType(ParticipantRoleEnum, {
  name: 'ByLeasingParticipantRole',
  description: 'In what part somebody takes part in another client’s deal.',
  valuesConfig: described({ GUARANTOR: 'A guarantor (поручитель).', SELLER: 'The seller of the item (продавец).' }),
});

export const StateEnum = enumOf(documentStates);
registerEnumType(StateEnum, {
  name: 'ByLeasingDocumentState',
  description: 'How far a document has come.',
  valuesConfig: described({
    DRAFT: 'It is being filled.',
    FORMED: 'Its text is fixed and waits for the first signature.',
    OFFERED: 'The lender signed it; the client may read and sign it.',
    SIGNED: 'The client signed it.',
    SENT: 'The client sent it to the lender.',
    RETURNED: 'The client returned the lender’s document, signed.',
    VOID: 'It never takes effect.',
  }),
});

export const ActionEnum = enumOf(clientActions);
registerEnumType(ActionEnum, {
  name: 'ByLeasingClientAction',
  description: 'What the client is asked to do with a document.',
  valuesConfig: described({ REVIEW: 'To read it.', SIGN: 'To sign it.', AGREE: 'To agree to it, by signing.' }),
});

export const OriginEnum = enumOf(fieldOrigins);
registerEnumType(OriginEnum, {
  name: 'ByLeasingFieldOrigin',
  description: 'Who put a value into a document.',
  valuesConfig: described({
    CLIENT_INPUT: 'The client typed it.',
    CLIENT_CHOICE: 'The client chose it.',
    AUTO_FILLED: 'It was filled in for the client, who marks that it is current.',
    LENDER: 'The lender wrote it.',
  }),
});

export const SignatureFormEnum = enumOf(signatureForms);
registerEnumType(SignatureFormEnum, {
  name: 'ByLeasingSignatureForm',
  description: 'Form of one signature.',
  valuesConfig: described({
    ELECTRONIC_FORM: 'By code word and confirmation code (документ в электронном виде).',
    EDS: 'A digital signature (ЭЦП).',
  }),
});

export const AuthorityBasisEnum = enumOf(authorityBases);
registerEnumType(AuthorityBasisEnum, {
  name: 'ByLeasingAuthorityBasis',
  description: 'On what an authority to sign rests.',
  valuesConfig: described({
    CHARTER: 'The charter (устав).',
    POWER_OF_ATTORNEY: 'A power of attorney (доверенность).',
    ORDER: 'An order (приказ).',
  }),
});

export const SignerEnum = enumOf(['CLIENT', 'LENDER', 'OTHER_PARTY'] as const);
registerEnumType(SignerEnum, {
  name: 'ByLeasingSigner',
  description: 'Whose a signature is.',
  valuesConfig: described({
    CLIENT: 'The client of the application.',
    LENDER: 'The lender, by its authorised officer.',
    OTHER_PARTY: 'A guarantor or seller.',
  }),
});

export const SignatureToolEnum = enumOf(signatureTools);
registerEnumType(SignatureToolEnum, {
  name: 'ByLeasingSignatureTool',
  description: 'What makes digital signatures (средство ЭЦП).',
  valuesConfig: described({ MSI: 'The interbank identification system (МСИ).', OFFICER_TOOL: 'A tool of the officer’s own.' }),
});

export const SignatureVerifierEnum = enumOf(signatureVerifiers);
registerEnumType(SignatureVerifierEnum, {
  name: 'ByLeasingSignatureVerifier',
  description: 'Who verifies digital signatures.',
  valuesConfig: described({ MSI: 'The interbank identification system (МСИ).', GATEWAY: 'This installation.' }),
});
