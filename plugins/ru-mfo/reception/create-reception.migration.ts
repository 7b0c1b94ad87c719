import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { explanationChannels, explanationStatuses, responsiblePosts } from '../explanations/explanation-kind';
import { messageAuthors } from '../messages/message.entity';
import { registers } from './register-reply.entity';

/** Reception of applications, explanations and messages. */
export class CreateRuMfoReception1700000002180 implements MigrationInterface {
  readonly name = 'CreateRuMfoReception1700000002180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where the signature is agreed to with the application, a registration has no such agreement yet.
      alter table ru_mfo.registration alter column signature_agreement_version drop not null;
      alter table ru_mfo.registration alter column signature_agreement_joined_at drop not null;
      create table ru_mfo.reception (
        lender_id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        purpose text,
        security_kinds text[] not null,
        form_version text,
        loan_kind text,
        registration_no text,
        registered_at timestamptz,
        constraint ru_mfo_reception_pkey primary key (lender_id, application_id),
        constraint ru_mfo_reception_number_key unique (lender_id, registration_no),
        constraint ru_mfo_reception_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
      create table ru_mfo.registration_counter (
        lender_id uuid not null,
        year integer not null,
        last integer not null,
        constraint ru_mfo_registration_counter_pkey primary key (lender_id, year)
      );
      create table ru_mfo.age_exception (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        reasons_enc bytea not null,
        proposed_by text not null,
        proposed_at timestamptz not null,
        approved boolean,
        decision_no text,
        decided_by text,
        decided_at timestamptz,
        constraint ru_mfo_age_exception_pkey primary key (lender_id, id),
        constraint ru_mfo_age_exception_decided_check check ((decided_at is null) = (approved is null) and (decided_at is null) = (decision_no is null)),
        constraint ru_mfo_age_exception_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
      create index ru_mfo_age_exception_application_idx on ru_mfo.age_exception (lender_id, application_id, proposed_at);
      create table ru_mfo.register_reply (
        lender_id uuid not null,
        id uuid not null,
        application_id uuid not null,
        client_id uuid not null,
        register text not null constraint ru_mfo_register_reply_register_check check (${oneOf('register', registers)}),
        adverse boolean not null,
        source text not null,
        replied_at timestamptz not null,
        recorded_by text not null,
        recorded_at timestamptz not null,
        constraint ru_mfo_register_reply_pkey primary key (lender_id, id),
        constraint ru_mfo_register_reply_application_fkey foreign key (lender_id, application_id) references core.application (lender_id, id)
      );
      create index ru_mfo_register_reply_application_idx on ru_mfo.register_reply (lender_id, application_id, replied_at);
      create table ru_mfo.agreement (
        lender_id uuid not null,
        client_id uuid not null,
        kind text not null,
        version text not null,
        sha256 bytea not null,
        agreed_at timestamptz not null,
        constraint ru_mfo_agreement_pkey primary key (lender_id, client_id, kind, version),
        constraint ru_mfo_agreement_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create table ru_mfo.explanation (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        application_id uuid,
        channel text not null constraint ru_mfo_explanation_channel_check check (${oneOf('channel', explanationChannels)}),
        status text not null constraint ru_mfo_explanation_status_check check (${oneOf('status', explanationStatuses)}),
        of_law boolean not null,
        question_enc bytea not null,
        asked_at timestamptz not null,
        answer_enc bytea,
        grounds text[] not null,
        language text,
        confirmed text[] not null,
        responsible_post text constraint ru_mfo_explanation_post_check check (${oneOf('responsible_post', responsiblePosts)}),
        responsible_person text,
        notification_id uuid,
        answered_at timestamptz,
        constraint ru_mfo_explanation_pkey primary key (lender_id, id),
        constraint ru_mfo_explanation_answered_check check ((status = 'ANSWERED') = (answered_at is not null and answer_enc is not null and responsible_post is not null and responsible_person is not null)),
        constraint ru_mfo_explanation_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index ru_mfo_explanation_client_idx on ru_mfo.explanation (lender_id, client_id, asked_at);
      create table ru_mfo.message (
        lender_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        author text not null constraint ru_mfo_message_author_check check (${oneOf('author', messageAuthors)}),
        text_enc bytea not null,
        sent_by text not null,
        sent_at timestamptz not null,
        constraint ru_mfo_message_pkey primary key (lender_id, id),
        constraint ru_mfo_message_client_fkey foreign key (lender_id, client_id) references core.client (lender_id, id)
      );
      create index ru_mfo_message_client_idx on ru_mfo.message (lender_id, client_id, sent_at, id);
    `);
    await runner.query(secureTable('ru_mfo.reception', { client: 'client_id' }));
    await runner.query(secureTable('ru_mfo.registration_counter'));
    await runner.query(secureTable('ru_mfo.age_exception', { client: 'client_id' }));
    // Replies, agreements and messages are evidence: later ones stand beside them.
    await runner.query(secureTable('ru_mfo.register_reply', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('ru_mfo.agreement', { client: 'client_id', app: ['select', 'insert'] }));
    await runner.query(secureTable('ru_mfo.explanation', { client: 'client_id' }));
    await runner.query(secureTable('ru_mfo.message', { client: 'client_id', app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table ru_mfo.message;
      drop table ru_mfo.explanation;
      drop table ru_mfo.agreement;
      drop table ru_mfo.register_reply;
      drop table ru_mfo.age_exception;
      drop table ru_mfo.registration_counter;
      drop table ru_mfo.reception;
      delete from ru_mfo.registration where signature_agreement_version is null;
      alter table ru_mfo.registration alter column signature_agreement_joined_at set not null;
      alter table ru_mfo.registration alter column signature_agreement_version set not null;
    `);
  }
}
