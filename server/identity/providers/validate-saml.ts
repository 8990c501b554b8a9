import { readCertificate } from './certificates.ts';
import type { ProviderInput } from './json.ts';
import type { SamlSettings } from './settings.ts';
import type { Problems, ReadingRules } from './validate.ts';
import { optional, problemOfAddress, readAttributeNames } from './validate-address.ts';

type SamlInput = NonNullable<ProviderInput['saml']>;

/** How long an exception for weak algorithms may last, in days. */
const longestExceptionDays = 400;

/** Reads the SAML settings of a provider; what is wrong with them goes into `problems`. */
export function readSaml(
  saml: SamlInput | undefined,
  { isDraft, allowsPrivate }: ReadingRules,
  problems: Problems,
): { issuer: string; settings: SamlSettings } {
  if (!saml) {
    problems['saml'] = 'Give the settings of the SAML provider.';
    return { issuer: '', settings: { signOnUrl: '', certificates: [] } };
  }
  const issuer = saml.entityId.trim();
  if ((issuer === '' && !isDraft) || /\s/.test(issuer)) {
    problems['saml.entityId'] = 'Copy the entity id (issuer) from the provider; it has no spaces.';
  }
  const addresses = ['signOnUrl', 'logoutUrl', 'logoutResponseUrl', 'metadataUrl'] as const;
  for (const name of addresses) {
    const address = saml[name]?.trim();
    const isNeeded = name === 'signOnUrl' && !isDraft;
    const problem = address || isNeeded ? problemOfAddress(address ?? '', allowsPrivate) : null;
    if (problem) problems[`saml.${name}`] = problem;
  }
  const signOnUrl = saml.signOnUrl.trim();
  const certificates = readCertificates(saml.certificates, problems);
  if (certificates.length === 0 && !isDraft) {
    problems['saml.certificates'] ??= 'Give the certificate with which the provider signs.';
  }
  const authnContexts = [...new Set((saml.authnContexts ?? []).map((text) => text.trim()).filter(Boolean))];
  if (authnContexts.some((text) => /\s/.test(text))) {
    problems['saml.authnContexts'] = 'Write each class as the provider documents it; they have no spaces.';
  }
  return {
    issuer,
    settings: {
      signOnUrl,
      certificates,
      ...readAttributeNames(saml),
      ...optional('logoutUrl', saml.logoutUrl),
      ...optional('logoutResponseUrl', saml.logoutResponseUrl),
      ...optional('metadataUrl', saml.metadataUrl),
      ...(saml.signOnBinding && { signOnBinding: saml.signOnBinding }),
      ...(saml.logoutBinding && { logoutBinding: saml.logoutBinding }),
      ...(saml.nameIdFormat && { nameIdFormat: saml.nameIdFormat }),
      ...(authnContexts.length > 0 && { authnContexts }),
      ...(saml.reviewsMetadata && { reviewsMetadata: true }),
      ...(saml.signsRequests && { signsRequests: true }),
      ...(saml.forcesSignIn && { forcesSignIn: true }),
      ...(saml.requiresEncryption && { requiresEncryption: true }),
      ...(saml.allowsIdpInitiated && { allowsIdpInitiated: true }),
      ...readWeakAlgorithms(saml.weakAlgorithms, problems),
    },
  };
}

function readWeakAlgorithms(
  weak: SamlInput['weakAlgorithms'],
  problems: Problems,
): Pick<SamlSettings, 'weakAlgorithms'> {
  if (!weak) return {};
  const until = Date.parse(`${weak.until}T23:59:59Z`);
  if (Number.isNaN(until) || new Date(until).toISOString().slice(0, 10) !== weak.until) {
    problems['saml.weakAlgorithms'] = 'Write the last day of the exception as YYYY-MM-DD.';
  } else if (until > Date.now() + longestExceptionDays * 86_400_000) {
    problems['saml.weakAlgorithms'] =
      `An exception lasts ${longestExceptionDays} days at most. Ask the provider for SHA-256 meanwhile.`;
  }
  return { weakAlgorithms: { algorithms: [...new Set(weak.algorithms)].sort(), until: weak.until } };
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
