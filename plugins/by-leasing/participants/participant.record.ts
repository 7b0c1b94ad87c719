import type { CommandContext } from '../../../modules/commands';
import { listLoader, loader, statement } from '../../../modules/database';
import { momentOf } from '../judge';
import type { ParticipantEntity } from './participant.entity';

export type ParticipantRecord = Readonly<Omit<ParticipantEntity, 'lenderId'>>;

const columns = `id, application_id as "applicationId", application_number as "applicationNumber", applicant_id as "applicantId",
  client_id as "clientId", role, invited_by as "invitedBy", invited_at as "invitedAt", identification_id as "identificationId",
  identified_at as "identifiedAt", ended_at as "endedAt"`;
const read = (name: string, where: string) =>
  statement<ParticipantRecord>(
    `by_leasing_${name}`,
    `select ${columns} from by_leasing.participant where ${where} order by invited_at, id`,
  );

export const participantById = loader(read('participant_by_id', 'id = any($1)'), (row) => row.id);
export const participantsByApplication = listLoader(
  read('participants_by_application', 'application_id = any($1)'),
  (row) => row.applicationId,
);
export const participationsByClient = listLoader(read('participations_by_client', 'client_id = any($1)'), (row) => row.clientId);

const standing = read('participant_standing', 'application_id = $1 and client_id = $2 and ended_at is null');
const endAll = statement<never>(
  'by_leasing_participants_end',
  'update by_leasing.participant set ended_at = $2 where application_id = $1 and ended_at is null',
);
const tie = statement<never>(
  'by_leasing_participants_identified',
  `update by_leasing.participant set identification_id = $2, identified_at = $3
   where client_id = $1 and ended_at is null and invited_at <= $3`,
);

/** In which roles a client takes part in an application that is another's. */
export const rolesIn = (context: CommandContext, applicationId: string, clientId: string): Promise<ParticipantRecord[]> =>
  context.transaction.query(standing, [applicationId, clientId]);

/** Nobody takes part in a deal that came to nothing. */
export const endParticipations = (context: CommandContext, applicationId: string) =>
  context.transaction.query(endAll, [applicationId, momentOf(context)]);

/** A client was identified: in every deal to which it was invited before, it now is in its role (agreement, 3.13.5). */
export const tieIdentification = (context: CommandContext, clientId: string, identificationId: string) =>
  context.transaction.query(tie, [clientId, identificationId, momentOf(context)]);
