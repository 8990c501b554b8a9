const secretElements = /<(?:[\w.-]+:)?(SignatureValue|DigestValue|X509Certificate|CipherValue)\b/g;

/**
 * A message for the sign-in log: without the contents of signature values, digests, certificates and ciphertexts. What is
 * left cannot be used to sign in, nor be replayed. The text need not be XML: where such an element does not end, the rest is
 * left out.
 */
export function redactedXml(xml: string): string {
  let redacted = '';
  let at = 0;
  for (;;) {
    secretElements.lastIndex = at;
    const match = secretElements.exec(xml);
    const tagEnd = match ? xml.indexOf('>', match.index) : -1;
    if (!match) return redacted + xml.slice(at);
    if (tagEnd === -1) return `${redacted + xml.slice(at, match.index)}…`;
    redacted += xml.slice(at, tagEnd + 1);
    at = tagEnd + 1;
    if (xml[tagEnd - 1] === '/') continue;
    const [start] = match;
    const end = xml.indexOf(`</${start.slice(1)}`, at);
    if (end === -1) return `${redacted}…`;
    redacted += '…';
    at = end;
  }
}
