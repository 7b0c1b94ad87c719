import { Field, InputType } from 'type-graphql';
import { PledgeStepInput } from '../pledge/step.input';
import { IdentityDocumentEnum } from './identity.enums';
import type { IdentityDocument } from './identity-check.entity';

@InputType('ByPledgeCheckIdentityInput', { description: 'Records the identity document that the pledgor produced (проверка личности).' })
export class ByPledgeCheckIdentityInput extends PledgeStepInput {
  @Field(() => IdentityDocumentEnum, { description: 'Kind of the document.' })
  documentType!: IdentityDocument;

  @Field(() => String, { description: 'Series and number.' })
  documentNumber!: string;

  @Field(() => String, { description: 'Identification number (идентификационный номер).' })
  personalNumber!: string;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  citizenship!: string;
}
