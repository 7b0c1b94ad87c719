import { OctetString } from '@peculiar/asn1-schema';
import { Extension, KeyUsageFlags } from '@peculiar/asn1-x509';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type CertificateOptions, certify, type KeyHolder, revoke, signDetached } from '../test-authority/test-authority';
import { judgeDetachedSignature, readCertificate, readRevocationList, type Trust } from '.';

const at = (day: string) => Temporal.Instant.from(`${day}T12:00:00Z`);
const years: CertificateOptions = { from: at('2026-01-01'), to: at('2028-01-01') };
const now = at('2026-06-01');
const content = Buffer.from('Договор финансовой аренды');

const root = certify({ '2.5.4.3': 'Test root' }, null, { ...years, pathLength: 1 });
const middle = certify({ '2.5.4.3': 'Test authority' }, root, { ...years, pathLength: 0 });
const officer = certify({ '2.5.4.3': 'Officer', '2.5.4.5': '193498948' }, middle, years);
const chain = [middle.certificate];

function trust(revoked: Parameters<typeof revoke>[1] = [], over: Partial<Trust> = {}): Trust {
  const lists = [revoke(root, [], at('2026-05-30'), at('2026-06-30')), revoke(middle, revoked, at('2026-05-30'), at('2026-06-30'))];
  return {
    anchors: [readCertificate(root.certificate)!],
    intermediates: [],
    revocationLists: lists.map((der) => readRevocationList(der)!),
    ...over,
  };
}

const signedBy = (signer: KeyHolder, certificates = chain) => signDetached(content, signer, certificates, now);
const judge = (cms: Uint8Array, { by = trust(), on = now, of = content as Uint8Array } = {}) => judgeDetachedSignature(of, cms, by, on);
const faultOf = (...args: Parameters<typeof judge>) => {
  const judged = judge(...args);
  return judged.holds ? null : judged.fault;
};

