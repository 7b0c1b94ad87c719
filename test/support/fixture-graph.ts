import { Temporal } from 'temporal-polyfill';
import {
  Arg,
  Ctx,
  createUnionType,
  Field,
  FieldResolver,
  Float,
  InputType,
  Int,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
  Subscription,
} from 'type-graphql';
import type { GraphOwner } from '../../schema';
import { defineErrors, LocalDateScalar, Node, Scoped, toGlobalId } from '../../schema/base';

/** A small graph of two modules and two plugins that uses every way in which a plugin may extend the core. */

enum Stage {
  DRAFT = 'draft',
  OPEN = 'open',
}
registerEnumType(Stage, {
  name: 'Stage',
  description: 'Stage of a thing.',
  valuesConfig: { DRAFT: { description: 'Being written.' }, OPEN: { description: 'Under way.' } },
});

@InterfaceType('Note', { description: 'A remark on a thing.' })
abstract class Note {
  @Field(() => String, { description: 'Code of the remark.' })
  @Scoped('parent')
  code!: string;
}

@ObjectType('PlainNote', { description: 'A remark without more.', implements: Note })
@Scoped('parent')
class PlainNote extends Note {
  @Field(() => String, { description: 'Text.' })
  text!: string;
}

@ObjectType('Thing', { description: 'A thing of the core.', implements: Node })
@Scoped('things:read')
class Thing extends Node {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => Stage, { description: 'Stage.' })
  stage!: Stage;

  @Field(() => String, { nullable: true, description: 'A secret.' })
  @Scoped('things:secret')
  secret?: string;
}

@ObjectType('Holder', { description: 'Who holds things.', implements: Node })
@Scoped('holders:read')
class Holder extends Node {
  @Field(() => String, { description: 'Title.' })
  title!: string;
}

const subjects: object[] = [Thing, Holder];
const Subject = createUnionType({ name: 'Subject', description: 'What a remark is about.', types: () => subjects as never });

@InputType('StartThingInput', { description: 'How to start a thing.' })
class StartThingInput {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => Stage, { defaultValue: Stage.OPEN, description: 'First stage.' })
  stage!: Stage;
}

@ObjectType('StartThingPayload', { description: 'What came of it.' })
@Scoped('parent')
class StartThingPayload {
  @Field(() => Thing, { nullable: true, description: 'The thing.' })
  thing!: Thing | null;

  @Field(() => String, { nullable: true, description: 'What was understood of the input, as JSON.' })
  echo!: string | null;
}

const THING = '01890a5d-ac96-774b-bcce-b302099a8057';
const HOLDER = '01890a5d-ac96-774b-bcce-b302099a8058';
const SWAP = '01890a5d-ac96-774b-bcce-b302099a8059';
export const ids = {
  thing: toGlobalId('Thing', THING),
  holder: toGlobalId('Holder', HOLDER),
  swap: toGlobalId('AcmeSwap', SWAP),
};

const thing = { __typename: 'Thing', id: ids.thing, name: 'lathe', stage: Stage.OPEN, secret: 'hush' };
const holder = { __typename: 'Holder', id: ids.holder, title: 'workshop' };
const swap = { __typename: 'AcmeSwap', id: ids.swap, rate: 1.5, kind: 'ring' };

export const fixtureErrors = defineErrors('things', {
  THING_JAMMED: {
    kind: 'ERROR',
    en: 'The thing {name} is jammed: turn it back.',
    ru: 'Предмет {name} заклинило: верните его назад.',
    be: 'Прадмет {name} заклініла: вярніце яго назад.',
  },
});

/** An event source that tests drive: each value is a root payload; `end` finishes every stream with an error. */
export class FixtureStream {
  private readonly listeners = new Set<{ push(value: object): void; fail(error: Error): void; waiting(): number }>();

  get size(): number {
    return this.listeners.size;
  }

  /** Payloads that no reader has asked for yet. */
  get waiting(): number {
    return [...this.listeners].reduce((total, listener) => total + listener.waiting(), 0);
  }

