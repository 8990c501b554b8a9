import { type CacheProvider, SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import { type SamlAddresses, samlAddresses } from '../providers/addresses.ts';
import type { SamlProvider } from '../providers/store.ts';
import type { Assertion } from '../sign-in/assertion.ts';
import { attemptSeconds } from '../sign-in/attempts.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { LintError, readTags, type Tag } from './lint.ts';
import { readPerson } from './person.ts';
import { checkShape } from './shape.ts';
import { checkStatements } from './statements.ts';

/** How far the provider's clock may be off, in milliseconds. */
const clockSkewMs = 60_000;

/** How old an assertion may be when it arrives, in milliseconds; it is made after the person has signed in. */
const maxAssertionAgeMs = 5 * 60_000;

/** What one sign-in at a provider is checked against. */
export interface SamlExpectation {
  readonly url: URL;
  readonly provider: SamlProvider;
  /** id of the AuthnRequest */
  readonly challenge: string;
  /** when it was sent */
  readonly createdAt: Date;
}

/** A response that passed every check. */
export interface VerifiedResponse {
  readonly assertion: Assertion;
  readonly assertionId: string;
  /** until when the assertion could be played again, were it not remembered */
  readonly replayableUntil: Date;
}

/**
 * Verifies a posted SAMLResponse. Two gates: our own on its shape, then the library's signature and conditions; the
 * person is read from the bytes that the library found signed, and from nothing else.
 *
 * @throws SignInRefused
 */
export async function verifyResponse(
  samlResponse: string,
  expectation: SamlExpectation,
): Promise<VerifiedResponse> {
  const { provider, url, challenge } = expectation;
  const addresses = samlAddresses(url, provider.id);
  const shape = checkShape(samlResponse, addresses.acsUrl);
  const saml = samlFor(expectation, addresses, shape.isResponseSigned);
  const signedXml = await signedAssertion(saml, shape.xml);
  const tag = readSigned(signedXml);
  const { assertionId, replayableUntil } = checkStatements(tag, {
    issuer: provider.issuer,
    audience: addresses.entityId,
    recipient: addresses.acsUrl,
    challenge,
    clockSkewMs,
  });
  return { assertion: readPerson(tag, provider.settings), assertionId, replayableUntil };
}

/** The address at the provider that an AuthnRequest with this id takes the browser to. */
export async function authorizeUrl(expectation: SamlExpectation, relayState: string): Promise<string> {
  const addresses = samlAddresses(expectation.url, expectation.provider.id);
  return samlFor(expectation, addresses, false).getAuthorizeUrlAsync(relayState, undefined, {});
}

/** Our metadata for a provider, as XML. */
export function metadataXml(url: URL, provider: SamlProvider): string {
  const addresses = samlAddresses(url, provider.id);
  const expectation = { url, provider, challenge: '_metadata', createdAt: new Date() };
  return samlFor(expectation, addresses, false).generateServiceProviderMetadata(null, null);
}

// Every option that has a say is set: the library's defaults sign with SHA-1, accept any request id and forgive no skew.
function samlFor(
  { provider, challenge, createdAt }: SamlExpectation,
  { entityId, acsUrl }: SamlAddresses,
  wantAuthnResponseSigned: boolean,
): SAML {
  return new SAML({
    issuer: entityId,
    audience: entityId,
    callbackUrl: acsUrl,
    entryPoint: provider.settings.signOnUrl,
    idpIssuer: provider.issuer,
    idpCert: [...provider.settings.certificates],
    wantAssertionsSigned: true,
    wantAuthnResponseSigned,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    acceptedClockSkewMs: clockSkewMs,
    maxAssertionAgeMs,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: attemptSeconds * 1000,
    cacheProvider: onlyRequest(challenge, createdAt),
    generateUniqueId: () => challenge,
    // Which proof of identity suffices is the provider's to decide, and so is the kind of name it sends.
    disableRequestedAuthnContext: true,
    authnContext: [],
    racComparison: 'exact',
    identifierFormat: null,
    allowCreate: true,
    forceAuthn: false,
    passive: false,
    authnRequestBinding: 'HTTP-Redirect',
    skipRequestCompression: false,
    disableRequestAcsUrl: false,
    additionalParams: {},
    additionalAuthorizeParams: {},
    additionalLogoutParams: {},
    logoutUrl: provider.settings.signOnUrl,
    signMetadata: false,
  });
}

/** The one request that a response may answer: that of the attempt. Once only is seen to by the attempt's row. */
function onlyRequest(challenge: string, createdAt: Date): CacheProvider {
  return {
    saveAsync: async () => null,
    getAsync: async (id) => (id === challenge ? createdAt.toISOString() : null),
    removeAsync: async () => null,
  };
}

async function signedAssertion(saml: SAML, xml: string): Promise<string> {
  const container = { SAMLResponse: Buffer.from(xml, 'utf8').toString('base64') };
  let signedXml: string | undefined;
  try {
    const { profile } = await saml.validatePostResponseAsync(container);
    signedXml = profile?.getAssertionXml?.();
  } catch (error) {
    throw refusalOf(error);
  }
  if (!signedXml) throw new SignInRefused('response_invalid', 'The library found no signed assertion');
  return signedXml;
}

function refusalOf(error: unknown): SignInRefused {
  const message = error instanceof Error ? error.message : 'The library refused the response';
  const isLate = /expired|not yet valid|No valid subject confirmation/.test(message);
  return new SignInRefused(isLate ? 'response_expired' : 'response_invalid', message.slice(0, 500), {
    cause: error,
  });
}

function readSigned(signedXml: string): Tag {
  try {
    return readTags(signedXml);
  } catch (error) {
    if (!(error instanceof LintError)) throw error;
    throw new SignInRefused('response_invalid', `What was signed: ${error.message}`, { cause: error });
  }
}
