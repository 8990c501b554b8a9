import 'reflect-metadata';
import { createHash, createSign, KeyObject, randomUUID } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';

/**
 * A SAML identity provider for tests, which says and signs whatever a test wants. It writes XML that is its own canonical
 * form and signs it with node:crypto, so that it shares no code with what it tests.
 */
export interface TestIdp {
  readonly entityId: string;
  readonly key: KeyObject;
  /** PEM */
  readonly certificate: string;
}

/** A provider with a key and a certificate of its own. */
export async function createTestIdp(entityId: string, modulusLength = 2048): Promise<TestIdp> {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    publicExponent: new Uint8Array([1, 0, 1]),
    modulusLength,
  };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Test identity provider',
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2049-01-01'),
    signingAlgorithm: algorithm,
    keys,
  });
  return { entityId, key: KeyObject.from(keys.privateKey), certificate: certificate.toString('pem').trim() };
}

/** What a response says. Everything has a valid default; tests change one thing. */
export interface ResponseOptions {
  /** our assertion consumer service: Destination and Recipient unless told otherwise */
  readonly acsUrl: string;
  /** our entity id */
  readonly audience: string | readonly string[];
  readonly inResponseTo: string | null;
  readonly subjectInResponseTo?: string | null;
  readonly destination?: string | null;
  readonly recipient?: string | null;
  readonly assertionIssuer?: string;
  readonly nameId?: string;
  readonly nameIdFormat?: string;
  readonly attributes?: Readonly<Record<string, string | readonly string[]>>;
  /** offsets from now, in seconds */
  readonly issuedAt?: number;
  readonly notBefore?: number | null;
  readonly notOnOrAfter?: number | null;
  readonly confirmedUntil?: number | null;
  readonly sessionUntil?: number;
  readonly sessionIndex?: string;
  readonly status?: string;
  readonly assertionId?: string;
  readonly responseId?: string;
  readonly signs?: 'assertion' | 'response' | 'both' | 'nothing';
  readonly digest?: 'sha1' | 'sha256' | 'sha512';
  /** sign with this key instead of the provider's own */
  readonly key?: KeyObject;
  /** certificate shown in KeyInfo */
  readonly keyInfo?: string;
  readonly extraConditions?: string;
  /** makes something else of the assertion, signed or not, before the response is signed */
  readonly wrapsAssertion?: (assertionXml: string) => string;
}

const algorithms = {
  sha1: {
    signature: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    digest: 'http://www.w3.org/2000/09/xmldsig#sha1',
  },
  sha256: {
    signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
  },
  sha512: {
    signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
    digest: 'http://www.w3.org/2001/04/xmlenc#sha512',
  },
} as const;

/** A whole response, as XML. */
export function responseXml(idp: TestIdp, options: ResponseOptions): string {
  const { signs = 'assertion', status = 'Success', acsUrl, inResponseTo } = options;
  const signsAssertion = signs === 'assertion' || signs === 'both';
  const plain = signsAssertion
    ? signedAssertionXml(idp, options)
    : assertionXml(idp, options).replace(placeholder, '');
  const assertion = options.wrapsAssertion?.(plain) ?? plain;
  const id = options.responseId ?? `_r${randomUUID()}`;
  const attributes = [
    attribute('Destination', options.destination === undefined ? acsUrl : options.destination),
    attribute('ID', id),
    attribute('InResponseTo', inResponseTo),
    attribute('IssueInstant', instant(options.issuedAt ?? 0)),
    attribute('Version', '2.0'),
  ].join('');
  const xml =
    `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"${attributes}>` +
    `<saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${idp.entityId}</saml:Issuer>${placeholder}` +
    `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${status}"></samlp:StatusCode></samlp:Status>` +
    `${assertion}</samlp:Response>`;
  const signsResponse = signs === 'response' || signs === 'both';
  return signsResponse ? sign(xml, id, idp, options) : xml.replace(placeholder, '');
}

/** The form field: base64 of the XML. */
export function encoded(xml: string): string {
  return Buffer.from(xml, 'utf8').toString('base64');
}

/** An assertion by itself, signed. */
export function signedAssertionXml(idp: TestIdp, options: ResponseOptions): string {
  const id = options.assertionId ?? `_a${randomUUID()}`;
  return sign(assertionXml(idp, { ...options, assertionId: id }), id, idp, options);
}

