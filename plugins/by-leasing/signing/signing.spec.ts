import { requestCode } from '../../../modules/access';
import { evidencedSignatures, openEvidence } from '../../../modules/signatures';
import { toLeasingSignature } from '../documents/document.types';
import { factorDigest } from '../factors/factor.record';
import { REVOKED_PERSON, sandboxSign } from '../test-authority/sandbox-authority';
import { DocumentBench, REPRESENTATIVE } from '../test-support/document-bench';
import { CODE_WORD, clausesOf, codesOf } from '../test-support/leasing-bench';
import { signByCode } from './sign-by-code.command';
import { signaturesOfDocument } from './signature.record';

describe("a client's signature", () => {
  let bench: DocumentBench;
  beforeAll(async () => {
    bench = await DocumentBench.open();
  });
  afterAll(() => bench.close());

  const unsigned = async (documentId: string) => {
    expect(await bench.signatures(documentId)).toEqual([]);
    expect((await bench.document(documentId)).signedAt).toBeNull();
  };
  const word = { factor: 'CODE_WORD', value: CODE_WORD };

  it('by-leasing/1/handwritten-signature-analogue · is made of designated factors and of no others', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    const refused = await bench.signByCode(clientId, documentId, { factors: [word, { factor: 'EMAIL_LINK', value: 'x' }] });
    expect([codesOf(refused), clausesOf(refused)]).toEqual([
      ['BY_LEASING_AUTH_FACTOR_NOT_DESIGNATED'],
      ['by-leasing/1/handwritten-signature-analogue'],
    ]);
    await unsigned(documentId);
    expect(codesOf(await bench.signByCode(clientId, documentId))).toEqual([]);
  });

  it('by-leasing/6.3 · needs the code word and the code; one of them is not enough', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    const { ceremonyId, code } = await bench.code(clientId, documentId);
    const refused = await bench.signByCode(clientId, documentId, { ceremonyId, factors: [{ factor: 'OTP', value: code }] });
    expect(codesOf(refused)).toContain('BY_LEASING_MFA_INSUFFICIENT');
    expect(clausesOf(refused)).toContain('by-leasing/6.3');
    await unsigned(documentId);
    expect(codesOf(await bench.signByCode(clientId, documentId))).toEqual([]);
    expect((await bench.document(documentId)).state).toBe('SIGNED');
  });

  it('by-leasing/6.4 · carries six items, the secrets as keyed digests that can be checked again and not read', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    await bench.signByCode(clientId, documentId);
    const [signature] = await bench.signatures(documentId);
    expect(signature).toMatchObject({ form: 'ELECTRONIC_FORM', complete: true });
    expect(signature!.signedAt.getTime()).toBeGreaterThanOrEqual(signature!.authorisedAt!.getTime());
    const shown = toLeasingSignature(signature!).items;
    expect(shown.map(({ item }) => item).sort()).toEqual([
      'AUTHORISED_AT_UTC',
      'CODE_WORD',
      'LOGIN_PHONE',
      'OTP',
      'PASSWORD',
      'SIGNED_AT_UTC',
    ]);
    expect(shown.filter(({ value }) => value === '••••')).toHaveLength(4);
    const [kept] = await bench.sql<{ code_word_digest: Buffer }>('select code_word_digest from by_leasing.signature where id = $1', [
      signature!.id,
    ]);
    const [factor] = await bench.sql<{ id: string }>(
      "select id from by_leasing.factor_result where client_id = $1 and factor = 'CODE_WORD' and reference = $2",
      [clientId, documentId],
    );
    const again = await bench.leasing.run(async (context) => factorDigest(context, factor!.id, CODE_WORD));
    expect(kept!.code_word_digest).toEqual(again);
    await expect(bench.sql('update by_leasing.signature set code_digest = null where id = $1', [signature!.id])).rejects.toThrow(
      'by_leasing_signature_items_check',
    );
  });

  it('by-leasing/6.4 · is refused without the password by which the session was authorised', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    await bench.sql('alter table by_leasing.authorisation alter column password_digest drop not null');
    await bench.sql('update by_leasing.authorisation set password_digest = null where client_id = $1', [clientId]);
    const refused = await bench.signByCode(clientId, documentId);
    expect([codesOf(refused), clausesOf(refused), refused.findings![0]!.facts]).toEqual([
      ['BY_LEASING_SIGNATURE_RECORD_INCOMPLETE'],
      ['by-leasing/6.4'],
      { missing: 'PASSWORD' },
    ]);
    await unsigned(documentId);
  });

  it('by-leasing/6.2/p1 · of who came by personal data is in electronic form, and a digital one is refused', async () => {
    const clientId = await bench.ready('SOLE_PROPRIETOR');
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    const refused = await bench.signAtMsi(clientId, documentId);
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_SIGNING_PATH_NOT_ALLOWED'], ['by-leasing/6.2/p1']]);
    expect(codesOf(await bench.signByCode(clientId, documentId))).toEqual([]);
    expect((await bench.signatures(documentId)).map(({ form }) => form)).toEqual(['ELECTRONIC_FORM']);
  });

  it('by-leasing/6.2/p2 · of a legal entity, or of a sole proprietor who came by certificate, is an ЭЦП made at МСИ', async () => {
    for (const clientId of [await bench.ready('LEGAL_ENTITY'), await bench.ready('SOLE_PROPRIETOR', 'CERTIFICATE')]) {
      const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
      const refused = await bench.signByCode(clientId, documentId);
      expect(codesOf(refused)).toContain('BY_LEASING_SIGNING_PATH_NOT_ALLOWED');
      expect(clausesOf(refused)).toContain('by-leasing/6.2/p2');
      expect(codesOf(await bench.signAtMsi(clientId, documentId))).toEqual([]);
      expect((await bench.signatures(documentId)).map(({ form, madeBy }) => [form, madeBy])).toEqual([['EDS', 'MSI']]);
    }
  });

  it('by-leasing/6.2/p2 · that a legal entity made with its own tool and handed in is refused, one made at МСИ is taken', async () => {
    const clientId = await bench.ready('LEGAL_ENTITY');
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    const person = { name: 'Примеров Проба', personalNumber: REPRESENTATIVE, unp: bench.unpOf(clientId) };
    const cms = sandboxSign(Buffer.from(await bench.text(documentId), 'utf8'), person, bench.leasing.clock.now());
    const factors = [{ factor: 'GOSSUOK_CERT', value: Buffer.from(cms).toString('base64') }];
    const refused = await bench.signByCode(clientId, documentId, { ceremonyId: null, factors });
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_EDS_ORIGIN_NOT_MSI'], ['by-leasing/6.2/p2']]);
    await unsigned(documentId);
    expect(codesOf(await bench.signAtMsi(clientId, documentId))).toEqual([]);
    expect((await bench.signatures(documentId)).map(({ form, madeBy }) => [form, madeBy])).toEqual([['EDS', 'MSI']]);
  });

  it('by-leasing/6.1 · by code and by ЭЦП are both there, and of one kind of document each client has its form', async () => {
    const forms: string[] = [];
    for (const [kind, sign] of [
      ['INDIVIDUAL', 'CODE'],
      ['LEGAL_ENTITY', 'MSI'],
    ] as const) {
      const { documentId } = await bench.concluded(await bench.ready(kind), sign);
      forms.push(...(await bench.signatures(documentId)).filter(({ signerKind }) => signerKind === 'CLIENT').map(({ form }) => form));
    }
    expect(forms).toEqual(['ELECTRONIC_FORM', 'EDS']);
  });

  it('by-leasing/1/electronic-form-document · by code word and code leaves a document in electronic form, with no value of an ЭЦП', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    await bench.signByCode(clientId, documentId);
    const [row] = await bench.sql<{ form: string }>(
      'select c.form from by_leasing.document d join core.document c on c.id = d.core_document_id where d.id = $1',
      [documentId],
    );
    expect(row!.form).toBe('ELECTRONIC_FORM');
    expect(await bench.signatures(documentId)).toMatchObject([
      { form: 'ELECTRONIC_FORM', cmsEnc: null, signedHash: null, certificateSerial: null },
    ]);
  });

  it.each([
    ['a certificate of another person', { personalNumber: '3010190A005PB1' }, 'BY_LEASING_EDS_CERT_NOT_AUTHORISED'],
    ['a certificate of another organisation', { unp: '100000000' }, 'BY_LEASING_EDS_CERT_NOT_AUTHORISED'],
    ['an expired certificate', { expired: true }, 'BY_LEASING_EDS_SIGNATURE_INVALID'],
    ['a revoked certificate', { ...REVOKED_PERSON, unp: undefined }, 'BY_LEASING_EDS_SIGNATURE_INVALID'],
  ])('by-leasing/1/eds-authenticity · by %s is refused, recorded, and changes nothing', async (_what, person, code) => {
    const clientId = await bench.ready('LEGAL_ENTITY');
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    const refused = await bench.signAtMsi(clientId, documentId, { person: person as never });
    expect(codesOf(refused)).toContain(code);
    await unsigned(documentId);
    expect(await bench.sql('select 1 from by_leasing.operation_refusal where client_id = $1', [clientId])).toHaveLength(1);
    expect(codesOf(await bench.signAtMsi(clientId, documentId))).toEqual([]);
  });

  it('by-leasing/1/eds-signing · over another text, or with the hash of another, is refused', async () => {
    const clientId = await bench.ready('LEGAL_ENTITY');
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    const other = await bench.signAtMsi(clientId, documentId, { text: 'другой текст' });
    expect(codesOf(other)).toContain('BY_LEASING_DOCUMENT_INTEGRITY_BROKEN');
    const hash = await bench.signAtMsi(clientId, documentId, { hash: new Uint8Array(32) });
    expect(codesOf(hash)).toContain('BY_LEASING_EDS_SIGNATURE_INVALID');
    await unsigned(documentId);
    expect(codesOf(await bench.signAtMsi(clientId, documentId))).toEqual([]);
    const [signature] = await bench.signatures(documentId);
    expect(signature).toMatchObject({ form: 'EDS', digest: (await bench.document(documentId)).sha256 });
    expect([signature!.signedHash, signature!.certificateSerial, signature!.cmsEnc].every(Boolean)).toBe(true);
  });

  it('by-leasing/1/eds-tool · names the tool that made an ЭЦП and who verified it', async () => {
    const clientId = await bench.ready('LEGAL_ENTITY');
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    await bench.signAtMsi(clientId, documentId);
    expect((await bench.signatures(documentId)).map(toLeasingSignature)).toMatchObject([{ madeBy: 'MSI', verifier: 'MSI' }]);
  });

  it('is refused with a code that was used, or that was sent for another document', async () => {
    const clientId = await bench.ready();
    const [one, other] = [await bench.formed(clientId, 'QUESTIONNAIRE'), await bench.formed(clientId, 'QUESTIONNAIRE')];
    const { ceremonyId, code } = await bench.code(clientId, one!);
    const factors = [word, { factor: 'OTP', value: code }];
    expect(codesOf(await bench.signByCode(clientId, other!, { ceremonyId, factors }))).toContain('BY_LEASING_OTP_INVALID');
    await unsigned(other!);
    expect(codesOf(await bench.signByCode(clientId, one!, { ceremonyId, factors }))).toEqual([]);
    expect(codesOf(await bench.signByCode(clientId, one!, { ceremonyId, factors }))).toEqual(['BY_LEASING_SIGNED_DOCUMENT_IMMUTABLE']);
    expect(codesOf(await bench.signByCode(clientId, other!, { ceremonyId, factors }))).toContain('BY_LEASING_OTP_INVALID');
    const again = { purpose: 'SIGN_DOCUMENT' as const, channel: 'SMS' as const, phone: null, email: null };
    const asked = { ...again, operation: { type: 'ByLeasingDocument', id: one! } };
    expect(codesOf(await bench.execute(requestCode, asked, bench.client(clientId)))).toEqual(['BY_LEASING_SIGNED_DOCUMENT_IMMUTABLE']);
  });

  it('of a document whose stored text was changed is refused with both grounds, and nothing is signed', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    const { ceremonyId, code } = await bench.code(clientId, documentId);
    await bench.sql(
      'update core.document set canonical = set_byte(canonical, 40, get_byte(canonical, 40) # 1) where id = (select core_document_id from by_leasing.document where id = $1)',
      [documentId],
    );
    const factors = [word, { factor: 'OTP', value: bench.leasing.wrong(code) }];
    const refused = await bench.signByCode(clientId, documentId, { ceremonyId, factors });
    for (const ground of ['BY_LEASING_OPERATION_REFUSED', 'BY_LEASING_OTP_INVALID', 'BY_LEASING_DOCUMENT_INTEGRITY_BROKEN'])
      expect(codesOf(refused)).toContain(ground);
    await unsigned(documentId);
  });

  it('by-leasing/11.6/b1 · is kept with the authorisation that it followed, its factors and their moments', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    await bench.signByCode(clientId, documentId);
    const evidence = await bench.leasing.run(async (context) => {
      const { coreDocumentId } = await bench.document(documentId);
      const [row] = await context.transaction.query(evidencedSignatures.statement, [[coreDocumentId]]);
      return openEvidence(context.ports, context.lender.id, row!.id, row!.evidence).evidence as Record<string, unknown>;
    });
    const [authorisation] = await bench.sql<{ id: string }>('select id from by_leasing.authorisation where client_id = $1', [clientId]);
    expect(evidence).toMatchObject({ authorisation: authorisation!.id, identification: expect.any(String) });
    const factors = evidence.factors as { factor: string; result: string; at: string }[];
    expect(factors.map(({ factor, result }) => `${factor} ${result}`).sort()).toEqual([
      'CODE_WORD MATCH',
      'OTP MATCH',
      'PHONE_POSSESSION MATCH',
    ]);
  });

  it('by-leasing/11.6/b1 · is not given in a session that was left', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    const { ceremonyId, code } = await bench.code(clientId, documentId);
    await bench.sql('update core.session set ended_at = created_at where client_id = $1', [clientId]);
    const refused = await bench.signByCode(clientId, documentId, { ceremonyId, factors: [word, { factor: 'OTP', value: code }] });
    expect(codesOf(refused)).toContain('BY_LEASING_AUTHENTICATION_REQUIRED');
    expect(clausesOf(refused)).toContain('by-leasing/11.6/b1');
    await unsigned(documentId);
  });

  it('by-leasing/11.6/b2 · is not given without the code: the code word alone signs nothing', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    expect(clausesOf(await bench.signByCode(clientId, documentId, { ceremonyId: null, factors: [word] }))).toContain('by-leasing/11.6/b2');
    await unsigned(documentId);
  });

  it('by-leasing/11.6/b2 · under a contract leads to the authentication and the code by which it was given', async () => {
    const { documentId } = await bench.concluded(await bench.ready());
    const [signature] = (await bench.signatures(documentId)).filter(({ signerKind }) => signerKind === 'CLIENT');
    expect(await bench.sql('select 1 from core.ceremony where id = $1 and used_at is not null', [signature!.ceremonyId])).toHaveLength(1);
    expect(
      await bench.sql("select 1 from by_leasing.factor_result where reference = $1 and factor = 'OTP' and result = 'MATCH'", [documentId]),
    ).toHaveLength(1);
  });

  it('is seen by nobody but its own client', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    await bench.signByCode(clientId, documentId);
    const stranger = await bench.ready();
    const seen = await bench.leasing.run(
      ({ transaction }) => transaction.query(signaturesOfDocument.statement, [[documentId]]),
      bench.client(stranger),
    );
    expect(seen).toEqual([]);
    const sign = { documentId, sha256: 'ab', ceremonyId: null, factors: [] };
    expect(codesOf(await bench.execute(signByCode, sign, bench.client(stranger)))).toEqual(['BY_LEASING_DOCUMENT_NOT_FOUND']);
  });
});
