/** Pieces of the test provider's responses, cut out by hand: attackers do not parse either. */

/** The assertion of a response, with its tags; empty when there is none. */
export function assertionOf(xml: string): string {
  return /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? '';
}

/** The first signature in it; empty when there is none. */
export function signatureOf(xml: string): string {
  return /<ds:Signature [\s\S]*?<\/ds:Signature>/.exec(xml)?.[0] ?? '';
}

/** The same without any signature. */
export function withoutSignature(xml: string): string {
  return xml.replaceAll(/<ds:Signature [\s\S]*?<\/ds:Signature>/g, '');
}

/** The same about an administrator, with an ID of its own and unsigned. */
export function forged(xml: string): string {
  return withoutSignature(xml)
    .replaceAll('alice@acme.example', 'admin@acme.example')
    .replaceAll('alice-1', 'admin-1')
    .replaceAll(/ ID="_?([^"]*)"/g, ' ID="_forged$1"');
}
