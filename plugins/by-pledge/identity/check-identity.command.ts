import { isCountryCode } from '../../../modules/clients';
import { defineCommand, Refusal } from '../../../modules/commands';
import { listLoader, statement } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import { momentOf, whoOf } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { seal } from '../command-support/seal';
import { PLUGIN } from '../ids';
import type { PledgeResult } from '../inventory/save-inventory.command';
import { lockPledge, tellChange } from '../pledge';
import { IdentityCheckEntity, type IdentityDocument } from './identity-check.entity';
import { isPersonalNumber } from './personal-number';

export interface IdentityRecord {
  readonly id: string;
  readonly pledgeId: string;
  readonly documentType: IdentityDocument;
  readonly numberEnc: Buffer;
  readonly personalNumberEnc: Buffer;
  readonly personalNumberValid: boolean;
  readonly citizenship: string;
  readonly checkedAt: Date;
}

/** Checks of pledgors' identity, the earliest first; the last one counts. */
export const identitiesByPledge = listLoader(
  statement<IdentityRecord>(
    'by_pledge_identities',
    `select id, pledge_id as "pledgeId", document_type as "documentType", number_enc as "numberEnc", personal_number_enc as "personalNumberEnc",
       personal_number_valid as "personalNumberValid", citizenship, checked_at as "checkedAt"
     from by_pledge.identity_check where pledge_id = any($1) order by checked_at, id`,
  ),
  (row) => row.pledgeId,
);

export interface CheckIdentity {
  readonly pledgeId: string;
  readonly documentType: IdentityDocument;
  readonly documentNumber: string;
  readonly personalNumber: string;
  /** ISO 3166-1 alpha-2. */
  readonly citizenship: string;
}

const NUMBER = /^[A-Z0-9]{5,20}$/;

/** An officer looked at the document that the pledgor produced. */
export const checkIdentity = defineCommand<CheckIdentity, PledgeResult>({
  name: 'byPledgeCheckIdentity',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged'],
  async run(input, context) {
    const { pledge } = await lockPledge(context, input.pledgeId);
    const number = input.documentNumber.replace(/\s/g, '').toUpperCase();
    const personalNumber = input.personalNumber.trim().toUpperCase();
    const invalid = [
      ...(NUMBER.test(number) ? [] : ['documentNumber']),
      ...(isCountryCode(input.citizenship) ? [] : ['citizenship']),
      ...(NUMBER.test(personalNumber) ? [] : ['personalNumber']),
    ];
    if (invalid.length > 0) throw new Refusal(invalid.map((field) => formFinding('BY_PLEDGE_FIELD_INVALID', ['input', field], { field })));
    const id = newId(context);
    await context.transaction.insert(IdentityCheckEntity, {
      ...pledgeRow(context, pledge, id),
      documentType: input.documentType,
      numberEnc: seal(context, 'identity_check', id, 'number', number),
      personalNumberEnc: seal(context, 'identity_check', id, 'personal_number', personalNumber),
      personalNumberValid: isPersonalNumber(personalNumber),
      citizenship: input.citizenship,
      checkedBy: whoOf(context),
      checkedAt: momentOf(context),
    });
    tellChange(context, pledge, 'IDENTITY', input.documentType, 'by-pledge/5.9');
    return { pledgeId: pledge.id };
  },
});

/** What the document says about who may be pledgor. */
export function pledgorStatus({ citizenship, documentType }: Pick<IdentityRecord, 'citizenship' | 'documentType'>): string {
  if (citizenship === 'BY') return 'BY_CITIZEN';
  return documentType === 'RESIDENCE_PERMIT' ? 'FOREIGNER_WITH_RESIDENCE_PERMIT' : 'FOREIGNER';
}
