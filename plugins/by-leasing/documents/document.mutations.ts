import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { type Finding, formFinding } from '../../../modules/rules';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { recordCreditReport, requestCreditReport } from '../leasing/credit-report.commands';
import { MsiError, msiPort } from '../msi';
import { inviteParticipant } from '../participants/invite.command';
import { participantById } from '../participants/participant.record';
import { endAuthority, recordAuthority } from '../signing/authority.commands';
import { signAsLender } from '../signing/sign-as-lender.command';
import { beginAtMsi, completeAtMsi } from '../signing/sign-at-msi.commands';
import { signByCode } from '../signing/sign-by-code.command';
import { trustPort } from '../trust/port';
import { certifyCopy } from './certify-copy.command';
import { createDocument, type DocumentResult } from './create.command';
import {
  ByLeasingCreateDocumentInput,
  ByLeasingDocumentInput,
  ByLeasingEndAuthorityInput,
  ByLeasingFillDocumentInput,
  ByLeasingFormLenderDocumentInput,
  ByLeasingInviteParticipantInput,
  ByLeasingRecordCreditReportInput,
  ByLeasingRequestCreditReportInput,
  ByLeasingShownDocumentInput,
  ByLeasingSignAsLenderInput,
  ByLeasingSignDocumentInput,
  ByLeasingSigningAuthorityInput,
} from './document.inputs';
import { leasingDocumentById } from './document.record';
import { shownTo } from './document.resolver';
import { ByLeasingDocumentPayload, ByLeasingParticipantPayload, ByLeasingRecordPayload, toParticipant } from './document.types';
import { confirmSummary, fillDocument, formOwnDocument, reviewDocument } from './fill.commands';
import { paymentFindings, paymentsOf } from './lease-payments';
import { formLenderDocument } from './lender-document.command';
import { sendDocument } from './send.command';

const MAX_SIGNATURE = 64 * 1024;
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

const documentOf = ({ documentId }: { readonly documentId: string }) => rowIdOf('ByLeasingDocument', documentId);
const inputOf = (description: string) => ({ description });

async function payloadOf(result: DocumentResult, context: GraphContext): Promise<ByLeasingDocumentPayload> {
  const row = result.documentId ? await context.loaders.one(leasingDocumentById, result.documentId) : null;
  return { document: shownTo(context, row), findings: result.findings ?? [] };
}

const refused = (...findings: Finding[]): ByLeasingDocumentPayload => ({ document: null, findings });

