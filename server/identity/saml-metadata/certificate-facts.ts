import { X509Certificate } from 'node:crypto';

/** What people tell certificates apart by. */
export interface CertificateFacts {
  readonly pem: string;
  /** SHA-256, as hex with colons */
  readonly fingerprint: string;
  readonly subject: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly keyBits: number;
}

/** Reads a certificate that was taken before. */
export function certificateFacts(pem: string): CertificateFacts {
  const certificate = new X509Certificate(pem);
  return {
    pem,
    fingerprint: certificate.fingerprint256,
    subject: (certificate.subject ?? '').split('\n').join(', '),
    notBefore: certificate.validFromDate,
    notAfter: certificate.validToDate,
    keyBits: certificate.publicKey.asymmetricKeyDetails?.modulusLength ?? 0,
  };
}

/** Whole days from now until then, rounded down; negative when it has passed. */
export function daysUntil(date: Date, now = new Date()): number {
  return Math.floor((date.getTime() - now.getTime()) / 86_400_000);
}
