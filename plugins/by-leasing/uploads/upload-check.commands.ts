import { lockClient } from '../../../modules/clients';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { enforce, formFinding, uphold } from '../../../modules/rules';
import { BREACH_EVENTS, recordBreach } from '../breaches';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { momentOf, refuse, rulesToday, whoOf } from '../judge';
import { rules } from '../rules';
import { textFault } from '../sealed-text';
import type { ScanVerdict } from './scanner';
import { UploadCheckEntity } from './upload-check.entity';
import { lockUploadCheck, withdrawUploadRow } from './upload-check.record';

export interface UploadCheckResult extends CommandResult {
  readonly fileId?: string;
}

export interface BookUploadCheck {
  readonly clientId: string;
  readonly fileId: string;
  readonly contentType: string;
  readonly scanner: string;
  readonly verdict: ScanVerdict;
}

/** What is refused for its type before anybody looks into it. */
export function typeFinding(context: Parameters<typeof rulesToday>[0], contentType: string) {
  const types = rules.read(rulesToday(context), 'upload.types');
  const facts = { types: types?.value.join(', ') ?? '' };
  return (
    types &&
    uphold(types.citations, types.value.includes(contentType), 'BY_LEASING_UPLOAD_NOT_ALLOWED', facts, { path: ['input', 'fileId'] })
  );
}

/** Books what the scanner found. Malware is refused and recorded as a breach: both stay. */
export const bookUploadCheck = defineCommand<BookUploadCheck, UploadCheckResult>({
  name: 'byLeasingCheckUpload',
  plugin: PLUGIN,
  emits: BREACH_EVENTS,
  async run({ clientId, fileId, contentType, scanner, verdict }, context) {
    await lockClient(context, clientId);
    const [known] = await context.transaction.query(lockUploadCheck, [fileId]);
    if (known) throw new Refusal([formFinding('BY_LEASING_UPLOAD_CHECKED_ALREADY', ['input', 'fileId'])]);
    refuse(typeFinding(context, contentType));
    await context.transaction.insert(UploadCheckEntity, {
      lenderId: context.lender.id,
      id: fileId,
      clientId,
      state: verdict.clean ? 'CLEAN' : 'MALICIOUS',
      scanner,
      signature: verdict.clean ? null : verdict.signature,
      checkedAt: momentOf(context),
    });
    context.audit({ fileId, scanner, clean: verdict.clean });
    const found = uphold(cite('by-leasing/10.2/б'), verdict.clean, 'BY_LEASING_MALICIOUS_CONTENT', {}, { path: ['input', 'fileId'] });
    if (found) await recordBreach(context, { clientId, clause: 'by-leasing/10.2/б', source: 'SYSTEM' });
    return { fileId, findings: found ? [found] : [] };
  },
});

/** Staff take a file out of use, whatever the scanner said. */
export const withdrawUpload = defineCommand<{ readonly fileId: string; readonly reason: string }, UploadCheckResult>({
  name: 'byLeasingWithdrawUpload',
  plugin: PLUGIN,
  emits: [],
  async run({ fileId, reason }, context) {
    const [check] = await context.transaction.query(lockUploadCheck, [fileId]);
    refuse(check?.state === 'CLEAN' ? null : formFinding('BY_LEASING_UPLOAD_NOT_FOUND', ['input', 'fileId']), textFault('reason', reason));
    await context.transaction.query(withdrawUploadRow, [fileId, reason, whoOf(context), momentOf(context)]);
    context.audit({ fileId, clause: enforce(cite('by-leasing/10.2/а')) });
    return { fileId };
  },
});