@Resolver()
export class ByLeasingDocumentMutations {
  @Mutation(() => ByLeasingDocumentPayload, {
    description:
      'Begins a document of the client: what the lender knows is filled in. A questionnaire opens an application (анкета, согласия).',
  })
  @Scoped('documents:write')
  async byLeasingCreateDocument(
    @Arg('input', () => ByLeasingCreateDocumentInput, inputOf('Which document.')) input: ByLeasingCreateDocumentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDocumentPayload> {
    const { kind, applicationId, request } = input;
    const command = { kind, applicationId: applicationId ? rowIdOf('Application', applicationId) : null, request: request ?? null };
    return payloadOf(await context.execute(createDocument, command, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingDocumentPayload, {
    description: 'The client types or chooses values, and marks as current what was filled in for it.',
  })
  @Scoped('documents:write')
  async byLeasingFillDocument(
    @Arg('input', () => ByLeasingFillDocumentInput, inputOf('Which values.')) input: ByLeasingFillDocumentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDocumentPayload> {
    const command = {
      documentId: documentOf(input),
      fields: input.fields.map(({ name, value }) => ({ name, value })),
      confirmed: input.confirmed,
    };
    return payloadOf(await context.execute(fillDocument, command, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingDocumentPayload, {
    description: 'Fixes the text of the client’s document once everything is filled (формирование).',
  })
  @Scoped('documents:write')
  async byLeasingFormDocument(
    @Arg('input', () => ByLeasingDocumentInput, inputOf('Which document.')) input: ByLeasingDocumentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDocumentPayload> {
    return payloadOf(await context.execute(formOwnDocument, { documentId: documentOf(input) }, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingDocumentPayload, { description: 'The client opens a document of the lender for reading (ознакомление).' })
  @Scoped('documents:write')
  async byLeasingReviewDocument(
    @Arg('input', () => ByLeasingDocumentInput, inputOf('Which document.')) input: ByLeasingDocumentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDocumentPayload> {
    return payloadOf(await context.execute(reviewDocument, { documentId: documentOf(input) }, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingDocumentPayload, { description: 'The client confirms the summary of all values before it signs (сводка).' })
  @Scoped('documents:write')
  async byLeasingConfirmSummary(
    @Arg('input', () => ByLeasingShownDocumentInput, inputOf('Which text.')) input: ByLeasingShownDocumentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDocumentPayload> {
    const command = { documentId: documentOf(input), sha256: input.sha256 };
    return payloadOf(await context.execute(confirmSummary, command, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingDocumentPayload, {
    description:
      'The client signs by code word and confirmation code, asked for by `requestCode` with the document’s id (кодовое слово и КПО).',
  })
  @Scoped('documents:sign')
  async byLeasingSignDocument(
    @Arg('input', () => ByLeasingSignDocumentInput, inputOf('The signature.')) input: ByLeasingSignDocumentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDocumentPayload> {
    const { sha256, ceremonyId, factors } = input;
    const ceremony = ceremonyId ? rowIdOf('Ceremony', ceremonyId) : null;
    const presented = factors.map(({ factor, value }) => ({ factor, value }));
    const command = { documentId: documentOf(input), sha256, ceremonyId: ceremony, factors: presented };
    return payloadOf(await context.execute(signByCode, command, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingDocumentPayload, {
    description:
      'The client’s digital signature is made at MSI by the certificate of the identification, and verified (ЭЦП на стороне МСИ).',
  })
  @Scoped('documents:sign')
  async byLeasingSignDigitally(
    @Arg('input', () => ByLeasingShownDocumentInput, inputOf('Which text.')) input: ByLeasingShownDocumentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDocumentPayload> {
    const { sha256 } = input;
    const documentId = documentOf(input);
    const { grant, text, findings = [] } = await context.execute(beginAtMsi, { documentId, sha256 });
    if (grant === undefined || text === undefined) return refused(...findings);
    try {
      const id = `${documentId}/${sha256}`;
      const { hash, signature } = await context.ports.get(msiPort).sign({ id, grant, text: Buffer.from(text, 'utf8') });
      const trust = await context.ports.get(trustPort).load(context.clock.now());
      const command = { documentId, sha256, hash, cms: signature, trust };
      return payloadOf(await context.execute(completeAtMsi, command), context);
    } catch (error) {
      if (!(error instanceof MsiError)) throw error;
      return refused(formFinding('BY_LEASING_MSI_SIGNING_REFUSED', ['input', 'documentId'], { fault: error.fault }));
    }
  }

  @Mutation(() => ByLeasingDocumentPayload, {
    description:
      'The client sends a signed document, or returns the lender’s: a questionnaire submits its application, a contract is concluded.',
  })
  @Scoped('documents:write')
  async byLeasingSendDocument(
    @Arg('input', () => ByLeasingDocumentInput, inputOf('Which document.')) input: ByLeasingDocumentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDocumentPayload> {
    return payloadOf(await context.execute(sendDocument, { documentId: documentOf(input) }, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingDocumentPayload, {
    description: 'An officer forms a document of the lender; nobody else sees it before it is signed.',
  })
  @Scoped('contracts:write')
  async byLeasingFormLenderDocument(
    @Arg('input', () => ByLeasingFormLenderDocumentInput, inputOf('Which document.')) input: ByLeasingFormLenderDocumentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDocumentPayload> {
    const { kind, applicationId, contractId, clientId, fields, payments } = input;
    const command = {
      kind,
      applicationId: applicationId ? rowIdOf('Application', applicationId) : null,
      contractId: contractId ? rowIdOf('Contract', contractId) : null,
      clientId: clientId ? rowIdOf('Client', clientId) : null,
      fields: fields.map(({ name, value }) => ({ name, value })),
      payments: paymentsOf(payments ?? []),
    };
    const wrong = paymentFindings(payments ?? [], context);
    if (wrong.length > 0) return payloadOf({ findings: wrong }, context);
    return payloadOf(await context.execute(formLenderDocument, command, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingDocumentPayload, {
    description:
      'The authorised officer hands in the digital signature made outside over `signingText`; it is verified, and the client sees the document.',
  })
  @Scoped('contracts:write')
  async byLeasingSignAsLender(
    @Arg('input', () => ByLeasingSignAsLenderInput, inputOf('The signature.')) input: ByLeasingSignAsLenderInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDocumentPayload> {
    const cms = BASE64.test(input.signature) ? Buffer.from(input.signature, 'base64') : Buffer.from(input.signature, 'latin1');
    if (cms.length > MAX_SIGNATURE) return refused(formFinding('BY_LEASING_SIGNATURE_FORM_INVALID', ['input', 'signature']));
    const trust = await context.ports.get(trustPort).load(context.clock.now());
    return payloadOf(await context.execute(signAsLender, { documentId: documentOf(input), cms, trust }), context);
  }

  @Mutation(() => ByLeasingDocumentPayload, {
    description: 'An officer records that a paper copy of a digitally signed document was certified.',
  })
  @Scoped('contracts:write')
  async byLeasingCertifyCopy(
    @Arg('input', () => ByLeasingDocumentInput, inputOf('Which document.')) input: ByLeasingDocumentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDocumentPayload> {
    return payloadOf(await context.execute(certifyCopy, { documentId: documentOf(input) }, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingParticipantPayload, {
    description: 'An officer takes a client into a deal as guarantor or seller (поручитель, продавец).',
  })
  @Scoped('contracts:write')
  async byLeasingInviteParticipant(
    @Arg('input', () => ByLeasingInviteParticipantInput, inputOf('Whom, into which deal.')) input: ByLeasingInviteParticipantInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingParticipantPayload> {
    const { role } = input;
    const command = { applicationId: rowIdOf('Application', input.applicationId), clientId: rowIdOf('Client', input.clientId), role };
    const { participantId, findings = [] } = await context.execute(inviteParticipant, command, keyOf(input));
    const row = participantId ? await context.loaders.one(participantById, participantId) : null;
    return { participant: row && toParticipant(row), findings };
  }

  @Mutation(() => ByLeasingRecordPayload, {
    description: 'Records who may put a digital signature, for the lender or for a client (полномочия).',
  })
  @Scoped('contracts:write')
  async byLeasingRecordSigningAuthority(
    @Arg('input', () => ByLeasingSigningAuthorityInput, inputOf('Who, for whom, how long.')) input: ByLeasingSigningAuthorityInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingRecordPayload> {
    const { name, personalNumber, position, basis } = input;
    const command = {
      officer: input.officer ?? null,
      clientId: input.clientId ? rowIdOf('Client', input.clientId) : null,
      ...{ name, personalNumber, position, basis },
      basisNumber: input.basisNumber ?? null,
      scope: input.scope ?? null,
      validFrom: input.validFrom.toString(),
      validTo: input.validTo?.toString() ?? null,
    };
    const { authorityId, findings = [] } = await context.execute(recordAuthority, command, keyOf(input));
    return { id: authorityId ? toGlobalId('ByLeasingSigningAuthority', authorityId) : null, findings };
  }

  @Mutation(() => ByLeasingRecordPayload, { description: 'Withdraws an authority to sign: what was signed stands.' })
  @Scoped('contracts:write')
  async byLeasingEndSigningAuthority(
    @Arg('input', () => ByLeasingEndAuthorityInput, inputOf('Which authority.')) input: ByLeasingEndAuthorityInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingRecordPayload> {
    const authorityId = rowIdOf('ByLeasingSigningAuthority', input.authorityId);
    const { findings = [] } = await context.execute(endAuthority, { authorityId }, keyOf(input));
    return { id: findings.length > 0 ? null : input.authorityId, findings };
  }

  @Mutation(() => ByLeasingRecordPayload, {
    description: 'An officer asks for a credit report, on a signed consent only (кредитный отчёт).',
  })
  @Scoped('contracts:write')
  async byLeasingRequestCreditReport(
    @Arg('input', () => ByLeasingRequestCreditReportInput, inputOf('Whose report.')) input: ByLeasingRequestCreditReportInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingRecordPayload> {
    const command = {
      applicationId: rowIdOf('Application', input.applicationId),
      clientId: input.clientId ? rowIdOf('Client', input.clientId) : null,
    };
    const { creditReportId, findings = [] } = await context.execute(requestCreditReport, command, keyOf(input));
    return { id: creditReportId ? toGlobalId('ByLeasingCreditReport', creditReportId) : null, findings };
  }

  @Mutation(() => ByLeasingRecordPayload, { description: 'An officer enters the number of the credit report that came.' })
  @Scoped('contracts:write')
  async byLeasingRecordCreditReport(
    @Arg('input', () => ByLeasingRecordCreditReportInput, inputOf('Which report.')) input: ByLeasingRecordCreditReportInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingRecordPayload> {
    const command = { creditReportId: rowIdOf('ByLeasingCreditReport', input.creditReportId), number: input.number };
    const { findings = [] } = await context.execute(recordCreditReport, command, keyOf(input));
    return { id: findings.length > 0 ? null : input.creditReportId, findings };
  }
}
