import { type Profile, SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import { DOMParser } from '@xmldom/xmldom';
import type { Person } from '../people.ts';
import { type Issuer, RefusedRequest, type ServiceProvider } from './saml-messages.ts';

const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';

/** A service's wish that somebody's session at Acme ends, found to be signed by that service. */
export interface LogoutRequest {
  readonly serviceProvider: ServiceProvider;
  /** address that answers the service */
  readonly answerUrl: string;
}

/**
 * Verifies a LogoutRequest that came by redirect (SAML 2.0 Bindings, section 3.4) and prepares the answer.
 *
 * @param query the query string, as it came: the signature is over these very characters
 * @throws RefusedRequest when it is not signed by a known service
 */
export async function acceptLogoutRequest(
  query: string,
  issuer: Issuer,
  serviceProviders: readonly ServiceProvider[],
): Promise<LogoutRequest> {
  const fields = Object.fromEntries(new URLSearchParams(query));
  // The library lets messages without a signature pass, and any algorithm that Node knows.
  if (!fields['Signature'] || fields['SigAlg'] !== rsaSha256) {
    throw new RefusedRequest('The sign-out request is not signed.');
  }
  for (const serviceProvider of serviceProviders) {
    const saml = await logoutSaml(issuer, serviceProvider);
    const found = await saml?.validateRedirectAsync(fields, query).catch(() => null);
    if (!saml || !found?.profile) continue;
    const request: Profile = found.profile;
    const answerUrl = await saml.getLogoutResponseUrlAsync(request, fields['RelayState'] ?? '', {}, true);
    return { serviceProvider, answerUrl };
  }
  throw new RefusedRequest('Acme does not know the service that asks you to sign out.');
}

/**
 * The address at a service that ends a person's session there, with our signed LogoutRequest; undefined when the service
 * takes none.
 */
export async function logoutUrlAt(
  serviceProvider: ServiceProvider,
  person: Person,
  sessionIndex: string,
  issuer: Issuer,
): Promise<string | undefined> {
  const saml = await logoutSaml(issuer, serviceProvider);
  const profile: Profile = {
    issuer: issuer.entityId,
    nameID: person.subject,
    nameIDFormat: persistent,
    sessionIndex,
  };
  return saml?.getLogoutUrlAsync(profile, '', {});
}

/** The library on our side of the conversation: logout messages look the same from both. */
async function logoutSaml(issuer: Issuer, serviceProvider: ServiceProvider): Promise<SAML | undefined> {
  if (serviceProvider.logoutUrl === undefined) return undefined;
  const certificates = await signingCertificatesOf(serviceProvider);
  if (certificates.length === 0) return undefined;
  return new SAML({
    issuer: issuer.entityId,
    idpIssuer: serviceProvider.entityId,
    idpCert: certificates,
    callbackUrl: issuer.signOnUrl,
    entryPoint: serviceProvider.logoutUrl,
    logoutUrl: serviceProvider.logoutUrl,
    privateKey: issuer.key.privateKey,
    signatureAlgorithm: 'sha256',
    acceptedClockSkewMs: 60_000,
    validateInResponseTo: ValidateInResponseTo.never,
  });
}

/** What a service signs with, from the metadata that it publishes at its entity id. */
async function signingCertificatesOf({ entityId }: ServiceProvider): Promise<string[]> {
  const answer = await fetch(entityId).catch(() => null);
  if (!answer?.ok) return [];
  const document = new DOMParser().parseFromString(await answer.text(), 'text/xml');
  return Array.from(document.getElementsByTagNameNS('*', 'KeyDescriptor'))
    .filter((descriptor) => descriptor.getAttribute('use') !== 'encryption')
    .flatMap((descriptor) => Array.from(descriptor.getElementsByTagNameNS('*', 'X509Certificate')))
    .map((certificate) => (certificate.textContent ?? '').replace(/\s/g, ''));
}
