import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, Node, Scoped, toGlobalId } from '../../../schema/base';
import { type Finding, FindingType } from '../../rules';
import { type FileState, fileStates } from './file.entity';
import type { FileRecord } from './file.record';

export const FileStateEnum = Object.fromEntries(fileStates.map((state) => [state, state])) as { [S in FileState]: S };

registerEnumType(FileStateEnum, {
  name: 'FileState',
  description: 'Whether an uploaded file is there.',
  valuesConfig: {
    REQUESTED: { description: 'A link was given; nothing has arrived.' },
    STORED: { description: 'Arrived whole, with the promised size, type and hash.' },
  },
});

@Scoped('parent')
@ObjectType('FileDownload', { description: 'A link to fetch a file with, good for a few minutes.' })
export class FileDownload {
  @Field(() => String, { description: 'Fetch it by GET; no token is needed. Whoever has the link can use it until it expires.' })
  url!: string;

  @Field(() => DateTimeScalar, { description: 'When the link stops working.' })
  expiresAt!: Temporal.Instant;
}

@Scoped('parent')
@ObjectType('UploadHeader', { description: 'A header that must stand in the upload.' })
export class UploadHeader {
  @Field(() => String, { description: 'Name of the header.' })
  name!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@Scoped('parent')
@ObjectType('FileUpload', {
  description: 'A link to send one file to, bound to its size, type and hash; good for a quarter of an hour and for one file.',
})
export class FileUpload {
  @Field(() => String, { description: 'Where to send the file’s bytes.' })
  url!: string;

  @Field(() => String, { description: 'HTTP method to send it by.' })
  method!: string;

  @Field(() => [UploadHeader], { description: 'Headers to send along.' })
  headers!: UploadHeader[];

  @Field(() => DateTimeScalar, { description: 'When the link stops working.' })
  expiresAt!: Temporal.Instant;
}

@Scoped('documents:read')
@ObjectType('File', { implements: Node, description: 'An uploaded file (файл).' })
export class File extends Node {
  readonly __typename = 'File' as const;
  readonly record!: FileRecord;

  @Field(() => String, { description: 'What it was uploaded for.' })
  purpose!: string;

  @Field(() => String, { description: 'Media type.' })
  contentType!: string;

  @Field(() => Int, { description: 'Bytes.' })
  size!: number;

  @Field(() => String, { description: 'Hexadecimal SHA-256 of the bytes.' })
  sha256!: string;

  @Field(() => FileStateEnum, { description: 'Whether it is there.' })
  state!: FileState;

  @Field(() => DateTimeScalar, { description: 'When its place was asked for.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it arrived.' })
  storedAt!: Date | null;
}

export function toFile(record: FileRecord): File {
  const { purpose, contentType, size, sha256, state, requestedAt, storedAt } = record;
  return {
    __typename: 'File',
    record,
    id: toGlobalId('File', record.id),
    purpose,
    contentType,
    size,
    sha256,
    state,
    requestedAt,
    storedAt,
  };
}

@InputType('RequestUploadInput', { description: 'What will be uploaded. The link takes nothing else.' })
export class RequestUploadInput {
  @Field(() => String, { description: 'What it is for, e.g. `ATTACHMENT`.' })
  purpose!: string;

  @Field(() => String, { description: 'Name to show to people; kept encrypted.' })
  fileName!: string;

  @Field(() => String, { description: 'Media type, e.g. `image/jpeg`.' })
  contentType!: string;

  @Field(() => Int, { description: 'Bytes.' })
  size!: number;

  @Field(() => String, { description: 'SHA-256 of the bytes as 64 lower-case hexadecimal digits.' })
  sha256!: string;

  @Field(() => String, { nullable: true, description: 'A repeat with the same key answers the same file.' })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('RequestUploadPayload', { description: 'Where to send a file.' })
export class RequestUploadPayload {
  @Field(() => File, { nullable: true, description: 'The file to be; null when the upload was refused.' })
  file!: File | null;

  @Field(() => FileUpload, { nullable: true, description: 'The link; null when the upload was refused or has already been done.' })
  upload!: FileUpload | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}
