import type { ProviderInput } from './json.ts';
import type { OAuth2Settings, OidcSettings } from './settings.ts';
import type { Problems, ReadingRules } from './validate.ts';
import { optional, problemOfAddress, readAttributeNames } from './validate-address.ts';

type OidcInput = NonNullable<ProviderInput['oidc']>;
type OAuth2Input = NonNullable<ProviderInput['oauth2']>;

/** Parameters of the authorization request that are ours to set: whoever sets them otherwise takes the protocol apart. */
const reservedParameters = new Set(
  `response_type response_mode client_id client_secret client_assertion client_assertion_type redirect_uri scope state nonce
  code_challenge code_challenge_method request request_uri registration id_token_hint code grant_type claims prompt
  max_age login_hint iss`.split(/\s+/),
);

/** Whether a parameter of the authorization request, in whichever case, is one that the protocol itself uses. */
export function isReservedParameter(name: string): boolean {
  return reservedParameters.has(name.trim().toLowerCase());
}

/** Reads the settings of an OpenID provider; what is wrong with them goes into `problems`. */
export function readOidc(
  oidc: OidcInput | undefined,
  rules: ReadingRules,
  problems: Problems,
): { issuer: string; settings: OidcSettings } {
  if (!oidc) {
    problems['oidc'] = 'Give the settings of the OpenID provider.';
    return { issuer: '', settings: { clientId: '' } };
  }
  const issuer = oidc.issuer.trim().replace(/\/\.well-known\/openid-configuration$/, '');
  const issuerProblem = issuer === '' && rules.isDraft ? null : problemOfIssuer(issuer, rules.allowsPrivate);
  if (issuerProblem) problems['oidc.issuer'] = issuerProblem;
  const client = readClient('oidc', oidc, rules, problems);
  if (client.scopes && !client.scopes.split(' ').includes('openid')) {
    problems['oidc.scopes'] ??=
      'The scope openid is needed: without it the provider does not say who signed in.';
  }
  return {
    issuer,
    settings: {
      ...client,
      ...(oidc.userinfo && { userinfo: oidc.userinfo }),
      ...(oidc.prompt && { prompt: oidc.prompt }),
      ...(oidc.forcesSignIn && { forcesSignIn: true }),
      ...(oidc.signsOutThere === false && { signsOutThere: false }),
    },
  };
}

/** Reads the settings of a plain OAuth 2.0 provider; what is wrong with them goes into `problems`. */
export function readOAuth2(
  oauth2: OAuth2Input | undefined,
  rules: ReadingRules,
  problems: Problems,
): { issuer: string; settings: OAuth2Settings } {
  if (!oauth2) {
    problems['oauth2'] = 'Give the settings of the OAuth 2.0 provider.';
    return { issuer: '', settings: { clientId: '', authorizationUrl: '', tokenUrl: '', userinfoUrl: '' } };
  }
  const [authorizationUrl, tokenUrl, userinfoUrl] = (
    ['authorizationUrl', 'tokenUrl', 'userinfoUrl'] as const
  ).map((name) => {
    const address = oauth2[name].trim();
    const problem = address === '' && rules.isDraft ? null : problemOfAddress(address, rules.allowsPrivate);
    if (problem) problems[`oauth2.${name}`] = problem;
    return address;
  }) as [string, string, string];
  return {
    // Who tells who somebody is.
    issuer: userinfoUrl,
    settings: {
      authorizationUrl,
      tokenUrl,
      userinfoUrl,
      ...readClient('oauth2', oauth2, rules, problems),
      ...optional('subjectAttribute', oauth2.subjectAttribute),
    },
  };
}

function readClient(
  prefix: string,
  input: Omit<OAuth2Input | OidcInput, 'clientSecret'>,
  { isDraft }: ReadingRules,
  problems: Problems,
) {
  const clientId = input.clientId.trim();
  if (!/^[\x21-\x7e]*$/.test(clientId) || (clientId === '' && !isDraft)) {
    problems[`${prefix}.clientId`] = 'Copy the client id from the provider; it has no spaces.';
  }
  const scopes = input.scopes?.trim().split(/\s+/);
  // RFC 6749, section 3.3
  if (scopes?.some((scope) => !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope))) {
    problems[`${prefix}.scopes`] = 'Scopes are words separated by spaces, such as openid email profile.';
  }
  const extra = Object.entries(input.extraParameters ?? {});
  const reserved = extra.map(([name]) => name).find(isReservedParameter);
  if (reserved !== undefined) {
    problems[`${prefix}.extraParameters`] =
      prefix === 'oidc' && reserved.trim().toLowerCase() === 'prompt'
        ? 'prompt has a setting of its own (“What the provider asks”): choose it there, and leave it out here.'
        : `${reserved} is a parameter of the protocol itself: leave it out.`;
  }
  return {
    clientId,
    ...(input.authentication && input.authentication !== 'auto' && { authentication: input.authentication }),
    ...optional('scopes', scopes?.join(' ')),
    ...(extra.length > 0 && { extraParameters: Object.fromEntries(extra) }),
    ...readAttributeNames(input),
  };
}

function problemOfIssuer(issuer: string, allowsPrivate: boolean): string | null {
  const problem = problemOfAddress(issuer, allowsPrivate);
  if (problem) return problem;
  const url = new URL(issuer);
  // OpenID Connect Core, section 2: iss
  if (issuer.includes('?') || issuer.includes('#'))
    return 'An issuer has no query and no fragment (? and #).';
  // These sign in people of any company, so that an e-mail address in their tokens proves nothing.
  if (
    url.hostname === 'login.microsoftonline.com' &&
    /^\/(common|organizations|consumers)(\/|$)/i.test(url.pathname)
  ) {
    return 'This issuer signs in people of every company. Use that of one tenant: https://login.microsoftonline.com/{tenant id}/v2.0';
  }
  return null;
}