  push(value: object): void {
    for (const listener of this.listeners) listener.push(value);
  }

  fail(error: Error): void {
    for (const listener of [...this.listeners]) listener.fail(error);
  }

  subscribe(): AsyncGenerator<object> {
    const queue: Array<object | Error> = [];
    let wake = () => {};
    let done = false;
    const listener = {
      waiting: () => queue.length,
      push: (value: object) => {
        queue.push(value);
        wake();
      },
      fail: (error: Error) => {
        queue.push(error);
        wake();
      },
    };
    this.listeners.add(listener);
    const finish = async () => {
      done = true;
      this.listeners.delete(listener);
      wake();
      return { value: undefined, done: true as const };
    };
    const generator = {
      next: async (): Promise<IteratorResult<object>> => {
        while (queue.length === 0 && !done)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        const value = queue.shift();
        if (done || value === undefined) return { value: undefined, done: true };
        if (value instanceof Error) {
          await finish();
          throw value;
        }
        return { value, done: false };
      },
      return: finish,
      throw: async (error: unknown) => {
        await finish();
        throw error;
      },
      [Symbol.asyncIterator]() {
        return generator;
      },
      [Symbol.asyncDispose]: async () => {
        await finish();
      },
    };
    return generator as unknown as AsyncGenerator<object>;
  }
}

export const ticks = new FixtureStream();

@Resolver()
class ThingResolver {
  @Query(() => Thing, { nullable: true, description: 'The thing.' })
  @Scoped('things:read')
  thing(): object {
    return thing;
  }

  @Query(() => [Thing], { description: 'Things.' })
  @Scoped('things:read')
  things(@Arg('first', () => Int, { defaultValue: 20, description: 'How many at most.' }) first: number): object[] {
    return Array.from({ length: Math.min(first, 3) }, () => thing);
  }

  @Query(() => String, { nullable: true, description: 'A greeting.' })
  @Scoped('public')
  hello(
    @Arg('name', () => String, { nullable: true, description: 'Whom to greet.' }) name?: string,
    @Arg('times', () => Int, { nullable: true, description: 'How often.' }) times?: number,
  ): string {
    return `hello ${name ?? 'world'}`.repeat(times ?? 1);
  }

  @Query(() => LocalDateScalar, { description: 'The day after.' })
  @Scoped('public')
  dayAfter(
    @Arg('on', () => LocalDateScalar, { defaultValue: Temporal.PlainDate.from('2026-01-31'), description: 'The day before.' })
    on: Temporal.PlainDate,
  ): Temporal.PlainDate {
    return on.add({ days: 1 });
  }

  @Query(() => Float, { nullable: true, description: 'Fails in a way that nobody expected.' })
  @Scoped('public')
  broken(): number {
    throw new Error('connection to 10.0.0.7 refused for +10000000000');
  }

  @Query(() => Float, { nullable: true, description: 'Fails in a way that has a code.' })
  @Scoped('public')
  async jammed(): Promise<number> {
    throw fixtureErrors.error('THING_JAMMED', { name: 'lathe' });
  }

  @Query(() => String, { description: 'Who asks.' })
  @Scoped('signed-in')
  whoami(@Ctx() context: { caller: { subject: string } }): string {
    return context.caller.subject;
  }

  @Query(() => [Subject], { description: 'Subjects.' })
  @Scoped('signed-in')
  subjects(): object[] {
    return [thing, holder];
  }

  @Query(() => [Note], { description: 'Remarks.' })
  @Scoped('public')
  notes(): object[] {
    return [Object.assign(new PlainNote(), { code: 'A', text: 'plain' })];
  }

  @Query(() => [Node], { description: 'Anything.' })
  @Scoped('signed-in')
  anything(): object[] {
    return [thing, holder];
  }

