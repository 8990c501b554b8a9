/** What a certificate says of itself. */
export interface CertificateFacts {
  /** common name or organization; null when it names neither */
  readonly subject: string | null;
  readonly validUntil: Date;
}

/** One element of DER (X.690): what it is, and its content. */
interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
}

const sequence = 0x30;
const utcTime = 0x17;
const bmpString = 0x1e;
const explicitVersion = 0xa0;
const commonName = '85.4.3';
const organizationName = '85.4.10';

/**
 * Reads subject and end of validity out of a pasted certificate (PEM or bare base64), to show whether the right one was
 * pasted and how long it lasts. Null when it is none. The server decides whether it can be used.
 */
export function readCertificate(text: string): CertificateFacts | null {
  try {
    const base64 = text.replaceAll(/-----[^-]*-----/g, '').replaceAll(/\s+/g, '');
    if (base64 === '') return null;
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    // RFC 5280, section 4.1: Certificate → TBSCertificate → [version] serial, algorithm, issuer, validity, subject, …
    const [certificate] = elements(bytes);
    const [body] = elements(contentOf(certificate, sequence));
    const fields = elements(contentOf(body, sequence)).filter(({ tag }) => tag !== explicitVersion);
    const [, end] = elements(contentOf(fields[3], sequence));
    const names = namesIn(contentOf(fields[4], sequence));
    return {
      subject: names.get(commonName) ?? names.get(organizationName) ?? null,
      validUntil: readTime(end),
    };
  } catch {
    return null;
  }
}

function elements(bytes: Uint8Array): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = byteAt(bytes, at);
    let length = byteAt(bytes, at + 1);
    at += 2;
    if (length >= 0x80) {
      const size = length & 0x7f;
      if (size === 0 || size > 3) throw new Error('No length that a certificate has.');
      length = 0;
      for (let index = 0; index < size; index += 1) length = length * 256 + byteAt(bytes, at + index);
      at += size;
    }
    if (at + length > bytes.length) throw new Error('Cut off.');
    found.push({ tag, content: bytes.subarray(at, at + length) });
    at += length;
  }
  return found;
}

function contentOf(element: Element | undefined, tag: number): Uint8Array {
  if (element?.tag !== tag) throw new Error('Not where a certificate has it.');
  return element.content;
}

/** The parts of a name by their type, such as the common name. */
function namesIn(name: Uint8Array): Map<string, string> {
  const names = new Map<string, string>();
  for (const set of elements(name)) {
    for (const part of elements(set.content)) {
      const [type, value] = elements(part.content);
      if (type && value) names.set([...type.content].join('.'), readString(value));
    }
  }
  return names;
}

function readString({ tag, content }: Element): string {
  return new TextDecoder(tag === bmpString ? 'utf-16be' : 'utf-8').decode(content);
}

function readTime(element: Element | undefined): Date {
  if (!element) throw new Error('No end of validity.');
  const digits = new TextDecoder().decode(element.content);
  // RFC 5280, section 4.1.2.5.1: two digits of a year from 50 on are of the last century
  const full = element.tag === utcTime ? `${Number(digits.slice(0, 2)) >= 50 ? 19 : 20}${digits}` : digits;
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(full);
  if (!parts) throw new Error('No time that a certificate has.');
  const [year = 0, month = 1, day, hour, minute, second] = parts.slice(1).map(Number);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new Error('Cut off.');
  return byte;
}
