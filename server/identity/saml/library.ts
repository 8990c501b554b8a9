import { type CacheProvider, SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import type { OwnKey } from '../provider-keys/keys.ts';
import { type SamlAddresses, samlAddresses } from '../providers/addresses.ts';
import type { NameIdFormat } from '../providers/settings.ts';
import type { SamlProvider } from '../providers/store.ts';
import { attemptSeconds } from '../sign-in/attempts.ts';
import { maxAssertionAgeMs } from './statements.ts';

/** The request of ours that is sent, or that a response answers. */
export interface OwnRequest {
  /** id of the AuthnRequest */
  readonly id: string;
  readonly sentAt: Date;
}

/** What the library is to do besides what the provider's settings say. */
export interface LibraryUse {
  readonly url: URL;
  /** where the round trip is made; absent: at the site's own host */
  readonly site?: URL;
  readonly provider: SamlProvider;
  /** null: none; a response must not be the answer to one */
  readonly request: OwnRequest | null;
  readonly wantsSignedAssertion: boolean;
  readonly wantsSignedResponse: boolean;
  /** decrypts the assertion */
  readonly decryptionKey?: OwnKey;
  /** signs the request */
  readonly signingKey?: OwnKey;
}

/** The names of the NameID formats (SAML 2.0 Core, section 8.3). */
export const nameIdFormats: Readonly<Record<NameIdFormat, string>> = {
  emailAddress: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  persistent: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  unspecified: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
};

/**
 * The SAML library, told everything. Every option that has a say is set: its defaults sign with SHA-1, accept any request
 * id and forgive no skew.
 */
export function libraryFor(use: LibraryUse): SAML {
  const { provider, request } = use;
  const { settings } = provider;
  const { entityId, acsUrl }: SamlAddresses = samlAddresses(use.url, provider.id, use.site);
  const authnContexts = settings.authnContexts ?? [];
  const isPosted = settings.signOnBinding === 'post';
  return new SAML({
    issuer: entityId,
    audience: entityId,
    callbackUrl: acsUrl,
    entryPoint: settings.signOnUrl,
    idpIssuer: provider.issuer,
    idpCert: [...settings.certificates],
    wantAssertionsSigned: use.wantsSignedAssertion,
    wantAuthnResponseSigned: use.wantsSignedResponse,
    ...(use.decryptionKey && { decryptionPvk: use.decryptionKey.privateKeyPem }),
    ...(use.signingKey && {
      privateKey: use.signingKey.privateKeyPem,
      publicCert: use.signingKey.certificatePem,
    }),
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    acceptedClockSkewMs: provider.clockSkewSeconds * 1000,
    maxAssertionAgeMs,
    validateInResponseTo: request ? ValidateInResponseTo.always : ValidateInResponseTo.never,
    requestIdExpirationPeriodMs: attemptSeconds * 1000,
    cacheProvider: onlyRequest(request),
    generateUniqueId: () => request?.id ?? '_none',
    disableRequestedAuthnContext: authnContexts.length === 0,
    authnContext: [...authnContexts],
    racComparison: 'exact',
    identifierFormat: settings.nameIdFormat ? nameIdFormats[settings.nameIdFormat] : null,
    allowCreate: true,
    forceAuthn: settings.forcesSignIn ?? false,
    passive: false,
    authnRequestBinding: isPosted ? 'HTTP-POST' : 'HTTP-Redirect',
    // What is posted is not compressed (Bindings, section 3.5.4).
    skipRequestCompression: isPosted,
    disableRequestAcsUrl: false,
    additionalParams: {},
    additionalAuthorizeParams: {},
    additionalLogoutParams: {},
    logoutUrl: settings.logoutUrl ?? settings.signOnUrl,
    signMetadata: false,
  });
}

/** The one request that a response may answer: that of the attempt. Once only is seen to by the attempt's row. */
function onlyRequest(request: OwnRequest | null): CacheProvider {
  return {
    saveAsync: async () => null,
    getAsync: async (id) => (request && id === request.id ? request.sentAt.toISOString() : null),
    removeAsync: async () => null,
  };
}
