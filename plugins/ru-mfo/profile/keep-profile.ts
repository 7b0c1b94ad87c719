import type { CommandContext } from '../../../modules/commands';
import { fieldAad, fieldCipherPort } from '../../../modules/database';
import { supersedeRequests } from '../account-request/supersede-requests';
import { insuranceNumber } from '../identifiers';
import { perform } from '../lenders';
import { redraftOffers } from '../lifecycle/redraft';
import { writeProfile } from './profile.record';

/** Series and number as typed; the day of issue in ISO 8601. */
export interface PassportKept {
  readonly series: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly unitCode: string;
  readonly issuedBy?: string | null;
}

export interface ProfileToKeep {
  readonly passport: PassportKept;
  readonly taxpayerNumber: string | null;
  readonly insuranceNumber: string | null;
  readonly payoutKinds: readonly string[];
  /** Null where the lender does not ask. */
  readonly fullCapacity: boolean | null;
  readonly ownInterest: boolean;
  readonly officialTies: readonly string[];
}

/** What a keyed index of a passport is made of. */
const indexed = (passport: Pick<PassportKept, 'series' | 'number'>) => `${passport.series}${passport.number}`;

/** Finds a passport without opening any: equal for equal series and number of one lender. */
export const passportIndex = (context: CommandContext, passport: Pick<PassportKept, 'series' | 'number'>): Buffer =>
  context.ports.get(fieldCipherPort).blindIndex(indexed(passport), `${context.lender.id}/ru-mfo/passport`);

/**
 * The questionnaire becomes the profile: what rules judge in the clear, what identifies encrypted. Requests that were formed from
 * other data are formed anew; the command declares `changeEvents`.
 */
export async function keepProfile(context: CommandContext, clientId: string, profile: ProfileToKeep): Promise<void> {
  perform(context.lender.code, 'profile.kept');
  const { passport, taxpayerNumber } = profile;
  const personal = { passport, taxpayerNumber, insuranceNumber: profile.insuranceNumber && insuranceNumber(profile.insuranceNumber) };
  const aad = fieldAad({ lenderId: context.lender.id, table: 'ru_mfo.profile', id: clientId, column: 'personal' });
  await context.transaction.query(writeProfile, [
    context.lender.id,
    clientId,
    [...profile.payoutKinds],
    profile.fullCapacity,
    profile.ownInterest,
    [...profile.officialTies],
    context.ports.get(fieldCipherPort).encrypt(JSON.stringify(personal), aad),
    passportIndex(context, passport),
    new Date(context.now.epochMilliseconds),
  ]);
  await supersedeRequests(context, clientId);
  await redraftOffers(context, clientId);
}