describe('a detached digital signature', () => {
  it('holds when its chain leads to an authority that is believed', () => {
    const judged = judge(signedBy(officer));
    expect(judged).toMatchObject({ holds: true, claimedAt: now });
    if (!judged.holds) throw new Error(judged.fault);
    expect(judged.path.map(({ subject }) => subject.get('2.5.4.3'))).toEqual(['Officer', 'Test authority', 'Test root']);
    expect(judged.signer.subject.get('2.5.4.5')).toBe('193498948');
  });

  it('does not hold for another content, and any changed octet of it is refused', () => {
    const cms = signedBy(officer);
    expect(faultOf(cms, { of: Buffer.from('Договор финансовой аренды.') })).toBe('CONTENT_CHANGED');
    fc.assert(
      fc.property(fc.nat(content.length - 1), fc.integer({ min: 1, max: 255 }), (place, mask) => {
        const changed = Uint8Array.from(content);
        changed[place]! ^= mask;
        expect(faultOf(cms, { of: changed })).toBe('CONTENT_CHANGED');
      }),
      { numRuns: 30 },
    );
  });

  it('does not hold when anything that it signs or proves was changed, and never throws', () => {
    const cms = signedBy(officer);
    let refused = 0;
    for (let place = 0; place < cms.length; place += 7) {
      const changed = Uint8Array.from(cms);
      changed[place]! ^= 1;
      const judged = judge(changed);
      if (!judged.holds) refused++;
      // What may differ is outside the signature: nothing that the judgement tells changes with it.
      else expect(judged).toMatchObject({ signer: { der: readCertificate(officer.certificate)!.der }, claimedAt: now });
    }
    expect(refused).toBeGreaterThan(cms.length / 7 - 10);
    expect(faultOf(cms.subarray(0, -1))).toBe('MALFORMED');
    expect(faultOf(Buffer.concat([cms, Buffer.from([0])]))).toBe('MALFORMED');
    expect(faultOf(new Uint8Array(0))).toBe('MALFORMED');
  });

  it('does not hold with a key that is not the certificate’s', () => {
    const other = certify({ '2.5.4.3': 'Other' }, middle, years);
    expect(faultOf(signedBy({ ...officer, secret: other.secret }))).toBe('SIGNATURE_INVALID');
  });

  it('does not hold before the certificate’s first moment and after its last', () => {
    const day = certify({ '2.5.4.3': 'Officer' }, middle, { from: at('2026-06-02'), to: at('2026-06-10') });
    const judgedOn = (on: Temporal.Instant) => faultOf(signedBy(day), { on });
    expect(judgedOn(at('2026-06-01'))).toBe('NOT_YET_VALID');
    expect(judgedOn(at('2026-06-02'))).toBeNull();
    expect(judgedOn(at('2026-06-10'))).toBeNull();
    expect(judgedOn(at('2026-06-10').add({ seconds: 1 }))).toBe('EXPIRED');
  });

  it('does not hold once the certificate was revoked, and held before', () => {
    const by = trust([{ certificate: officer.certificate, at: at('2026-06-15') }]);
    expect(faultOf(signedBy(officer), { by, on: at('2026-06-14') })).toBeNull();
    expect(faultOf(signedBy(officer), { by, on: at('2026-06-15') })).toBe('REVOKED');
  });

  it('does not hold without a current list of its issuer, and a list that another signed is none', () => {
    expect(faultOf(signedBy(officer), { by: trust([], { revocationLists: [] }) })).toBe('REVOCATION_UNKNOWN');
    expect(faultOf(signedBy(officer), { on: at('2026-07-02') })).toBe('REVOCATION_UNKNOWN');
    const impostor = { secret: officer.secret, certificate: middle.certificate };
    const forged = readRevocationList(revoke(impostor, [], at('2026-05-30'), at('2026-06-30')))!;
    expect(faultOf(signedBy(officer), { by: trust([], { revocationLists: [trust().revocationLists[0]!, forged] }) })).toBe(
      'REVOCATION_UNKNOWN',
    );
  });

  it('does not hold when no believed authority stands at the end of the chain', () => {
    expect(faultOf(signedBy(officer), { by: trust([], { anchors: [] }) })).toBe('UNTRUSTED');
    expect(faultOf(signedBy(officer, []))).toBe('UNTRUSTED');
    const stranger = certify({ '2.5.4.3': 'Test root' }, null, { ...years, pathLength: 1 });
    expect(faultOf(signedBy(officer), { by: trust([], { anchors: [readCertificate(stranger.certificate)!] }) })).toBe(
      'ISSUER_SIGNATURE_INVALID',
    );
  });

  it('does not hold when the issuer is no authority, or stands deeper than its own issuer allows', () => {
    const byOfficer = certify({ '2.5.4.3': 'Somebody' }, officer, years);
    expect(faultOf(signedBy(byOfficer, [...chain, officer.certificate]))).toBe('ISSUER_NOT_AUTHORITY');
    const deeper = certify({ '2.5.4.3': 'Deeper authority' }, middle, { ...years, pathLength: 0 });
    const below = certify({ '2.5.4.3': 'Somebody' }, deeper, years);
    const lists = [...trust().revocationLists, readRevocationList(revoke(deeper, [], at('2026-05-30'), at('2026-06-30')))!];
    expect(faultOf(signedBy(below, [...chain, deeper.certificate]), { by: trust([], { revocationLists: lists }) })).toBe(
      'ISSUER_NOT_AUTHORITY',
    );
  });

  it('does not hold with a certificate that may not sign documents', () => {
    const agreement = certify({ '2.5.4.3': 'Officer' }, middle, { ...years, usage: KeyUsageFlags.keyAgreement });
    expect(faultOf(signedBy(agreement))).toBe('USAGE_FORBIDDEN');
    expect(faultOf(signedBy(middle, []), { by: trust([], { intermediates: [] }) })).toBe('USAGE_FORBIDDEN');
  });

  it('does not hold with a certificate that carries a demand nobody here understands', () => {
    const strange = new Extension({ extnID: '1.2.3.4', critical: true, extnValue: new OctetString(new Uint8Array([5, 0])) });
    expect(readCertificate(certify({ '2.5.4.3': 'Officer' }, middle, { ...years, extensions: [strange] }).certificate)).toBeNull();
    const harmless = new Extension({ extnID: '1.2.3.4', extnValue: new OctetString(new Uint8Array([5, 0])) });
    expect(readCertificate(certify({ '2.5.4.3': 'Officer' }, middle, { ...years, extensions: [harmless] }).certificate)).not.toBeNull();
  });
});
