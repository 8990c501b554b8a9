import { assertionOf, forged, signatureOf, withoutSignature } from './pieces.ts';

/** An attack: a valid response of the provider, changed by somebody who can change everything but cannot sign. */
export interface Forgery {
  /** row of the catalogue of attack classes in docs/security.md */
  readonly id: string;
  readonly name: string;
  twist(xml: string): string;
}

const signatureNs = 'http://www.w3.org/2000/09/xmldsig#';
const object = (inner: string) =>
  `<ds:Signature xmlns:ds="${signatureNs}"><ds:Object>${inner}</ds:Object></ds:Signature>`;
const beforeEnd = (xml: string, more: string) => xml.replace('</samlp:Response>', `${more}</samlp:Response>`);
const beforeStatus = (xml: string, more: string) => xml.replace('<samlp:Status>', `${more}<samlp:Status>`);
const afterIssuer = (assertion: string, more: string) =>
  assertion.replace('</saml:Issuer>', `</saml:Issuer>${more}`);

/**
 * Signature wrapping (“On Breaking SAML: Be Whoever You Want to Be”, Somorovsky et al.): what was signed is moved to where
 * the verifier still finds it, and a forged one put where the reader might look.
 */
export const wrappings: readonly Forgery[] = [
  {
    id: 'S01',
    name: 'XSW1: a forged response around the signed one, which hides in its signature',
    twist: (xml) => afterIssuerOfResponse(forged(withoutSignature(xml)), object(xml)),
  },
  {
    id: 'S02',
    name: 'XSW2: a forged response before the signed one, detached',
    twist: (xml) => beforeStatus(forged(withoutSignature(xml)), xml + signatureOf(xml)),
  },
  {
    id: 'S03',
    name: 'XSW3: a forged assertion before the signed one',
    twist: (xml) => xml.replace('<saml:Assertion', `${forged(assertionOf(xml))}<saml:Assertion`),
  },
  {
    id: 'S04',
    name: 'XSW4: a forged assertion around the signed one',
    twist: (xml) => {
      const signed = assertionOf(xml);
      return xml.replace(signed, forged(signed).replace('</saml:Assertion>', `${signed}</saml:Assertion>`));
    },
  },
  {
    id: 'S05',
    name: 'XSW5: a forged assertion with the signature, what it signed behind',
    twist: (xml) => {
      const signed = assertionOf(xml);
      const signature = signatureOf(signed);
      return xml.replace(signed, `${afterIssuer(forged(signed), signature)}${signed.replace(signature, '')}`);
    },
  },
  {
    id: 'S06',
    name: 'XSW6: a forged assertion around the signature, what it signed inside that',
    twist: (xml) => {
      const signed = assertionOf(xml);
      const signature = signatureOf(signed);
      const holder = `<ds:Object>${signed.replace(signature, '')}</ds:Object>`;
      const inner = signature.replace('</ds:Signature>', `${holder}</ds:Signature>`) || object(signed);
      return xml.replace(signed, afterIssuer(forged(signed), inner));
    },
  },
  {
    id: 'S07',
    name: 'XSW7: a forged assertion, the signed one in Extensions',
    twist: (xml) => {
      const signed = assertionOf(xml);
      return beforeStatus(
        xml.replace(signed, forged(signed)),
        `<samlp:Extensions>${signed}</samlp:Extensions>`,
      );
    },
  },
  {
    id: 'S08',
    name: 'XSW8: a forged assertion, the signed one in an Object of a signature',
    twist: (xml) => {
      const signed = assertionOf(xml);
      return xml.replace(signed, afterIssuer(forged(signed), object(signed)));
    },
  },
  {
    id: 'S08',
    name: 'a forged assertion, the signed one in its Advice',
    twist: (xml) => {
      const signed = assertionOf(xml);
      const advice = `<saml:Advice>${signed}</saml:Advice></saml:Assertion>`;
      return xml.replace(signed, forged(signed).replace('</saml:Assertion>', advice));
    },
  },
];

