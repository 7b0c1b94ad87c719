import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Application } from '../../../modules/applications';
import { clientById } from '../../../modules/clients';
import type { GraphContext } from '../../../modules/commands';
import { fieldAad, fieldCipherPort, listLoader, loader, statement } from '../../../modules/database';
import { Document, loadDocument } from '../../../modules/documents';
import { money } from '../../../modules/money';
import { enforce } from '../../../modules/rules';
import { Decimal, Scoped, toGlobalId } from '../../../schema/base';
import { ByLeasingClient } from '../by-leasing.type';
import { cite } from '../cite';
import { readClientFile } from '../conduct';
import { PLUGIN } from '../ids';
import { creditReportsByApplication } from '../leasing/credit-report.commands';
import { participantById, participantsByApplication, participationsByClient } from '../participants/participant.record';
import { signaturesOfDocument } from '../signing/signature.record';
import { copyStatusOf } from './certify-copy.command';
import { isShown } from './change';
import { checklistOf } from './checklist';
import {
  type LeasingDocumentRecord,
  leasingDocumentByCore,
  leasingDocumentById,
  leasingDocumentsByApplication,
  leasingDocumentsByClient,
} from './document.record';
import {
  ByLeasingApplication,
  ByLeasingChecklistItem,
  ByLeasingCreditReport,
  ByLeasingDocument,
  ByLeasingExchange,
  ByLeasingField,
  ByLeasingLeasePayment,
  ByLeasingParticipant,
  ByLeasingSignature,
  toLeasingDocument,
  toLeasingSignature,
  toParticipant,
} from './document.types';
import { fieldSpecs } from './field-specs';
import { openFilling } from './filled-fields';

const exchangesByDocument = listLoader(
  statement<ByLeasingExchange & { readonly documentId: string }>(
    'by_leasing_exchanges',
    'select document_id as "documentId", direction, at from by_leasing.exchange where document_id = any($1) order by at, id',
  ),
  (row) => row.documentId,
);
const findingByDocument = loader(
  statement<{ documentId: string; foundAt: Date }>(
    'by_leasing_integrity_finding_of',
    'select document_id as "documentId", found_at as "foundAt" from by_leasing.integrity_finding where document_id = any($1)',
  ),
  (row) => row.documentId,
);
const canonicalOf = loader(
  statement<{ id: string; canonical: Buffer }>('by_leasing_canonical', 'select id, canonical from core.document where id = any($1)'),
  (row) => row.id,
);

/** A document as this caller may see it: the lender's not before the lender has signed it. */
export const shownTo = ({ caller }: GraphContext, row: LeasingDocumentRecord | null): ByLeasingDocument | null =>
  row && (caller.kind !== 'CLIENT' || isShown(row)) ? toLeasingDocument(row) : null;

@Resolver(() => ByLeasingDocument)
export class ByLeasingDocumentResolver {
  @FieldResolver(() => [ByLeasingField], {
    description: 'Its values with the origin of each, those that are missing too; reading them is traced.',
  })
  @Scoped('clients:personal')
  async fields(@Root() { record }: ByLeasingDocument, @Ctx() context: GraphContext): Promise<readonly ByLeasingField[]> {
    const client = await readClientFile(context, record.clientId, () => context.loaders.one(clientById, record.clientId));
    const held = new Map(openFilling(context, record.id, record.fieldsEnc).fields.map((field) => [field.name, field]));
    return fieldSpecs(record.kind, client?.kind ?? 'INDIVIDUAL').map(({ name, label, type, required, options }) => {
      const field = held.get(name);
      const confirmedAt = field?.confirmedAt ? new Date(field.confirmedAt) : null;
      return {
        ...{ name, label, type, required },
        options: Object.keys(options ?? {}),
        value: field?.value ?? null,
        origin: field?.origin ?? null,
        confirmedAt,
      };
    });
  }

  @FieldResolver(() => [ByLeasingLeasePayment], { description: 'The schedule of lease payments (график лизинговых платежей).' })
  payments(@Root() { record }: ByLeasingDocument, @Ctx() context: GraphContext): readonly ByLeasingLeasePayment[] {
    const sum = (amount: string) => money(new Decimal(amount), context.lender!.currency);
    const { payments = [] } = openFilling(context, record.id, record.fieldsEnc);
    return payments.map(({ dueOn, principal, reward }) => ({ dueOn, principal: sum(principal), reward: sum(reward) }));
  }

  @FieldResolver(() => Document, {
    nullable: true,
    description: 'The formed document: its pages to be downloaded, its evidence packages; null while it is not formed (визуальная форма).',
  })
  async document(@Root() { record }: ByLeasingDocument, @Ctx() context: GraphContext): Promise<Document | null> {
    if (!record.coreDocumentId) return null;
    enforce(cite('by-leasing/7.7'));
    return loadDocument(context, record.coreDocumentId);
  }

  @FieldResolver(() => [ByLeasingSignature], { description: 'Its signatures in their order, each with its form (подписи).' })
  async signatures(@Root() { record }: ByLeasingDocument, @Ctx() context: GraphContext): Promise<readonly ByLeasingSignature[]> {
    return (await context.loaders.list(signaturesOfDocument, record.id)).map(toLeasingSignature);
  }

