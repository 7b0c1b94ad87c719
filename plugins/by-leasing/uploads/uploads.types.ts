import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, Scoped } from '../../../schema/base';
import { type UploadState, uploadStates } from './upload-check.entity';

export const UploadStateEnum = enumOf(uploadStates);
registerEnumType(UploadStateEnum, {
  name: 'ByLeasingUploadState',
  description: 'What became of an uploaded file.',
  valuesConfig: {
    CLEAN: { description: 'Checked, and may be attached.' },
    MALICIOUS: { description: 'Malware was found in it (вредоносный).' },
    WITHDRAWN: { description: 'Staff took it out of use (изъят).' },
  },
});

@Scoped('documents:read')
@ObjectType('ByLeasingUpload', { description: 'An uploaded file and what its check found (загруженный файл).' })
export class ByLeasingUpload {
  @Field(() => ID, { description: 'Id of the file.' })
  fileId!: string;

  @Field(() => UploadStateEnum, { description: 'Whether it may be used.' })
  state!: UploadState;

  @Field(() => String, { description: 'Which scanner looked.' })
  scanner!: string;

  @Field(() => String, { nullable: true, description: 'What it found, by its own name.' })
  signature!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was checked.' })
  checkedAt!: Date;
}

@InputType('ByLeasingCheckUploadInput', { description: 'An uploaded file to check.' })
export class ByLeasingCheckUploadInput {
  @Field(() => ID, { description: 'The file, which has arrived.' })
  fileId!: string;
}

@InputType('ByLeasingWithdrawUploadInput', { description: 'A file to take out of use.' })
export class ByLeasingWithdrawUploadInput {
  @Field(() => ID, { description: 'The file.' })
  fileId!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@Scoped('parent')
@ObjectType('ByLeasingUploadPayload', { description: 'What became of a file.' })
export class ByLeasingUploadPayload {
  @Field(() => ID, { nullable: true, description: 'The file; null when it was refused.' })
  fileId!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}
