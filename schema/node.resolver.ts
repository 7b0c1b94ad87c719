import { type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { fromGlobalId, Node, type NodeLookup, Scoped } from './base';
import { graphDetails } from './graph-details';
import { typeNameOf } from './resolve-type';
import { type Rights, refusalOf } from './scopes';

/** `node(id)`: asks the look-up that the type's owner registered. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Any object by its id; null when there is none that you may see.' })
  @Scoped('public')
  async node(
    @Arg('id', () => ID, { description: 'Opaque id, as read from an object.' }) id: string,
    @Ctx() context: { readonly caller: Rights },
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    const parts = fromGlobalId(id);
    const lookup = parts && lookupOf(info.schema, parts.type);
    if (!lookup) return null;
    const refusal = refusalOf(info.schema, lookup.type, context.caller);
    if (refusal) throw refusal;
    const found = await lookup.load(context, parts.id);
    if (!found) return null;
    return typeNameOf(found) === lookup.type ? found : Object.create(found, { __typename: { value: lookup.type, enumerable: true } });
  }
}

/** The look-up of a type that the caller's schema has: a type of a disabled plugin is as unknown as a misspelt one. */
function lookupOf(schema: GraphQLSchema, type: string): NodeLookup | undefined {
  return isObjectType(schema.getType(type)) ? graphDetails(schema).nodes.get(type) : undefined;
}
