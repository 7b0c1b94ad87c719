import { defineCommand, Refusal } from '../../../modules/commands';
import { listLoader, statement } from '../../../modules/database';
import { enforce, formFinding } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { cite } from '../cite';
import { momentOf } from '../command-support/moments';
import { pledgeRow } from '../command-support/rows';
import { PLUGIN } from '../ids';
import { type PledgeResult, requireOpen } from '../inventory/save-inventory.command';
import { lockPledge, tellChange } from '../pledge';
import { DeclarationEntity, type DeclarationKind } from './declaration.entity';
import { answersOf } from './required';

export interface DeclarationRecord {
  readonly id: string;
  readonly pledgeId: string;
  readonly kind: DeclarationKind;
  readonly textVersion: string;
  readonly answer: string;
  readonly amount: string | null;
  readonly territory: readonly string[];
  readonly declaredAt: Date;
}

/** Declarations of pledges, the earliest first; the last of a kind counts. */
export const declarationsByPledge = listLoader(
  statement<DeclarationRecord>(
    'by_pledge_declarations',
    `select id, pledge_id as "pledgeId", kind, text_version as "textVersion", answer, amount, territory, declared_at as "declaredAt"
     from by_pledge.declaration where pledge_id = any($1) order by declared_at, id`,
  ),
  (row) => row.pledgeId,
);

export interface Declare {
  readonly pledgeId: string;
  readonly declarations: readonly {
    readonly kind: DeclarationKind;
    /** Version of the text that was shown. */
    readonly textVersion: string;
    readonly answer: string;
    readonly amount: Decimal | string | null;
    readonly territory: readonly string[] | null;
  }[];
}

const VERSION = /^[\w.-]{1,40}$/;

/** The pledgor answers warranties, each by itself. An answer that blocks is kept too: it says why nothing was signed. */
export const declare = defineCommand<Declare, PledgeResult>({
  name: 'byPledgeDeclare',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged'],
  async run({ pledgeId, declarations }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    if (context.caller.kind !== 'CLIENT' || context.caller.clientId !== pledge.clientId)
      throw new Refusal([formFinding('BY_PLEDGE_NOT_OWN', ['input', 'pledgeId'])]);
    requireOpen(pledge);
    // Of two answers at one moment none would be the later one.
    if (new Set(declarations.map(({ kind }) => kind)).size < declarations.length)
      throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', 'declarations'], { field: 'declarations' })]);
    for (const [i, { kind, textVersion, answer, amount, territory }] of declarations.entries()) {
      const path = ['input', 'declarations', String(i)];
      if (!VERSION.test(textVersion))
        throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', [...path, 'textVersion'], { field: 'textVersion' })]);
      if (!answersOf(kind).includes(answer))
        throw new Refusal([formFinding('BY_PLEDGE_ANSWER_INVALID', [...path, 'answer'], { kind, answers: answersOf(kind).join(', ') })]);
      const sum = amount === null ? null : new Decimal(amount);
      if (kind === 'VALUE_AGREED' && !(sum?.isFinite() && sum.gt(0) && sum.decimalPlaces() <= 2))
        throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', [...path, 'amount'], { field: 'amount' })]);
      enforce(cite(kind === 'VALUE_AGREED' ? 'by-pledge/1.5/agreement' : 'by-pledge/2.2'));
      await context.transaction.insert(DeclarationEntity, {
        ...pledgeRow(context, pledge),
        kind,
        textVersion,
        answer,
        amount: kind === 'VALUE_AGREED' ? sum!.toFixed(2) : null,
        territory: kind === 'NO_DISPUTES' ? [...(territory ?? [])] : [],
        declaredAt: momentOf(context),
      });
      tellChange(context, pledge, 'DECLARATION', kind);
    }
    return { pledgeId };
  },
});
