import { X509Certificate } from 'node:crypto';

const smallestRsaBits = 2048;

/** A certificate that can be used, as PEM, or what is wrong with it, as a sentence. */
export type ReadCertificate = { readonly pem: string } | { readonly problem: string };

/**
 * Reads a certificate as administrators paste it: PEM, or the bare base64 that metadata files hold. An expired one is taken:
 * providers go on signing with it, and refusing would lock everybody out at night.
 */
export function readCertificate(text: string): ReadCertificate {
  const blocks = text.match(/-----BEGIN [^-]+-----[\s\S]*?-----END [^-]+-----/g) ?? [];
  if (blocks.length > 1) return { problem: 'This holds several certificates. Enter each one by itself.' };
  if (blocks[0]?.includes('PRIVATE KEY')) {
    return { problem: 'This is a private key. Enter the provider’s certificate, and keep the key secret.' };
  }
  const bare = text.replace(/\s+/g, '');
  const pem = blocks[0] ?? (/^[A-Za-z0-9+/]+={0,2}$/.test(bare) ? wrapped(bare) : null);
  let certificate: X509Certificate;
  try {
    if (pem === null) throw new Error('no certificate');
    certificate = new X509Certificate(pem);
  } catch {
    return {
      problem: 'This is no certificate. Paste it as PEM, from -----BEGIN CERTIFICATE----- to the end.',
    };
  }
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  if (asymmetricKeyType !== 'rsa') {
    return {
      problem: `Its key is of type ${asymmetricKeyType ?? 'unknown'}; SAML responses are signed with RSA.`,
    };
  }
  const bits = asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < smallestRsaBits) {
    return {
      problem: `Its key has ${bits} bits, which is too weak: at least ${smallestRsaBits} are needed.`,
    };
  }
  return { pem: certificate.toString().trim() };
}

/** How a certificate is named in the audit log: fingerprint and end of validity. */
export function describeCertificate(pem: string): string {
  const certificate = new X509Certificate(pem);
  return `SHA-256 ${certificate.fingerprint256}, valid until ${certificate.validToDate.toISOString()}`;
}

function wrapped(base64: string): string {
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----`;
}
