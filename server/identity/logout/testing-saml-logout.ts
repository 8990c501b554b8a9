import { createHash, createSign, type KeyObject, randomUUID } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { TestIdp } from '../saml/testing-idp.ts';

/** What a LogoutRequest or LogoutResponse says. Everything has a valid default; tests change one thing. */
export interface LogoutOptions {
  readonly destination: string;
  readonly nameId?: string;
  readonly sessionIndexes?: readonly string[];
  readonly issuer?: string;
  /** offsets from now, in seconds */
  readonly issuedAt?: number;
  readonly notOnOrAfter?: number;
  readonly id?: string;
  /** makes a LogoutResponse */
  readonly inResponseTo?: string;
  readonly status?: string;
  readonly relayState?: string;
  /** sign with this key instead of the provider's own; null: do not sign */
  readonly key?: KeyObject | null;
  readonly digest?: 'sha1' | 'sha256';
}

const signatureAlgorithms = {
  sha1: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
  sha256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
} as const;
const placeholder = '{signature}';

function messageXml(idp: TestIdp, options: LogoutOptions): { xml: string; id: string } {
  const id = options.id ?? `_l${randomUUID()}`;
  const time = (offset: number) => new Date(Date.now() + offset * 1000).toISOString();
  const { nameId = 'alice-1', sessionIndexes = [], inResponseTo } = options;
  const name = inResponseTo === undefined ? 'LogoutRequest' : 'LogoutResponse';
  const attributes =
    ` Destination="${options.destination}" ID="${id}"` +
    (inResponseTo === undefined ? '' : ` InResponseTo="${inResponseTo}"`) +
    ` IssueInstant="${time(options.issuedAt ?? 0)}"` +
    (options.notOnOrAfter === undefined ? '' : ` NotOnOrAfter="${time(options.notOnOrAfter)}"`) +
    ' Version="2.0"';
  const person =
    `<saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">${nameId}</saml:NameID>` +
    sessionIndexes.map((index) => `<samlp:SessionIndex>${index}</samlp:SessionIndex>`).join('');
  const status = `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${options.status ?? 'Success'}"></samlp:StatusCode></samlp:Status>`;
  const xml =
    `<samlp:${name} xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"${attributes}>` +
    `<saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${options.issuer ?? idp.entityId}</saml:Issuer>${placeholder}` +
    `${inResponseTo === undefined ? person : status}</samlp:${name}>`;
  return { xml, id };
}

/** The query of a logout message by redirect, signed as the binding wants it. */
export function redirectQuery(idp: TestIdp, options: LogoutOptions): string {
  const { digest = 'sha256', key = idp.key, relayState, inResponseTo } = options;
  const xml = messageXml(idp, options).xml.replace(placeholder, '');
  const field = inResponseTo === undefined ? 'SAMLRequest' : 'SAMLResponse';
  const encoded = encodeURIComponent(deflateRawSync(xml).toString('base64'));
  const relay = relayState === undefined ? '' : `&RelayState=${encodeURIComponent(relayState)}`;
  const unsigned = `${field}=${encoded}${relay}`;
  if (key === null) return unsigned;
  const signed = `${unsigned}&SigAlg=${encodeURIComponent(signatureAlgorithms[digest])}`;
  const signature = createSign(digest).update(signed).sign(key, 'base64');
  return `${signed}&Signature=${encodeURIComponent(signature)}`;
}

/** The form of a logout message by POST, with an enveloped signature over the whole of it. */
export function postedForm(idp: TestIdp, options: LogoutOptions): URLSearchParams {
  const { digest = 'sha256', key = idp.key, relayState, inResponseTo } = options;
  const { xml, id } = messageXml(idp, options);
  const whole = key === null ? xml.replace(placeholder, '') : signedXml(xml, id, key, digest);
  const field = inResponseTo === undefined ? 'SAMLRequest' : 'SAMLResponse';
  const form = new URLSearchParams({ [field]: Buffer.from(whole).toString('base64') });
  if (relayState !== undefined) form.set('RelayState', relayState);
  return form;
}

function signedXml(xml: string, id: string, key: KeyObject, digest: 'sha1' | 'sha256'): string {
  const digestMethod =
    digest === 'sha1' ? 'http://www.w3.org/2000/09/xmldsig#sha1' : 'http://www.w3.org/2001/04/xmlenc#sha256';
  const digestValue = createHash(digest).update(xml.replace(placeholder, '')).digest('base64');
  const inner =
    '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:CanonicalizationMethod>' +
    `<ds:SignatureMethod Algorithm="${signatureAlgorithms[digest]}"></ds:SignatureMethod>` +
    `<ds:Reference URI="#${id}"><ds:Transforms>` +
    '<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>' +
    '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform></ds:Transforms>' +
    `<ds:DigestMethod Algorithm="${digestMethod}"></ds:DigestMethod><ds:DigestValue>${digestValue}</ds:DigestValue></ds:Reference>`;
  const canonical = `<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${inner}</ds:SignedInfo>`;
  const value = createSign(digest).update(canonical).sign(key, 'base64');
  return xml.replace(
    placeholder,
    `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>${inner}</ds:SignedInfo><ds:SignatureValue>${value}</ds:SignatureValue></ds:Signature>`,
  );
}
