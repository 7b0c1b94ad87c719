import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, enumOf, Node, Scoped, toGlobalId } from '../../schema/base';
import type { Caller } from '../access';
import type { DocumentRecord } from './document.record';
import { type DocumentForm, type DocumentStatus, documentForms, documentStatuses } from './document-status';

export const DocumentFormEnum = enumOf(documentForms);

registerEnumType(DocumentFormEnum, {
  name: 'DocumentForm',
  description: 'How a document is in force.',
  valuesConfig: {
    ELECTRONIC_FORM: { description: 'Document in electronic form, under a simple electronic signature (документ в электронном виде).' },
    DIGITALLY_SIGNED: { description: 'Digitally signed document (электронный документ с ЭЦП).' },
  },
});

export const DocumentStatusEnum = enumOf(documentStatuses);

registerEnumType(DocumentStatusEnum, {
  name: 'DocumentStatus',
  description: 'State of a document.',
  valuesConfig: {
    DRAFT: { description: 'Made, but not yet shown to the client.' },
    PUBLISHED: { description: 'Fixed and shown to the client.' },
    SIGNED: { description: 'All signatures that it needs are there.' },
    SENT: { description: 'Handed over to its addressee.' },
    VOID: { description: 'Never took effect, and cannot be signed any more.' },
  },
});

@Scoped('documents:read')
@ObjectType('Document', { implements: Node, description: 'A document made from a template: its text is fixed by a hash (документ).' })
export class Document extends Node {
  readonly __typename = 'Document' as const;
  readonly record!: DocumentRecord;

  @Field(() => String, { description: 'What the document is, e.g. `INDIVIDUAL_TERMS`.' })
  kind!: string;

  @Field(() => String, { description: 'Title in the language of the document.' })
  title!: string;

  @Field(() => DocumentStatusEnum, { description: 'State of the document.' })
  status!: DocumentStatus;

  @Field(() => DocumentFormEnum, { description: 'How the document is in force.' })
  form!: DocumentForm;

  @Field(() => String, { description: 'Hexadecimal SHA-256 of its canonical text; also printed at the foot of every page.' })
  sha256!: string;

  @Field(() => DateTimeScalar, { description: 'When the document was made.' })
  createdAt!: Date;

  @Field(() => String, { nullable: true, description: 'Edition of the lender’s rules that it was made under.' })
  edition!: string | null;
}

/** The document as this caller may see it: borrowers do not see drafts. */
export function toDocument(record: DocumentRecord | null, caller: Caller): Document | null {
  if (!record || (caller.kind === 'CLIENT' && record.status === 'DRAFT')) return null;
  return {
    __typename: 'Document',
    record,
    id: toGlobalId('Document', record.id),
    kind: record.kind,
    title: record.title,
    status: record.status,
    form: record.form,
    sha256: record.sha256,
    createdAt: record.createdAt,
    edition: record.editionId,
  };
}
