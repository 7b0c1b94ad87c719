import { randomUUID } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate for `localhost` that this process trusts until it ends, as an installation trusts an authority of its own. */
export async function trustedCertificate(): Promise<Certificate> {
  const certificate = await untrustedCertificate();
  setDefaultCACertificates([...getCACertificates('default'), certificate.cert]);
  return certificate;
}

/** A certificate for `localhost` that nobody vouches for. */
export async function untrustedCertificate(): Promise<Certificate> {
  // An authority is looked up by its name, so that no two may have the same in one process.
  const name = `localhost ${randomUUID()}`;
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  return { key, cert };
}
