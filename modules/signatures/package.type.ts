import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, Node, Scoped, toGlobalId } from '../../schema/base';
import { type Finding, FindingType } from '../rules';
import type { PackageRecord } from './package.record';

@Scoped('documents:read')
@ObjectType('EvidencePackage', {
  implements: Node,
  description:
    'A zip that proves a signed document without this server: text, pages, signatures, their factors, the audit log’s proof, sealed by the lender (доказательственный пакет). `lexgraph verify` judges it offline.',
})
export class EvidencePackage extends Node {
  readonly __typename = 'EvidencePackage' as const;
  readonly record!: PackageRecord;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made; null while it waits.' })
  madeAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it will never be made: `DOCUMENT_TAMPERED`, the stored text is not the one that was signed.',
  })
  failure!: string | null;

  @Field(() => Int, { nullable: true, description: 'Bytes.' })
  size!: number | null;

  @Field(() => String, { nullable: true, description: 'Hexadecimal SHA-256 of the zip.' })
  sha256!: string | null;
}

export function toEvidencePackage(record: PackageRecord): EvidencePackage {
  const { requestedAt, madeAt, failure, size, sha256 } = record;
  return {
    __typename: 'EvidencePackage',
    record,
    id: toGlobalId('EvidencePackage', record.id),
    requestedAt,
    madeAt,
    failure,
    size,
    sha256,
  };
}

@InputType('RequestEvidencePackageInput', { description: 'Which document is to be proved.' })
export class RequestEvidencePackageInput {
  @Field(() => ID, { description: 'Global id of the document.' })
  documentId!: string;

  @Field(() => String, { nullable: true, description: 'A repeat with the same key answers the same package.' })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('RequestEvidencePackagePayload', { description: 'The package that will be made.' })
export class RequestEvidencePackagePayload {
  @Field(() => EvidencePackage, { nullable: true, description: 'The package to be; null when the request was refused.' })
  evidencePackage!: EvidencePackage | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}
