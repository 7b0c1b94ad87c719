import type { CommandResult } from '../../../modules/commands';
import { sendDocument } from '../documents/send.command';
import { createCodeWord } from '../factors/set-code-word.command';
import { recordHold } from '../holds/hold.commands';
import { signByCode } from '../signing/sign-by-code.command';
import { sandboxSign } from '../test-authority/sandbox-authority';
import { DIRECTOR, DocumentBench } from '../test-support/document-bench';
import { CODE_WORD, clausesOf, codesOf } from '../test-support/leasing-bench';

/** What an attempt leaves by design: its record, results of factors, the code's ceremony, events and audit. */
const LEFT_BY_ATTEMPTS = /^(by_leasing\.(operation_refusal|factor_result)|core\.(ceremony|event.*|audit.*|idempotency.*|notification))$/;

describe('bad input', () => {
  let bench: DocumentBench;
  beforeAll(async () => {
    bench = await DocumentBench.open();
  });
  afterAll(() => bench.close());

  /** A digest of every row of every other table. */
  async function everything(): Promise<Record<string, string>> {
    const tables = await bench.sql<{ name: string }>(
      "select schemaname || '.' || tablename as name from pg_tables where schemaname in ('by_leasing', 'core') order by 1",
    );
    const digests: Record<string, string> = {};
    for (const { name } of tables.filter(({ name }) => !LEFT_BY_ATTEMPTS.test(name))) {
      const [row] = await bench.sql<{ digest: string }>(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), 'none') as digest from ${name} t`,
      );
      digests[name] = row!.digest;
    }
    return digests;
  }

  const refusals = (clientId: string) =>
    bench.sql<{ grounds: string[]; clauses: string[] }>('select grounds, clauses from by_leasing.operation_refusal where client_id = $1', [
      clientId,
    ]);

  const questionnaire = async (kind: 'INDIVIDUAL' | 'LEGAL_ENTITY' | 'SOLE_PROPRIETOR' = 'INDIVIDUAL') => {
    const clientId = await bench.ready(kind);
    return { clientId, documentId: await bench.formed(clientId, 'QUESTIONNAIRE') };
  };
  type Attempt = { readonly clientId: string; readonly attempt: () => Promise<CommandResult> };
  const word = { factor: 'CODE_WORD', value: CODE_WORD };

  const signedByCode = async (value: (right: string) => string, codeWord = CODE_WORD): Promise<Attempt> => {
    const { clientId, documentId } = await questionnaire();
    const { ceremonyId, code } = await bench.code(clientId, documentId);
    const factors = [
      { factor: 'OTP', value: value(code) },
      { factor: 'CODE_WORD', value: codeWord },
    ];
    return { clientId, attempt: () => bench.signByCode(clientId, documentId, { ceremonyId, factors }) };
  };

  const held = async (kind: 'DATA_UNRELIABLE' | 'INCIDENT' | 'PROHIBITION'): Promise<Attempt> => {
    const { clientId, documentId } = await questionnaire();
    const { ceremonyId, code } = await bench.code(clientId, documentId);
    await bench.done(recordHold, { clientId, kind, note: 'Основание', basis: 'Ответ МВД 44/12' });
    return {
      clientId,
      attempt: () => bench.signByCode(clientId, documentId, { ceremonyId, factors: [word, { factor: 'OTP', value: code }] }),
    };
  };

  const lenders = async (change: (documentId: string) => Promise<{ person?: typeof DIRECTOR; cms?: Uint8Array }>): Promise<Attempt> => {
    const clientId = await bench.ready();
    const applicationId = await bench.approved(clientId);
    const { documentId } = await bench.formLender('LEASING_CONTRACT', { applicationId });
    const changes = await change(documentId!);
    return { clientId, attempt: () => bench.signAsLender(documentId!, changes) };
  };

  const cases: readonly (readonly [what: string, code: string, clause: string, given: () => Promise<Attempt>])[] = [
    ['a wrong code', 'BY_LEASING_OTP_INVALID', 'by-leasing/3.14', () => signedByCode((code) => bench.leasing.wrong(code))],
    ['a wrong code word', 'BY_LEASING_AUTH_FACTOR_FAILED', 'by-leasing/3.14.1', () => signedByCode((code) => code, 'Синица')],
    [
      'a certificate of another person',
      'BY_LEASING_EDS_CERT_NOT_AUTHORISED',
      'by-leasing/3.14.2',
      async () => {
        const { clientId, documentId } = await questionnaire('LEGAL_ENTITY');
        return { clientId, attempt: () => bench.signAtMsi(clientId, documentId, { person: { personalNumber: '3010190A005PB1' } }) };
      },
    ],
    ['data that are unreliable', 'BY_LEASING_CLIENT_DATA_UNRELIABLE', 'by-leasing/3.14.3', () => held('DATA_UNRELIABLE')],
    [
      'a changed byte of the text',
      'BY_LEASING_DOCUMENT_INTEGRITY_BROKEN',
      'by-leasing/3.14.4',
      async () => {
        const { clientId, documentId } = await questionnaire();
        const { ceremonyId, code } = await bench.code(clientId, documentId);
        await flip(documentId);
        return {
          clientId,
          attempt: () => bench.signByCode(clientId, documentId, { ceremonyId, factors: [word, { factor: 'OTP', value: code }] }),
        };
      },
    ],
    ['access of somebody else', 'BY_LEASING_UNAUTHORISED_ACCESS_REPORTED', 'by-leasing/3.14.5', () => held('INCIDENT')],
    ['what the law prohibits', 'BY_LEASING_OPERATION_PROHIBITED', 'by-leasing/3.14.6', () => held('PROHIBITION')],
    [
      'a code for another document',
      'BY_LEASING_OTP_INVALID',
      'by-leasing/3.14',
      async () => {
        const { clientId, documentId } = await questionnaire();
        const other = await bench.formed(clientId, 'QUESTIONNAIRE');
        const { ceremonyId, code } = await bench.code(clientId, other);
        return {
          clientId,
          attempt: () => bench.signByCode(clientId, documentId, { ceremonyId, factors: [word, { factor: 'OTP', value: code }] }),
        };
      },
    ],
    [
      'a code that was used',
      'BY_LEASING_SIGNED_DOCUMENT_IMMUTABLE',
      'by-leasing/7.1/p2',
      async () => {
        const { clientId, attempt } = await signedByCode((code) => code);
        expect(codesOf(await attempt())).toEqual([]);
        return { clientId, attempt };
      },
    ],
    [
      'a Latin code word',
      'BY_LEASING_CODE_WORD_NOT_CYRILLIC',
      'by-leasing/1/code-word',
      async () => {
        const clientId = await bench.ready();
        return { clientId, attempt: () => bench.execute(createCodeWord, { clientId, codeWord: 'Parol' }, bench.client(clientId)) };
      },
    ],
    [
      'a factor that was not designated',
      'BY_LEASING_AUTH_FACTOR_NOT_DESIGNATED',
      'by-leasing/1/handwritten-signature-analogue',
      async () => {
        const { clientId, documentId } = await questionnaire();
        const factors = [word, { factor: 'EMAIL_LINK', value: 'x' }];
        return { clientId, attempt: () => bench.signByCode(clientId, documentId, { ceremonyId: null, factors }) };
      },
    ],
    [
      'an ЭЦП of who came by personal data',
      'BY_LEASING_SIGNING_PATH_NOT_ALLOWED',
      'by-leasing/6.2/p1',
      async () => {
        const { clientId, documentId } = await questionnaire('SOLE_PROPRIETOR');
        return { clientId, attempt: () => bench.signAtMsi(clientId, documentId) };
      },
    ],
    [
      'a code of who came by certificate',
      'BY_LEASING_SIGNING_PATH_NOT_ALLOWED',
      'by-leasing/6.2/p2',
      async () => {
        const { clientId, documentId } = await questionnaire('LEGAL_ENTITY');
        const sha256 = (await bench.document(documentId)).sha256!;
        const input = { documentId, sha256, ceremonyId: null, factors: [word] };
        return { clientId, attempt: () => bench.execute(signByCode, input, bench.client(clientId)) };
      },
    ],
    [
      'a session without its password',
      'BY_LEASING_SIGNATURE_RECORD_INCOMPLETE',
      'by-leasing/6.4',
      async () => {
        const right = await signedByCode((code) => code);
        await bench.sql('alter table by_leasing.authorisation alter column password_digest drop not null');
        await bench.sql('update by_leasing.authorisation set password_digest = null where client_id = $1', [right.clientId]);
        return right;
      },
    ],
    [
      'sending what was not signed',
      'BY_LEASING_DOCUMENT_NOT_SIGNED',
      'by-leasing/3.9/p1',
      async () => {
        const { clientId, documentId } = await questionnaire();
        return { clientId, attempt: () => bench.execute(sendDocument, { documentId }, bench.client(clientId)) };
      },
    ],
    [
      'a certificate of another person for the lender',
      'BY_LEASING_LENDER_SIGNER_NOT_AUTHORISED',
      'by-leasing/3.11/p1/authorised-officer',
      () => lenders(async () => ({ person: { ...DIRECTOR, personalNumber: '3010190A005PB1' } })),
    ],
    [
      'an ЭЦП of the lender over another text',
      'BY_LEASING_DOCUMENT_INTEGRITY_BROKEN',
      'by-leasing/1/eds-integrity',
      () => lenders(async () => ({ cms: sandboxSign(Buffer.from('другой текст', 'utf8'), DIRECTOR, bench.leasing.clock.now()) })),
    ],
    [
      'a stored byte that changed before the lender signs',
      'BY_LEASING_DOCUMENT_INTEGRITY_BROKEN',
      'by-leasing/1/eds-integrity',
      () =>
        lenders(async (documentId) => {
          const cms = sandboxSign(Buffer.from(await bench.text(documentId), 'utf8'), DIRECTOR, bench.leasing.clock.now());
          await flip(documentId);
          return { cms };
        }),
    ],
  ];

  const flip = (documentId: string) =>
    bench.sql(
      'update core.document set canonical = set_byte(canonical, 40, get_byte(canonical, 40) # 1) where id = (select core_document_id from by_leasing.document where id = $1)',
      [documentId],
    );

  it.each(cases)('%s is refused as %s by %s, recorded, and nothing else changes', async (_what, code, clause, given) => {
    const { clientId, attempt } = await given();
    const [before, recordedBefore] = [await everything(), await refusals(clientId)];
    const refused = await attempt();
    expect(codesOf(refused)).toContain(code);
    expect(clausesOf(refused)).toContain(clause);
    const now = await refusals(clientId);
    expect(now).toHaveLength(recordedBefore.length + 1);
    expect(now.at(-1)!.grounds).toContain(code);
    expect(now.at(-1)!.clauses).toContain(clause);
    expect(await everything()).toEqual(before);
  });
});
