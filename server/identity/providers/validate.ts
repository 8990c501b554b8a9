import type { Config } from '../../platform/config/config.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { normalizeDomain } from '../accounts/email.ts';
import { isConsumerDomain } from './consumer-domains.ts';
import type { ProviderInput } from './json.ts';
import type { ProviderValues } from './store.ts';
import { readOAuth2, readOidc } from './validate-oidc.ts';
import { readSaml } from './validate-saml.ts';

/** What is wrong with each field, as sentences. */
export type Problems = Record<string, string>;

/** How strictly protocol settings are read. */
export interface ReadingRules {
  /** what is needed for signing in may still be missing */
  readonly isDraft: boolean;
  readonly allowsPrivate: boolean;
}

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
  const admits = input.admits ?? 'domains';
  const domains = readDomains(input.domains, problems);
  if (isEnabled && domains.length === 0 && admits !== 'all') {
    problems['domains'] ??=
      'Name at least one e-mail domain: without one nobody can sign in through this provider.';
  }
  const allowedGroups = [
    ...new Set((input.allowedGroups ?? []).map((group) => group.trim()).filter(Boolean)),
  ];
  if (admits === 'groups' && allowedGroups.length === 0) {
    problems['allowedGroups'] = 'Name at least one group whose members may sign in.';
  }
  const portalIds = [...new Set(input.portalIds ?? [])];
  const shownOn = input.shownOn ?? 'none';
  if (shownOn === 'listed' && portalIds.length === 0) {
    problems['portalIds'] = 'Choose at least one portal, or show the button on none.';
  }
  const { issuer, settings } = readProtocol(input, isEnabled, config.allowsPrivateProviders, problems);
  if (Object.keys(problems).length > 0) throw Invalid.fields(problems);
  return {
    protocol: input.protocol,
    name,
    preset: input.preset?.trim() || 'generic',
    buttonText: input.buttonText?.trim() || null,
    position: input.position ?? 0,
    shownOn,
    portalIds: shownOn === 'listed' ? portalIds : [],
    isEnabled,
    createsAccounts: input.createsAccounts ?? true,
    admitsStaff: input.admitsStaff ?? false,
    admits,
    allowedGroups,
    clockSkewSeconds: input.clockSkewSeconds ?? 60,
    trustsFactor: input.trustsFactor ?? false,
    sessionIdleMinutes: input.sessionIdleMinutes ?? null,
    sessionMaxHours: input.sessionMaxHours ?? null,
    issuer,
    settings,
    domains,
  };
}

function readProtocol(input: ProviderInput, isEnabled: boolean, allowsPrivate: boolean, problems: Problems) {
  for (const protocol of ['saml', 'oidc', 'oauth2'] as const) {
    if (protocol !== input.protocol && input[protocol]) {
      problems[protocol] =
        `These settings belong to another protocol than ${input.protocol}: leave them out.`;
    }
  }
  const rules = { isDraft: !isEnabled, allowsPrivate };
  if (input.protocol === 'saml') return readSaml(input.saml, rules, problems);
  if (input.protocol === 'oidc') return readOidc(input.oidc, rules, problems);
  return readOAuth2(input.oauth2, rules, problems);
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
