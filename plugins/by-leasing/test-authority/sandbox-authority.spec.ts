import { Temporal } from 'temporal-polyfill';
import { judgeDetachedSignature, readCertificate, readRevocationList } from '../digital-signature';
import { SUBJECT } from '../signing/certificate-subject';
import { REVOKED_PERSON, sandboxAnchors, sandboxRevocationLists, sandboxSign } from './sandbox-authority';

const at = Temporal.Instant.from('2026-06-01T09:30:00Z');
const text = Buffer.from('Договор финансовой аренды');
const director = { name: 'Директор Пример', personalNumber: '3010190A001PB3', unp: '490123456', organisation: 'ООО «Пример»' };
const trust = {
  anchors: sandboxAnchors().map((der) => readCertificate(der)!),
  intermediates: [],
  revocationLists: sandboxRevocationLists(at).map((der) => readRevocationList(der)!),
};
const judged = (cms: Uint8Array) => judgeDetachedSignature(text, cms, trust, at);

describe("the sandbox's authority", () => {
  it('vouches for whom it certified, with all that identifies the person', () => {
    const result = judged(sandboxSign(text, director, at));
    if (!result.holds) throw new Error(result.fault);
    expect(result.signer.subject.get(SUBJECT.personalNumber)).toBe('3010190A001PB3');
    expect(result.signer.subject.get(SUBJECT.unp)).toBe('490123456');
  });

  it('has one who is revoked and gives certificates that have run out', () => {
    expect(judged(sandboxSign(text, REVOKED_PERSON, at))).toMatchObject({ holds: false, fault: 'REVOKED' });
    expect(judged(sandboxSign(text, { ...director, expired: true }, at))).toMatchObject({ holds: false, fault: 'EXPIRED' });
  });
});