/** What is read is not what was signed, by other means than wrapping. */
export const mismatches: readonly Forgery[] = [
  { id: 'S09', name: 'all signatures removed', twist: withoutSignature },
  {
    id: 'S09',
    name: 'the signature refers to another element',
    twist: (xml) =>
      beforeStatus(
        xml.replaceAll(/URI="#[^"]*"/g, 'URI="#_other"'),
        '<samlp:Extensions ID="_other"></samlp:Extensions>',
      ),
  },
  {
    id: 'S09',
    name: 'the signature stands in an element that says nothing',
    twist: (xml) => {
      const signature = signatureOf(xml);
      return beforeStatus(withoutSignature(xml), `<samlp:Extensions>${signature}</samlp:Extensions>`);
    },
  },
  {
    id: 'S10',
    name: 'two assertions, the unsigned one first',
    twist: (xml) => xml.replace('<saml:Assertion', `${forged(assertionOf(xml))}<saml:Assertion`),
  },
  {
    id: 'S10',
    name: 'two assertions, the unsigned one last',
    twist: (xml) => beforeEnd(xml, forged(assertionOf(xml))),
  },
  { id: 'S11', name: 'another person', twist: (xml) => xml.replace('>alice-1<', '>carol-1<') },
  {
    id: 'S11',
    name: 'another e-mail address',
    twist: (xml) => xml.replace('alice@acme.example', 'carol@acme.example'),
  },
  {
    id: 'S11',
    name: 'another e-mail address, and a digest made to fit',
    twist: (xml) =>
      xml
        .replace('alice@acme.example', 'carol@acme.example')
        .replaceAll(/<ds:DigestValue>[^<]*</g, '<ds:DigestValue>AAAA<'),
  },
  {
    id: 'S15',
    name: 'an unsigned attribute statement beside the signed assertion',
    twist: (xml) =>
      beforeEnd(
        xml,
        '<saml:AttributeStatement xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><saml:Attribute Name="mail"><saml:AttributeValue>admin@acme.example</saml:AttributeValue></saml:Attribute></saml:AttributeStatement><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"></saml:Assertion>',
      ),
  },
  { id: 'S16', name: 'a second root before it', twist: (xml) => `${forged(withoutSignature(xml))}${xml}` },
  { id: 'S16', name: 'a second root behind it', twist: (xml) => `${xml}${forged(withoutSignature(xml))}` },
  {
    id: 'S21',
    name: 'the same ID twice',
    twist: (xml) => {
      const signed = assertionOf(xml);
      return xml.replace(signed, `${signed.replace('alice@acme.example', 'admin@acme.example')}${signed}`);
    },
  },
  {
    id: 'S21',
    name: 'a transform of its own (XSLT)',
    twist: (xml) =>
      xml.replaceAll(
        'http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform>',
        'http://www.w3.org/TR/1999/REC-xslt-19991116"></ds:Transform>',
      ),
  },
  {
    id: 'S21',
    name: 'a transform that selects nothing (XPath)',
    twist: (xml) =>
      xml.replaceAll(
        'http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>',
        'http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>self::nothing</ds:XPath></ds:Transform>',
      ),
  },
  { id: 'S21', name: 'a reference to everything', twist: (xml) => xml.replaceAll(/URI="#[^"]*"/g, 'URI=""') },
  { id: 'S21', name: 'a reference without address', twist: (xml) => xml.replaceAll(/ URI="#[^"]*"/g, '') },
  {
    id: 'S21',
    name: 'a reference by XPointer',
    twist: (xml) => xml.replaceAll(/URI="#([^"]*)"/g, 'URI="#xpointer(id(\'$1\'))"'),
  },
  {
    id: 'S21',
    name: 'a reference to another site',
    twist: (xml) => xml.replaceAll(/URI="#[^"]*"/g, 'URI="https://evil.example/signed.xml"'),
  },
  {
    id: 'S21',
    name: 'a second reference',
    twist: (xml) => xml.replace(/(<ds:Reference [\s\S]*?<\/ds:Reference>)/, '$1$1'),
  },
  {
    id: 'S22',
    name: 'HMAC with the public certificate in place of a signature',
    twist: (xml) =>
      xml.replaceAll('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', `${signatureNs}hmac-sha1`),
  },
  {
    id: 'S22',
    name: 'a signature algorithm that nobody knows',
    twist: (xml) => xml.replaceAll('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'urn:evil:none'),
  },
  {
    id: 'S23',
    name: 'an HMAC of one bit (CVE-2009-0217)',
    twist: (xml) =>
      xml.replaceAll(
        /<ds:SignatureMethod [^>]*>/g,
        `<ds:SignatureMethod Algorithm="${signatureNs}hmac-sha1"><ds:HMACOutputLength>1</ds:HMACOutputLength>`,
      ),
  },
];

function afterIssuerOfResponse(xml: string, more: string): string {
  return xml.replace('</saml:Issuer>', `</saml:Issuer>${more}`);
}
