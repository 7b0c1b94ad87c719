import { Field, ID, ObjectType } from 'type-graphql';
import { Scoped } from '../../schema/base';

@Scoped('parent')
@ObjectType('Clause', { description: 'A clause of a lender’s document or of a statute, linked and not quoted (пункт).' })
export class ClauseType {
  @Field(() => ID, { description: 'Id in the clause register; a statute’s is `act/point@date`.' })
  id!: string;

  @Field(() => String, { description: 'The document or act that it belongs to.' })
  act!: string;

  @Field(() => String, { description: 'Its number in that document.' })
  point!: string;

  @Field(() => String, { nullable: true, description: 'Edition that bound (редакция).' })
  edition!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the text is published.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'What it asks of the software, in our words; English.' })
  requires!: string | null;

  @Field(() => String, { nullable: true, description: 'How it is read where it is unclear; English.' })
  interpretation!: string | null;
}