/** Where a signature goes, while it is not there yet. */
const placeholder = '{signature}';

function assertionXml(idp: TestIdp, options: ResponseOptions): string {
  const { inResponseTo, nameId = 'alice-1', acsUrl } = options;
  const { notBefore = -5, notOnOrAfter = 300, confirmedUntil = 300, issuedAt = 0 } = options;
  const format = options.nameIdFormat ?? 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
  const audiences = typeof options.audience === 'string' ? [options.audience] : options.audience;
  const subjectInResponseTo =
    options.subjectInResponseTo === undefined ? inResponseTo : options.subjectInResponseTo;
  const confirmation = [
    attribute('InResponseTo', subjectInResponseTo),
    attribute('NotOnOrAfter', confirmedUntil === null ? null : instant(confirmedUntil)),
    attribute('Recipient', options.recipient === undefined ? acsUrl : options.recipient),
  ].join('');
  const conditions = [
    attribute('NotBefore', notBefore === null ? null : instant(notBefore)),
    attribute('NotOnOrAfter', notOnOrAfter === null ? null : instant(notOnOrAfter)),
  ].join('');
  const session = attribute(
    'SessionNotOnOrAfter',
    options.sessionUntil === undefined ? null : instant(options.sessionUntil),
  );
  return (
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${options.assertionId ?? `_a${randomUUID()}`}" IssueInstant="${instant(issuedAt)}" Version="2.0">` +
    `<saml:Issuer>${options.assertionIssuer ?? idp.entityId}</saml:Issuer>${placeholder}` +
    `<saml:Subject><saml:NameID Format="${format}">${nameId}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData${confirmation}></saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions${conditions}><saml:AudienceRestriction>${audiences.map((audience) => `<saml:Audience>${audience}</saml:Audience>`).join('')}</saml:AudienceRestriction>${options.extraConditions ?? ''}</saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${instant(issuedAt)}"${attribute('SessionIndex', options.sessionIndex ?? null)}${session}><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `<saml:AttributeStatement>${attributesXml(options.attributes ?? defaultAttributes)}</saml:AttributeStatement>` +
    '</saml:Assertion>'
  );
}

const defaultAttributes = {
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress': 'alice@acme.example',
  displayName: 'Alice Archer',
};

function attributesXml(attributes: Readonly<Record<string, string | readonly string[]>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      const values = typeof value === 'string' ? [value] : value;
      const inner = values.map((text) => `<saml:AttributeValue>${text}</saml:AttributeValue>`).join('');
      return `<saml:Attribute Name="${name}">${inner}</saml:Attribute>`;
    })
    .join('');
}

/** Puts an enveloped signature over the whole of `xml`, whose root has this id, where its placeholder is. */
function sign(xml: string, id: string, idp: TestIdp, options: ResponseOptions): string {
  const { digest = 'sha256', key = idp.key, keyInfo } = options;
  const algorithm = algorithms[digest];
  const digestValue = createHash(digest).update(xml.replace(placeholder, '')).digest('base64');
  const inner =
    '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:CanonicalizationMethod>' +
    `<ds:SignatureMethod Algorithm="${algorithm.signature}"></ds:SignatureMethod>` +
    `<ds:Reference URI="#${id}"><ds:Transforms>` +
    '<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>' +
    '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform></ds:Transforms>' +
    `<ds:DigestMethod Algorithm="${algorithm.digest}"></ds:DigestMethod><ds:DigestValue>${digestValue}</ds:DigestValue></ds:Reference>`;
  const canonical = `<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${inner}</ds:SignedInfo>`;
  const value = createSign(digest).update(canonical).sign(key, 'base64');
  const certificate = keyInfo?.replace(/-----[^-]+-----|\s/g, '');
  const shown = certificate
    ? `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`
    : '';
  const signature =
    '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">' +
    `<ds:SignedInfo>${inner}</ds:SignedInfo><ds:SignatureValue>${value}</ds:SignatureValue>${shown}</ds:Signature>`;
  return xml.replace(placeholder, signature);
}

function attribute(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${value}"`;
}

function instant(offsetSeconds: number): string {
  return new Date(Date.now() + offsetSeconds * 1000).toISOString();
}
