import { openSession, type SessionTokens } from '../../../modules/access';
import { type ClientProfile, createClient } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import { mobileNumber } from '../identifiers';
import { perform } from '../lenders';
import { RegistrationEntity } from './registration.entity';
import type { RegistrationStage } from './registration-step';

export interface NewRegistration {
  /** As typed. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly profile?: ClientProfile;
  /** Version of the requirements that were confirmed; null where the lender asks for no such confirmation. */
  readonly requirementsVersion: string | null;
  readonly consents: readonly string[];
  readonly generalTermsVersion: string;
  readonly signatureAgreementVersion: string;
  /** The step to be done next; null where all is done in one go. */
  readonly stage: RegistrationStage | null;
  /** Decimal string. */
  readonly desiredAmount?: string | null;
  readonly desiredTermDays?: number | null;
}

/** Makes the client and its registration, and a session that proves nothing yet: in it the contacts are confirmed. */
export async function openRegistration(
  context: CommandContext,
  input: NewRegistration,
): Promise<{ readonly clientId: string; readonly session: SessionTokens }> {
  const { phone, email, profile } = input;
  const client = await createClient(context, {
    kind: 'INDIVIDUAL',
    phone: phone && mobileNumber(phone),
    email,
    ...(profile ? { profile } : {}),
  });
  const at = new Date(context.now.epochMilliseconds);
  for (const duty of ['registration.steps', 'signature.agreement', 'status.potential'] as const) perform(context.lender.code, duty);
  await context.transaction.insert(RegistrationEntity, {
    lenderId: context.lender.id,
    clientId: client.id,
    requirementsVersion: input.requirementsVersion,
    requirementsConfirmedAt: input.requirementsVersion === null ? null : at,
    consents: [...input.consents],
    consentedAt: at,
    generalTermsVersion: input.generalTermsVersion,
    signatureAgreementVersion: input.signatureAgreementVersion,
    signatureAgreementJoinedAt: at,
    stage: input.stage,
    desiredAmount: input.desiredAmount ?? null,
    desiredTermDays: input.desiredTermDays ?? null,
    accountState: 'OPEN',
  });
  return { clientId: client.id, session: await openSession(context, client.id, 'REGISTRATION') };
}