  @Mutation(() => StartThingPayload, { description: 'Starts a thing.' })
  @Scoped('things:write')
  startThing(@Arg('input', () => StartThingInput, { description: 'Input.' }) input: StartThingInput): object {
    return { thing, echo: JSON.stringify(input) };
  }

  @Subscription(() => String, { description: 'Ticks.', subscribe: () => ticks.subscribe() })
  @Scoped('things:read')
  tick(@Root() payload: { text: string }): string {
    return payload.text;
  }
}

@Resolver(() => Thing)
class ThingFields {
  @FieldResolver(() => Holder, { nullable: true, description: 'Who holds it.' })
  @Scoped('holders:read')
  holder(): object {
    return holder;
  }
}

export const fixtureModules: readonly GraphOwner[] = [
  {
    id: 'things',
    resolvers: [ThingResolver, ThingFields],
    orphanedTypes: [PlainNote],
    nodes: [{ type: 'Thing', load: (_context, id) => (id === THING ? thing : null) }],
  },
  {
    id: 'holders',
    resolvers: [],
    orphanedTypes: [Holder],
    nodes: [{ type: 'Holder', load: (_context, id) => (id === HOLDER ? holder : null) }],
  },
];

// ---- plugin acme-swap: a node, a union, an enum, an input extension, a remark of its own, a tick
enum SwapKind {
  RING = 'ring',
}
registerEnumType(SwapKind, { name: 'AcmeSwapKind', description: 'Kind of swap.', valuesConfig: { RING: { description: 'A ring.' } } });

@ObjectType('AcmeSwap', { description: 'A swap.', implements: Node })
@Scoped('things:read')
class Swap extends Node {
  @Field(() => Float, { description: 'Rate.' })
  rate!: number;

  @Field(() => SwapKind, { description: 'Kind.' })
  kind!: SwapKind;
}

@ObjectType('AcmeSwapNote', { description: 'A remark on swaps.', implements: Note })
@Scoped('parent')
class SwapNote extends Note {
  @Field(() => String, { description: 'Clause.' })
  clause!: string;
}

@InputType('AcmeSwapStartInput', { description: 'What a swap wants to know.' })
class SwapStartInput {
  @Field(() => SwapKind, { defaultValue: SwapKind.RING, description: 'Kind.' })
  kind!: SwapKind;
}
Field(() => SwapStartInput, { nullable: true, description: 'For swaps.' })(StartThingInput.prototype, 'acmeSwap');
subjects.push(Swap);

@Resolver(() => Thing)
class SwapResolver {
  @FieldResolver(() => Swap, { nullable: true, description: 'Its swap.' })
  @Scoped('things:read')
  acmeSwap(): object {
    return swap;
  }

  @Query(() => Swap, { nullable: true, description: 'The swap.' })
  @Scoped('things:read')
  acmeSwapCurrent(): object {
    return swap;
  }

  @Mutation(() => Boolean, { nullable: true, description: 'Turns it.' })
  @Scoped('things:write')
  acmeSwapTurn(@Arg('kind', () => SwapKind, { defaultValue: SwapKind.RING, description: 'Kind.' }) kind: SwapKind): boolean {
    return kind === SwapKind.RING;
  }

  @Subscription(() => Swap, { description: 'Swaps.', subscribe: () => ticks.subscribe() })
  @Scoped('things:read')
  acmeSwapTurned(@Root() payload: object): object {
    return payload;
  }
}

// ---- plugin acme-rent: a field with a scalar answer
@Resolver(() => Thing)
class RentResolver {
  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether it is rented.' })
  @Scoped('things:read')
  acmeRent(): boolean {
    return true;
  }
}

export const fixturePlugins: readonly GraphOwner[] = [
  {
    id: 'acme-swap',
    resolvers: [SwapResolver],
    orphanedTypes: [SwapNote],
    nodes: [{ type: 'AcmeSwap', load: (_context, id) => (id === SWAP ? swap : null) }],
  },
  { id: 'acme-rent', resolvers: [RentResolver], orphanedTypes: [] },
];
