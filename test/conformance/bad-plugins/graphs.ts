import { Arg, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import { Application } from '../../../modules/applications';
import { Scoped } from '../../../schema/base';
import { type BadPlugin, definedWith } from './bad-plugin';

@Resolver(() => Application)
class TwoFields {
  @FieldResolver(() => String, { nullable: true, description: 'The one that is allowed.' })
  @Scoped('applications:read')
  xxBad(): string | null {
    return null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'One too many.' })
  @Scoped('applications:read')
  xxBadMore(): string | null {
    return null;
  }
}

@Resolver(() => Application)
class FieldOfAnotherName {
  @FieldResolver(() => String, { nullable: true, description: 'Named for nobody.' })
  @Scoped('applications:read')
  badField(): string | null {
    return null;
  }
}

@Resolver(() => Application)
class RequiredField {
  @FieldResolver(() => String, { description: 'Never null, so it breaks every other lender’s answers.' })
  @Scoped('applications:read')
  xxBad(): string {
    return '';
  }
}

@Resolver(() => Application)
class CoreFieldTakenOver {
  @FieldResolver(() => String, { description: 'A core field with another resolver.' })
  @Scoped('applications:read')
  number(): string {
    return 'mine';
  }
}

@Scoped('parent')
@ObjectType('Money', { description: 'The core has a type of this name.' })
class SecondMoney {
  @Field(() => ID, { description: 'Something.' })
  id!: string;
}

@Resolver()
class TypeOfTheCore {
  @Query(() => SecondMoney, { nullable: true, description: 'Brings the second type.' })
  @Scoped('public')
  xxBadMoney(): SecondMoney | null {
    return null;
  }
}

@Scoped('parent')
@ObjectType('Thing', { description: 'A type without the plugin’s prefix.' })
class Thing {
  @Field(() => String, { description: 'Something.' })
  name!: string;
}

@Resolver()
class TypeWithoutPrefix {
  @Query(() => Thing, { nullable: true, description: 'Brings the type.' })
  @Scoped('public')
  xxBadThing(): Thing | null {
    return null;
  }
}

@Resolver()
class RootFieldWithoutPrefix {
  @Mutation(() => String, { nullable: true, description: 'A mutation without the plugin’s prefix.' })
  @Scoped('public')
  doSomething(): string | null {
    return null;
  }
}

@Resolver()
class NoScope {
  @Query(() => String, { nullable: true, description: 'Nobody says who may see it.' })
  xxBadOpen(): string | null {
    return null;
  }
}

@InputType('XxBadFilter', { description: 'Contains itself.' })
class Recursive {
  @Field(() => [Recursive], { nullable: true, description: 'Itself.' })
  and?: Recursive[];
}

@Resolver()
class RecursiveInput {
  @Query(() => String, { nullable: true, description: 'Takes the input.' })
  @Scoped('public')
  xxBadSearch(@Arg('filter', () => Recursive, { nullable: true, description: 'The filter.' }) filter: Recursive | null): string | null {
    return filter ? 'found' : null;
  }
}

const Undescribed = { YES: 'YES' } as const;
registerEnumType(Undescribed, { name: 'XxBadAnswer', description: 'An enum whose value says nothing.' });

@Resolver()
class UndescribedValue {
  @Query(() => Undescribed, { nullable: true, description: 'Brings the enum.' })
  @Scoped('public')
  xxBadAnswer(): 'YES' | null {
    return null;
  }
}

const brings = (fault: string, code: string, resolver: new () => unknown): BadPlugin => ({
  fault,
  code,
  define: () => definedWith({ resolvers: [resolver] }),
});

export const badGraphs: readonly BadPlugin[] = [
  // Only one of two fields can bear the plugin's name.
  { ...brings('a second field on a core type', 'SCHEMA_PLUGIN_FIELDS_MANY', TwoFields), also: 'SCHEMA_PLUGIN_FIELD_NAME' },
  brings('a field on a core type that is not named for the plugin', 'SCHEMA_PLUGIN_FIELD_NAME', FieldOfAnotherName),
  brings('a non-null field on a core type', 'SCHEMA_PLUGIN_FIELD_REQUIRED', RequiredField),
  brings('a field of the core resolved by the plugin', 'SCHEMA_PLUGIN_FIELD_OVERRIDES', CoreFieldTakenOver),
  brings('a type whose name the core has', 'SCHEMA_NAME_TAKEN', TypeOfTheCore),
  brings('a type without the plugin’s prefix', 'SCHEMA_PREFIX_MISSING', TypeWithoutPrefix),
  brings('a mutation without the plugin’s prefix', 'SCHEMA_PREFIX_MISSING', RootFieldWithoutPrefix),
  brings('a field without a scope', 'SCHEMA_SCOPE_MISSING', NoScope),
  brings('an input type that contains itself', 'SCHEMA_INPUT_RECURSIVE', RecursiveInput),
  brings('an enum value without a description', 'SCHEMA_DESCRIPTION_MISSING', UndescribedValue),
];