  @FieldResolver(() => [ByLeasingExchange], { description: 'How it was handed over, both ways (журнал СДО).' })
  async exchanges(@Root() { record }: ByLeasingDocument, @Ctx() context: GraphContext): Promise<readonly ByLeasingExchange[]> {
    return context.loaders.list(exchangesByDocument, record.id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Of a digitally signed document: whether its printed copy is UNCERTIFIED or CERTIFIED (копия электронного документа).',
  })
  copyStatus(@Root() { record }: ByLeasingDocument): string | null {
    return copyStatusOf(record);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the periodic check found its text to be another than the one that was signed.' })
  async integrityBroken(@Root() { record }: ByLeasingDocument, @Ctx() context: GraphContext): Promise<boolean> {
    return (await context.loaders.one(findingByDocument, record.id)) !== null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The canonical text, exactly as a digital signature is made over it in UTF-8; reading it is traced. Null while it is not formed.',
  })
  @Scoped('clients:personal')
  async signingText(@Root() { record }: ByLeasingDocument, @Ctx() context: GraphContext): Promise<string | null> {
    const { coreDocumentId: id } = record;
    if (!id) return null;
    const row = await readClientFile(context, record.clientId, () => context.loaders.one(canonicalOf, id));
    const aad = fieldAad({ lenderId: context.lender!.id, table: 'core.document', id, column: 'canonical' });
    return row && context.ports.get(fieldCipherPort).decrypt(row.canonical, aad).toString('utf8');
  }
}

@Resolver(() => Application)
export class ByLeasingApplicationResolver {
  @FieldResolver(() => ByLeasingApplication, {
    nullable: true,
    description: 'Documents, participants and checks of a lease (лизинг, Беларусь).',
  })
  @Scoped('applications:read')
  byLeasing(@Root() application: Application): ByLeasingApplication | null {
    return application.pluginId === PLUGIN ? { applicationId: application.rowId } : null;
  }
}

@Resolver(() => ByLeasingApplication)
export class ByLeasingDealResolver {
  @FieldResolver(() => [ByLeasingDocument], {
    description: 'Documents of the deal that this caller may see, the oldest first (документы).',
  })
  @Scoped('documents:read')
  async documents(@Root() { applicationId }: ByLeasingApplication, @Ctx() context: GraphContext): Promise<readonly ByLeasingDocument[]> {
    const rows = await context.loaders.list(leasingDocumentsByApplication, applicationId);
    return rows.flatMap((row) => shownTo(context, row) ?? []);
  }

  @FieldResolver(() => [ByLeasingParticipant], { description: 'Guarantors and sellers, in the order of their invitation (участники).' })
  async participants(
    @Root() { applicationId }: ByLeasingApplication,
    @Ctx() context: GraphContext,
  ): Promise<readonly ByLeasingParticipant[]> {
    return (await context.loaders.list(participantsByApplication, applicationId)).map(toParticipant);
  }

  @FieldResolver(() => [ByLeasingChecklistItem], { description: 'Papers that the deal asks for, and by what they are there.' })
  @Scoped('documents:read')
  async checklist(
    @Root() { applicationId }: ByLeasingApplication,
    @Ctx() context: GraphContext,
  ): Promise<readonly ByLeasingChecklistItem[]> {
    const documents = await context.loaders.list(leasingDocumentsByApplication, applicationId);
    const signatures = await Promise.all(documents.map(({ id }) => context.loaders.list(signaturesOfDocument, id)));
    return checklistOf(documents, signatures.flat()).map(({ documentId, ...item }) => ({
      ...item,
      documentId: documentId && toGlobalId('ByLeasingDocument', documentId),
    }));
  }

  @FieldResolver(() => [ByLeasingCreditReport], { description: 'Requests for credit reports (кредитные отчёты).' })
  @Scoped('contracts:write')
  async creditReports(
    @Root() { applicationId }: ByLeasingApplication,
    @Ctx() context: GraphContext,
  ): Promise<readonly ByLeasingCreditReport[]> {
    const rows = await context.loaders.list(creditReportsByApplication, applicationId);
    return rows.map(({ id, requestedAt, reportNumber }) => ({ id: toGlobalId('ByLeasingCreditReport', id), requestedAt, reportNumber }));
  }
}

@Resolver(() => ByLeasingClient)
export class ByLeasingClientDocumentsResolver {
  @FieldResolver(() => [ByLeasingDocument], { description: 'The client’s documents in all deals, the latest first (документы).' })
  @Scoped('documents:read')
  async documents(@Root() { clientId }: ByLeasingClient, @Ctx() context: GraphContext): Promise<readonly ByLeasingDocument[]> {
    const rows = await context.loaders.list(leasingDocumentsByClient, clientId);
    return rows.flatMap((row) => shownTo(context, row) ?? []);
  }

  @FieldResolver(() => [ByLeasingParticipant], { description: 'Other clients’ deals in which this one takes part (участие в сделках).' })
  @Scoped('applications:read')
  async participations(@Root() { clientId }: ByLeasingClient, @Ctx() context: GraphContext): Promise<readonly ByLeasingParticipant[]> {
    return (await context.loaders.list(participationsByClient, clientId)).map(toParticipant);
  }
}

@Resolver(() => Document)
export class ByLeasingCoreDocumentResolver {
  @FieldResolver(() => ByLeasingDocument, { nullable: true, description: 'Its way through the cabinet (документ в СДО).' })
  @Scoped('documents:read')
  async byLeasing(@Root() { record }: Document, @Ctx() context: GraphContext): Promise<ByLeasingDocument | null> {
    return record.pluginId === PLUGIN ? shownTo(context, await context.loaders.one(leasingDocumentByCore, record.id)) : null;
  }
}

export const documentNodes = [
  {
    type: 'ByLeasingDocument',
    load: async (context: GraphContext, id: string) => shownTo(context, await context.loaders.one(leasingDocumentById, id)),
  },
  {
    type: 'ByLeasingParticipant',
    load: async (context: GraphContext, id: string) => {
      const row = await context.loaders.one(participantById, id);
      return row && toParticipant(row);
    },
  },
];
