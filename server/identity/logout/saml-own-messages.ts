import type { Profile } from '@node-saml/node-saml';
import { signSamlPost } from '@node-saml/node-saml/lib/saml-post-signing.js';
import { randomToken } from '../../platform/crypto/tokens.ts';
import type { OwnKey } from '../provider-keys/keys.ts';
import type { SamlProvider } from '../providers/store.ts';
import type { Departure } from '../saml/authn-request.ts';
import { logoutLibrary } from './saml-library.ts';

/** What is known of the person's session at a SAML provider: kept, sealed, with ours. */
export interface SamlLogoutHint {
  readonly nameId: string;
  readonly format?: string;
  readonly nameQualifier?: string;
  readonly spNameQualifier?: string;
  readonly sessionIndex?: string;
}

interface Message {
  readonly url: URL;
  readonly provider: SamlProvider;
  readonly signingKey: OwnKey;
}

/** An id for a message of ours. An xs:ID must not begin with a digit. */
export function newMessageId(): string {
  return `_${randomToken()}`;
}

/**
 * Our signed LogoutRequest, in the binding that the provider takes.
 * @param id of the request
 * @throws TypeError when the provider has no logout address
 */
export async function logoutRequest(
  { url, provider, signingKey }: Message,
  id: string,
  relayState: string,
  hint: SamlLogoutHint,
): Promise<Departure> {
  const { logoutUrl: target, logoutBinding } = provider.settings;
  if (target === undefined) throw new TypeError(`Provider ${provider.id} has no logout address`);
  const saml = logoutLibrary({ url, provider, own: { id, sentAt: new Date() }, target, signingKey });
  const person: Profile = {
    issuer: provider.issuer,
    nameID: hint.nameId,
    nameIDFormat: hint.format ?? 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
    ...(hint.nameQualifier !== undefined && { nameQualifier: hint.nameQualifier }),
    ...(hint.spNameQualifier !== undefined && { spNameQualifier: hint.spNameQualifier }),
    ...(hint.sessionIndex !== undefined && { sessionIndex: hint.sessionIndex }),
  };
  if (logoutBinding !== 'post') return { url: await saml.getLogoutUrlAsync(person, relayState, {}) };
  const xml = await saml._generateLogoutRequest(person);
  return posted(target, 'SAMLRequest', signed(xml, 'LogoutRequest', signingKey), relayState);
}

/**
 * Our signed LogoutResponse to a request that was obeyed, in the binding that the provider takes.
 *
 * @param inResponseTo ID of the request
 * @param relayState came with the request and goes back as it was
 * @returns null when the provider has no address for it
 */
export async function logoutResponse(
  { url, provider, signingKey }: Message,
  inResponseTo: string,
  relayState: string,
): Promise<Departure | null> {
  const { logoutUrl, logoutResponseUrl, logoutBinding } = provider.settings;
  const target = logoutResponseUrl ?? logoutUrl;
  if (target === undefined) return null;
  const own = { id: newMessageId(), sentAt: new Date() };
  const saml = logoutLibrary({ url, provider, own, target, signingKey });
  const request: Profile = { issuer: provider.issuer, nameID: '', nameIDFormat: '', ID: inResponseTo };
  if (logoutBinding !== 'post') {
    return { url: await saml.getLogoutResponseUrlAsync(request, relayState, {}, true) };
  }
  const xml = saml._generateLogoutResponse(request, true);
  return posted(target, 'SAMLResponse', signed(xml, 'LogoutResponse', signingKey), relayState);
}

function signed(xml: string, name: 'LogoutRequest' | 'LogoutResponse', key: OwnKey): string {
  const root = `/*[local-name(.)="${name}" and namespace-uri(.)="urn:oasis:names:tc:SAML:2.0:protocol"]`;
  return signSamlPost(xml, root, {
    privateKey: key.privateKeyPem,
    publicCert: key.certificatePem,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
  });
}

function posted(
  action: string,
  field: 'SAMLRequest' | 'SAMLResponse',
  xml: string,
  relayState: string,
): Departure {
  const message = { [field]: Buffer.from(xml, 'utf8').toString('base64') };
  return { action, fields: relayState === '' ? message : { ...message, RelayState: relayState } };
}
