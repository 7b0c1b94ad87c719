import { Temporal } from 'temporal-polyfill';
import { sandboxAnchors, sandboxRevocationLists, sandboxSign } from '../test-authority/sandbox-authority';
import { holdsPrivateKey, judgeText } from './judge-signature';

const at = Temporal.Instant.from('2026-06-01T09:30:00Z');
const text = 'Договор финансовой аренды';
const person = { name: 'Директор Пример', personalNumber: '3010190A001PB3' };
const cms = sandboxSign(Buffer.from(text), person, at);

describe('octets that are handed in as a signature', () => {
  const der = (...parts: number[][]) => Uint8Array.from([0x30, parts.flat().length, ...parts.flat()]);

  it.each([
    ['PEM', Buffer.from('-----BEGIN EC PRIVATE KEY-----\nAA==\n-----END EC PRIVATE KEY-----')],
    ['PKCS #8', der([2, 1, 0], [0x30, 2, 6, 0], [4, 1, 7])],
    ['encrypted PKCS #8', der([0x30, 2, 6, 0], [4, 1, 7])],
    ['SEC 1', der([2, 1, 1], [4, 1, 7])],
    ['PKCS #12', der([2, 1, 3], [0x30, 2, 6, 0])],
  ])('are told to hold a private key as %s', (_form, octets) => {
    expect(holdsPrivateKey(octets)).toBe(true);
  });

  it('are no private key when they are a signature, or nothing', () => {
    for (const octets of [cms, Uint8Array.of(), Uint8Array.of(0x30, 0x80), Buffer.from('личный ключ')])
      expect(holdsPrivateKey(octets)).toBe(false);
  });

  it('hold for the text that was signed, by the authorities and lists of the moment, and for no other', () => {
    const trust = { anchors: sandboxAnchors(), intermediates: [], revocationLists: sandboxRevocationLists(at) };
    expect(judgeText(text, cms, trust, at)).toMatchObject({ holds: true });
    expect(judgeText(`${text}.`, cms, trust, at)).toMatchObject({ holds: false, fault: 'CONTENT_CHANGED' });
    expect(judgeText(text, cms, { ...trust, revocationLists: [] }, at)).toMatchObject({ holds: false, fault: 'REVOCATION_UNKNOWN' });
    expect(judgeText(text, cms, { ...trust, anchors: [Uint8Array.of(1)] }, at)).toMatchObject({ holds: false, fault: 'UNTRUSTED' });
  });
});
