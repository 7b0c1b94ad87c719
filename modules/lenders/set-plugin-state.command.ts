import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../commands';
import { statement } from '../database';
import { formFinding } from '../rules';
import { openWork, type PluginCard, pluginCards } from './extension-points';
import type { PluginState } from './plugin-state.entity';
import { TOGGLE_CHANNEL } from './toggle-channel';

export interface SetPluginStateInput {
  readonly pluginId: string;
  readonly state: PluginState;
  /** Goes to the record; obligatory when forced. Names nobody. */
  readonly reason: string | null;
  /** Switches off although work is open; legal duties go on. */
  readonly force: boolean;
}

export interface SetPluginStateResult extends CommandResult {
  readonly pluginId?: string;
}

// Toggles of one lender follow each other, so that what they require of each other holds.
const oneAtATime = statement<never>('plugin_toggle_turn', "select pg_advisory_xact_lock(hashtextextended('lexgraph.toggle/' || $1, 0))");
const makeRow = statement<never>(
  'plugin_state_make',
  `insert into core.plugin_state (lender_id, plugin_id, state, changed_by, changed_at) values ($1, $2, 'DISABLED', $3, $4) on conflict do nothing`,
);
// Waits for every command that read the state: what they started is counted below.
const lockForUpdate = statement<{ state: PluginState; forced: boolean }>(
  'plugin_state_lock_for_update',
  'select state, forced from core.plugin_state where lender_id = $1 and plugin_id = $2 for update',
);
const readOthers = statement<{ pluginId: string; state: PluginState }>(
  'plugin_state_others',
  'select plugin_id as "pluginId", state from core.plugin_state where lender_id = $1 and plugin_id <> $2',
);
const writeState = statement<never>(
  'plugin_state_write',
  'update core.plugin_state set state = $3, forced = $4, reason = $5, changed_by = $6, changed_at = $7 where lender_id = $1 and plugin_id = $2',
);
// Inside the transaction: PostgreSQL sends it with the commit, or never.
const notify = statement<never>('plugin_toggle_notify', `select pg_notify('${TOGGLE_CHANNEL}', $1)`);

const RANK: Readonly<Record<PluginState, number>> = { DISABLED: 0, DRAINING: 1, ENABLED: 2 };

/** Sets a plugin's state at the caller's lender; its commit is the cut. The same state again changes nothing. */
export const setPluginState = defineCommand<SetPluginStateInput, SetPluginStateResult>({
  name: 'setPluginState',
  emits: ['PluginStateChanged'],
  async run(input, context) {
    const { pluginId, state } = input;
    const lenderId = context.lender.id;
    const cards = context.extensions.all(pluginCards).map(({ value }) => value);
    const card = cards.find(({ id }) => id === pluginId);
    if (!card) throw new Refusal([formFinding('PLUGIN_NOT_INSTALLED', ['input', 'pluginId'], { plugin: pluginId })]);
    const reason = input.reason?.trim() || null;
    if ((reason?.length ?? 0) > 500 || (input.force && (reason?.length ?? 0) < 10)) {
      throw new Refusal([formFinding('REASON_REQUIRED', ['input', 'reason'])]);
    }
    const by = `${context.caller.kind}:${context.caller.subject}`;
    await context.transaction.query(oneAtATime, [lenderId]);
    await context.transaction.query(makeRow, [lenderId, pluginId, by, context.now.toString()]);
    const [row] = await context.transaction.query(lockForUpdate, [lenderId, pluginId]);
    const from = row!.state;
    if (from === state) return { pluginId };

    await requireConsistent(context, card, cards, state);
    const open = state === 'DISABLED' ? await countOpenWork(context, pluginId) : {};
    const inUse = Object.keys(open).length > 0;
    if (inUse && !input.force) {
      const text = Object.entries(open).map(([name, count]) => `${name} ${count}`);
      throw new Refusal([formFinding('PLUGIN_IN_USE', ['input', 'state'], { plugin: pluginId, open: text.join(', '), ...open })]);
    }
    await context.transaction.query(writeState, [lenderId, pluginId, state, inUse, reason, by, context.now.toString()]);
    await context.transaction.query(notify, [lenderId]);
    context.audit({ plugin: pluginId, from, to: state, forced: inUse, reason, ...open });
    context.emit({
      type: 'PluginStateChanged',
      subject: { type: 'Lender', id: lenderId },
      payload: { plugin: pluginId, from, to: state, forced: inUse },
    });
    return { pluginId };
  },
});

/** A plugin is never further on than one that it requires. */
async function requireConsistent(
  context: CommandContext,
  card: PluginCard,
  cards: readonly PluginCard[],
  state: PluginState,
): Promise<void> {
  const rows = await context.transaction.query(readOthers, [context.lender.id, card.id]);
  const stateOf = (id: string): PluginState => rows.find(({ pluginId }) => pluginId === id)?.state ?? 'DISABLED';
  const isPlugin = (id: string) => cards.some((other) => other.id === id);
  const behind = card.requires.filter((id) => isPlugin(id) && RANK[stateOf(id)] < RANK[state]);
  const ahead = cards.filter(({ id, requires }) => requires.includes(card.id) && RANK[stateOf(id)] > RANK[state]).map(({ id }) => id);
  const others = [...behind, ...ahead];
  if (others.length === 0) return;
  throw new Refusal(
    others.map((other) =>
      formFinding('PLUGIN_DEPENDENCY', ['input', 'state'], { plugin: card.id, state, other, otherState: stateOf(other) }),
    ),
  );
}

async function countOpenWork(context: CommandContext, pluginId: string): Promise<Record<string, number>> {
  const open: Record<string, number> = {};
  for (const { value } of context.extensions.all(openWork)) {
    const count = await value.count(context.transaction, pluginId);
    if (count > 0) open[value.name] = count;
  }
  return open;
}
