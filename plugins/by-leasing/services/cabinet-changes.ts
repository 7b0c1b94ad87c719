import { type CommandContext, type CommandResult, defineCommand } from '../../../modules/commands';
import { listLoader, statement, uuidv7 } from '../../../modules/database';
import { enforce, formFinding, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { lenderData } from '../lenders';
import { CabinetChangeEntity, type CabinetChangeKind } from './cabinet-change.entity';

export interface CabinetChangeRecord {
  readonly lenderId: string;
  readonly kind: CabinetChangeKind;
  readonly version: string;
  readonly note: string;
  readonly effectiveFrom: Date;
  readonly recordedAt: Date;
}

const readChanges = statement<CabinetChangeRecord>(
  'by_leasing_cabinet_changes',
  `select lender_id as "lenderId", kind, version, note, effective_from as "effectiveFrom", recorded_at as "recordedAt"
   from by_leasing.cabinet_change where lender_id = any($1) order by effective_from desc, recorded_at desc`,
);

/** Releases of the cabinet and procedures of registration, the last to come first. */
export const cabinetChangesByLender = listLoader(readChanges, (row) => row.lenderId);

/** Version of the procedure of registration that is in force now. */
export async function registrationProcedure(context: CommandContext): Promise<string> {
  enforce(cite('by-leasing/4.6'));
  const rows = await context.transaction.query(readChanges, [[context.lender.id]]);
  const now = context.now.epochMilliseconds;
  const found = rows.find(({ kind, effectiveFrom }) => kind === 'REGISTRATION_PROCEDURE' && effectiveFrom.getTime() <= now);
  return found?.version ?? lenderData(context.lender.code).registrationProcedure;
}

export interface RecordRelease {
  readonly version: string;
  readonly note: string;
}

/** A release of the cabinet was put into use: recorded, and no notice to anybody goes before it. */
export const recordRelease = defineCommand<RecordRelease, CommandResult>({
  name: 'byLeasingRecordRelease',
  plugin: PLUGIN,
  emits: [],
  async run({ version, note }, context) {
    enforce(cite('by-leasing/3.16'));
    await keepChange(context, 'RELEASE', { version, note, effectiveFrom: momentOf(context) });
    context.audit({ release: version });
    return {};
  },
});

export interface SetRegistrationProcedure extends RecordRelease {
  readonly effectiveFrom: Date;
  /** What registering costs; a decimal string in the lender's currency. */
  readonly fee: string;
  /** Marks without which nobody registers, e.g. `TERMS`. */
  readonly requiredMarks: readonly string[];
}

/** Another procedure of registration, from a moment on; registration stays free, and advertising is no condition of it. */
export const setRegistrationProcedure = defineCommand<SetRegistrationProcedure, CommandResult>({
  name: 'byLeasingSetRegistrationProcedure',
  plugin: PLUGIN,
  emits: [],
  async run({ fee, requiredMarks, ...change }, context) {
    const free = new Decimal(fee).isZero();
    const unblocked = !requiredMarks.includes('MARKETING');
    refuse(
      uphold(cite('by-leasing/4.1/free'), free, 'BY_LEASING_REGISTRATION_FEE', {}, { path: ['input', 'fee'] }),
      uphold(
        cite('by-leasing/4.3/p2/marketing-not-blocking'),
        unblocked,
        'BY_LEASING_MARKETING_MARK_BLOCKS',
        {},
        { path: ['input', 'requiredMarks'] },
      ),
    );
    await keepChange(context, 'REGISTRATION_PROCEDURE', change);
    context.audit({ procedure: change.version });
    return {};
  },
});

const VERSION = /^[\p{L}\p{N}][\p{L}\p{N}./-]{0,39}$/u;

async function keepChange(
  context: CommandContext,
  kind: CabinetChangeKind,
  { version, note, effectiveFrom }: RecordRelease & { readonly effectiveFrom: Date },
): Promise<void> {
  const rows = await context.transaction.query(readChanges, [[context.lender.id]]);
  refuse(
    VERSION.test(version) ? null : formFinding('BY_LEASING_TERMS_FORM_INVALID', ['input', 'version'], { fields: 'version' }),
    rows.some((row) => row.kind === kind && row.version === version)
      ? formFinding('BY_LEASING_CABINET_VERSION_EXISTS', ['input', 'version'], { version })
      : null,
  );
  await context.transaction.insert(CabinetChangeEntity, {
    lenderId: context.lender.id,
    id: uuidv7(context.now.epochMilliseconds),
    kind,
    version,
    note: note.trim(),
    effectiveFrom,
    recordedBy: whoOf(context),
    recordedAt: momentOf(context),
  });
}
