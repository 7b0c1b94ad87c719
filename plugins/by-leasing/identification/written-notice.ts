import type { CommandContext } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { type Finding, uphold } from '../../../modules/rules';
import { cite } from '../cite';

const noticeSince = statement<{ notifiedAt: Date }>(
  'by_leasing_data_version_notice',
  `select notified_at as "notifiedAt" from by_leasing.data_version
   where client_id = $1 and written_notice and changed_on >= $2 order by notified_at, id limit 1`,
);

export interface WrittenNotice {
  readonly notifiedAt: Date | null;
  readonly finding: Finding | null;
}

/**
 * Whether a change of data that happened on a day was told in writing: data that came through МСИ were, without a visit to an office
 * (by-leasing 12.4). For who watches the duty of 9.2.7.
 */
export async function writtenNotice(
  { transaction }: Pick<CommandContext, 'transaction'>,
  clientId: string,
  changedOn: string,
): Promise<WrittenNotice> {
  const [notice] = await transaction.query(noticeSince, [clientId, changedOn]);
  const finding = uphold(cite('by-leasing/12.4'), notice !== undefined, 'BY_LEASING_WRITTEN_NOTICE_ABSENT', { changedOn });
  return { notifiedAt: notice?.notifiedAt ?? null, finding };
}
