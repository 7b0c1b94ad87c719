import {
  Arg,
  Field,
  FieldResolver,
  getMetadataStorage,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from 'type-graphql';
import { fixtureModules, fixturePlugins } from '../test/support/fixture-graph';
import { Node, Scoped } from './base';
import { composeMaximalSchema } from './compose';
import type { GraphOwner } from './ownership';
import { SchemaBuildError } from './problem';

/** The problems of one bad plugin beside the good ones, as `code place`. */
function problemsOf(part: Partial<GraphOwner>): string[] {
  const plugin: GraphOwner = { id: 'acme-bad', resolvers: [], orphanedTypes: [], ...part };
  try {
    composeMaximalSchema({ modules: fixtureModules, plugins: [...fixturePlugins, plugin] });
  } catch (error) {
    if (!(error instanceof SchemaBuildError)) throw error;
    for (const found of error.problems) expect(found.facts.owner).toBe('acme-bad');
    return error.problems.map((found) => `${found.definition.code} ${found.facts.place}`);
  }
  return [];
}

// biome-ignore lint/complexity/noBannedTypes: type-graphql names classes this way.
const Thing = (): Function => getMetadataStorage().objectTypes.find((type) => type.name === 'Thing')!.target;

const says = (description: string) => ({ description });

describe('composition', () => {
  it('lists every field without a scope, not the first only', () => {
    @ObjectType('AcmeBadOpen', says('Open.'))
    class Open {
      @Field(() => String, says('A.'))
      a!: string;

      @Field(() => String, says('B.'))
      b!: string;
    }
    @Resolver()
    class R {
      @Query(() => Open, says('Open.'))
      acmeBadOpen(): object {
        return {};
      }
    }
    expect(problemsOf({ resolvers: [R] }).sort()).toEqual([
      'SCHEMA_SCOPE_MISSING AcmeBadOpen.a',
      'SCHEMA_SCOPE_MISSING AcmeBadOpen.b',
      'SCHEMA_SCOPE_MISSING Query.acmeBadOpen',
    ]);
  });

  it('refuses a plugin field on a core type that leans on the scope of that type', () => {
    @Resolver(Thing)
    class R {
      @FieldResolver(() => String, { nullable: true, ...says('Leans.') })
      acmeBad(): string {
        return '';
      }
    }
    expect(problemsOf({ resolvers: [R] })).toEqual(['SCHEMA_SCOPE_MISSING Thing.acmeBad']);
  });

  it('refuses "parent" on a root field', () => {
    @Resolver()
    class R {
      @Query(() => String, says('Root.'))
      @Scoped('parent')
      acmeBadRoot(): string {
        return '';
      }
    }
    expect(problemsOf({ resolvers: [R] })).toEqual(['SCHEMA_SCOPE_MEANINGLESS Query.acmeBadRoot']);
  });

  it('refuses a plugin that adds two fields, a required one, or one not named for itself', () => {
    @Resolver(Thing)
    class Two {
      @FieldResolver(() => String, { nullable: true, ...says('One.') })
      @Scoped('parent')
      acmeBad(): string {
        return '';
      }

      @FieldResolver(() => String, says('Another.'))
      @Scoped('parent')
      weight(): string {
        return '';
      }
    }
    expect(problemsOf({ resolvers: [Two] }).sort()).toEqual([
      'SCHEMA_PLUGIN_FIELDS_MANY Thing',
      'SCHEMA_PLUGIN_FIELD_NAME Thing.weight',
      'SCHEMA_PLUGIN_FIELD_REQUIRED Thing.weight',
    ]);
  });

  it('refuses a plugin that takes over a field of the core', () => {
    @Resolver(Thing)
    class R {
      @FieldResolver(() => String)
      name(): string {
        return 'mine';
      }
    }
    expect(problemsOf({ resolvers: [R] })).toEqual(['SCHEMA_PLUGIN_FIELD_OVERRIDES Thing.name']);
  });

  it('refuses types, enums and root fields of a plugin without its prefix', () => {
    enum Colour {
      RED = 'red',
    }
    registerEnumType(Colour, { name: 'Colour', ...says('Colour.'), valuesConfig: { RED: says('Red.') } });
    @ObjectType('Paint', says('Paint.'))
    @Scoped('parent')
    class Paint {
      @Field(() => Colour, says('Colour.'))
      colour!: Colour;
    }
    @Resolver()
    class R {
      @Mutation(() => Paint, { nullable: true, ...says('Paints.') })
      @Scoped('things:write')
      paint(): object {
        return {};
      }
    }
    expect(problemsOf({ resolvers: [R] }).sort()).toEqual([
      'SCHEMA_PREFIX_MISSING Mutation.paint',
      'SCHEMA_PREFIX_MISSING Type Colour',
      'SCHEMA_PREFIX_MISSING Type Paint',
    ]);
  });

  it('names both owners when two declare the same type or root field', () => {
    @ObjectType('Thing', says('Another thing.'))
    @Scoped('parent')
    class Other {
      @Field(() => String, says('X.'))
      x!: string;
    }
    @Resolver()
    class R {
      @Query(() => Other, { name: 'thing', ...says('Again.') })
      @Scoped('public')
      again(): object {
        return {};
      }
    }
    const owner: GraphOwner = { id: 'others', resolvers: [R], orphanedTypes: [] };
    try {
      composeMaximalSchema({ modules: [...fixtureModules, owner], plugins: fixturePlugins });
      throw new Error('composed');
    } catch (error) {
      expect(error).toBeInstanceOf(SchemaBuildError);
      const { problems } = error as SchemaBuildError;
      expect(problems.map(({ facts }) => facts)).toEqual([
        { place: 'Thing', owner: 'things', other: 'others' },
        { place: 'Query.thing', owner: 'things', other: 'others' },
      ]);
      expect((error as Error).message).toMatch(/Thing is declared by things and by others/);
    }
  });

  it('refuses an input type that contains itself', () => {
    @InputType('AcmeBadFilter', says('Filter.'))
    class Filter {
      @Field(() => [Filter], { nullable: true, ...says('All of these.') })
      and?: Filter[];

      @Field(() => Int, { nullable: true, ...says('Number.') })
      number?: number;
    }
    @Resolver()
    class R {
      @Query(() => Int, says('Counts.'))
      @Scoped('public')
      acmeBadCount(@Arg('filter', () => Filter, says('Filter.')) filter: Filter): number {
        return filter.number ?? 0;
      }
    }
    expect(problemsOf({ resolvers: [R] })).toEqual(['SCHEMA_INPUT_RECURSIVE AcmeBadFilter']);
  });

  it('asks for a description of every type, field and argument', () => {
    @ObjectType('AcmeBadMute')
    @Scoped('parent')
    class Mute {
      @Field(() => String)
      a!: string;
    }
    @Resolver()
    class R {
      @Query(() => Mute)
      @Scoped('public')
      acmeBadMute(@Arg('x', () => Int) x: number): object {
        return { a: String(x) };
      }
    }
    expect(problemsOf({ resolvers: [R] }).sort()).toEqual([
      'SCHEMA_DESCRIPTION_MISSING AcmeBadMute',
      'SCHEMA_DESCRIPTION_MISSING AcmeBadMute.a',
      'SCHEMA_DESCRIPTION_MISSING Query.acmeBadMute',
      'SCHEMA_DESCRIPTION_MISSING Query.acmeBadMute(x)',
    ]);
  });

  it('wants a look-up for every node, and a node for every look-up', () => {
    @ObjectType('AcmeBadNode', { implements: Node, ...says('Lost.') })
    @Scoped('public')
    class Lost extends Node {}
    expect(problemsOf({ orphanedTypes: [Lost], nodes: [{ type: 'AcmeBadOther', load: () => null }] }).sort()).toEqual([
      'SCHEMA_NODE_MISSING AcmeBadNode',
      'SCHEMA_NODE_UNKNOWN AcmeBadOther',
    ]);
  });

  it('composes again without what earlier builds left on core types', () => {
    const names = Object.keys(composeMaximalSchema({ modules: fixtureModules, plugins: fixturePlugins }).schema.getTypeMap());
    expect(names.filter((name) => name.startsWith('AcmeBad'))).toEqual([]);
    expect(names).toContain('AcmeSwap');
  });
});
