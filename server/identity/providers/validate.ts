import type { Config } from '../../platform/config/config.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { normalizeDomain } from '../accounts/email.ts';
import { readCertificate } from './certificates.ts';
import { isConsumerDomain } from './consumer-domains.ts';
import type { ProviderInput } from './json.ts';
import type { OidcSettings, ProviderValues, SamlSettings } from './store.ts';

type Problems = Record<string, string>;

/**
 * Turns what an administrator entered into what is kept, or says of each field what is wrong with it. What others have
 * (issuers, domains) is checked elsewhere.
 *
 * @throws Invalid naming fields
 */
export function readProvider(
  input: ProviderInput,
  config: Pick<Config, 'allowsPrivateProviders'>,
): ProviderValues {
  const problems: Problems = {};
  const name = input.name.trim();
  if (name === '') problems['name'] = 'Give a name; people see it when they sign in.';
  const isEnabled = input.isEnabled ?? false;
  const domains = readDomains(input.domains, problems);
  if (isEnabled && domains.length === 0) {
    problems['domains'] ??=
      'Name at least one e-mail domain: without one nobody can sign in through this provider.';
  }
  const { issuer, settings } =
    input.protocol === 'saml'
      ? readSaml(input, config.allowsPrivateProviders, problems)
      : readOidc(input, config.allowsPrivateProviders, problems);
  if (Object.keys(problems).length > 0) throw Invalid.fields(problems);
  return {
    protocol: input.protocol,
    name,
    isEnabled,
    createsAccounts: input.createsAccounts ?? true,
    admitsStaff: input.admitsStaff ?? false,
    issuer,
    settings,
    domains,
  };
}

function readDomains(domains: readonly string[], problems: Problems): string[] {
  const found = new Set<string>();
  const wrong: string[] = [];
  for (const text of domains) {
    const domain = normalizeDomain(text.replace(/^@/, ''));
    if (!domain) wrong.push(`“${text.slice(0, 100)}” is not a domain; write it like company.com.`);
    else if (isConsumerDomain(domain))
      wrong.push(`${domain} is open to everybody, so no company can own it.`);
    else found.add(domain);
  }
  if (wrong.length > 0) problems['domains'] = wrong.slice(0, 5).join(' ');
  return [...found].sort();
}

function readSaml(
  { saml, oidc }: ProviderInput,
  allowsPrivate: boolean,
  problems: Problems,
): { issuer: string; settings: SamlSettings } {
  if (oidc) problems['oidc'] = 'A SAML provider has no OpenID settings: leave them out.';
  if (!saml) {
    problems['saml'] = 'Give the settings of the SAML provider.';
    return { issuer: '', settings: { signOnUrl: '', certificates: [] } };
  }
  const issuer = saml.entityId.trim();
  if (issuer === '' || /\s/.test(issuer)) {
    problems['saml.entityId'] = 'Copy the entity id (issuer) from the provider; it has no spaces.';
  }
  const signOnUrl = saml.signOnUrl.trim();
  const addressProblem = problemOfAddress(signOnUrl, allowsPrivate);
  if (addressProblem) problems['saml.signOnUrl'] = addressProblem;
  const certificates = readCertificates(saml.certificates, problems);
  const attributes = {
    ...optional('emailAttribute', saml.emailAttribute),
    ...optional('nameAttribute', saml.nameAttribute),
    ...optional('groupsAttribute', saml.groupsAttribute),
  };
  return { issuer, settings: { signOnUrl, certificates, ...attributes } };
}

function readCertificates(texts: readonly string[], problems: Problems): string[] {
  const found = new Set<string>();
  texts.forEach((text, index) => {
    const read = readCertificate(text);
    if ('pem' in read) found.add(read.pem);
    else
      problems['saml.certificates'] ??=
        texts.length > 1 ? `Certificate ${index + 1}: ${read.problem}` : read.problem;
  });
  return [...found];
}

function readOidc(
  { saml, oidc }: ProviderInput,
  allowsPrivate: boolean,
  problems: Problems,
): { issuer: string; settings: OidcSettings } {
  if (saml) problems['saml'] = 'An OpenID provider has no SAML settings: leave them out.';
  if (!oidc) {
    problems['oidc'] = 'Give the settings of the OpenID provider.';
    return { issuer: '', settings: { clientId: '' } };
  }
  const issuer = oidc.issuer.trim().replace(/\/\.well-known\/openid-configuration$/, '');
  const issuerProblem = problemOfIssuer(issuer, allowsPrivate);
  if (issuerProblem) problems['oidc.issuer'] = issuerProblem;
  const clientId = oidc.clientId.trim();
  if (!/^[\x21-\x7e]+$/.test(clientId)) {
    problems['oidc.clientId'] = 'Copy the client id from the provider; it has no spaces.';
  }
  const scopes = oidc.scopes?.trim().split(/\s+/);
  // RFC 6749, section 3.3
  if (scopes?.some((scope) => !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope))) {
    problems['oidc.scopes'] = 'Scopes are words separated by spaces, such as openid email profile.';
  } else if (scopes && !scopes.includes('openid')) {
    problems['oidc.scopes'] =
      'The scope openid is needed: without it the provider does not say who signed in.';
  }
  return { issuer, settings: { clientId, ...optional('scopes', scopes?.join(' ')) } };
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

function problemOfAddress(text: string, allowsPrivate: boolean): string | null {
  if (!URL.canParse(text)) return 'This is no web address. Write it like https://login.company.com/…';
  const url = new URL(text);
  const isAllowed = url.protocol === 'https:' || (allowsPrivate && url.protocol === 'http:');
  if (!isAllowed) return 'Use an address that begins with https://';
  if (url.username !== '' || url.password !== '') return 'Leave user name and password out of the address.';
  if (url.hash !== '') return 'Leave out the part from # on.';
  return null;
}

function optional<Key extends string>(key: Key, value: string | undefined): { [key in Key]?: string } {
  const trimmed = value?.trim();
  return trimmed ? ({ [key]: trimmed } as { [key in Key]?: string }) : {};
}
