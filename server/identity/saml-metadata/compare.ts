import { inputOfProvider, type ProviderInput } from '../providers/json.ts';
import type { SamlProvider } from '../providers/store.ts';
import { type CertificateFacts, certificateFacts } from './certificate-facts.ts';
import type { MetadataContent } from './content.ts';
import type { RetiringCertificate } from './refresh-store.ts';
import { settingsOf } from './suggest.ts';

/** How long certificates stay in force beside those that replaced them, in hours. */
export const overlapHours = 48;

/** As many as a provider may have. */
const maxCertificates = 10;

/** The fields besides certificates that metadata may change. */
export type ComparedField =
  | 'entityId'
  | 'signOnUrl'
  | 'signOnBinding'
  | 'logoutUrl'
  | 'logoutResponseUrl'
  | 'logoutBinding'
  | 'signsRequests'
  | 'metadataUrl';

/** What taking metadata would do to a provider. */
export interface Plan {
  /** changes nothing but what the metadata decides */
  readonly input: ProviderInput;
  readonly fields: readonly {
    readonly field: ComparedField;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly certificates: {
    readonly added: readonly CertificateFacts[];
    readonly kept: readonly CertificateFacts[];
    /** no longer named; in force until then, or, with null, removed at once */
    readonly removed: readonly { readonly facts: CertificateFacts; readonly until: Date | null }[];
  };
  readonly retiring: readonly RetiringCertificate[];
}

export interface PlanOptions {
  /** what was in force before: logout addresses that came from there go when they are no longer named */
  readonly previous: MetadataContent | null;
  readonly retiring: readonly RetiringCertificate[];
  /** certificates that are no longer named stay in force for a while, unless they have expired */
  readonly keepsCertificates: boolean;
  /** the address that the metadata came from becomes the one that is refreshed from */
  readonly metadataUrl?: string;
  /** whether requests are signed is for an administrator to change: the provider must know our key first */
  readonly mayChangeSigning: boolean;
  readonly now?: Date;
}

/** Works out what taking metadata would change; pure. */
export function planOf(provider: SamlProvider, content: MetadataContent, options: PlanOptions): Plan {
  const { settings, issuer } = provider;
  const now = options.now ?? new Date();
  const present = { ...settings, entityId: issuer };
  const { certificates: named, signsRequests, ...decided } = settingsOf(content, settings);
  const { removed, retiring } = leave(settings.certificates, named, options, now);
  const certificates = [...named, ...retiring.map(({ certificate }) => certificate)];
  const base = inputOfProvider(provider);
  const saml = {
    ...base.saml,
    ...withoutLogout(provider, content, options.previous),
    ...decided,
    certificates,
    ...(options.mayChangeSigning && signsRequests && { signsRequests: true }),
    ...(options.metadataUrl !== undefined && { metadataUrl: options.metadataUrl }),
  };
  const names = [
    'entityId',
    'signOnUrl',
    'signOnBinding',
    'logoutUrl',
    'logoutResponseUrl',
    'logoutBinding',
    'signsRequests',
    'metadataUrl',
  ] as const satisfies readonly ComparedField[];
  const fields = names.flatMap((field) => {
    const [before, after] = [shown(field, present), shown(field, saml)];
    return before === after ? [] : [{ field, before, after }];
  });
  return {
    input: { ...base, saml: definedOnly(saml) },
    fields,
    certificates: {
      added: named.filter((pem) => !settings.certificates.includes(pem)).map(certificateFacts),
      kept: named.filter((pem) => settings.certificates.includes(pem)).map(certificateFacts),
      removed,
    },
    retiring,
  };
}

/** Whether a plan changes the provider at all. */
export function changesSomething(plan: Plan): boolean {
  const { added, removed } = plan.certificates;
  return plan.fields.length > 0 || added.length > 0 || removed.length > 0;
}

function leave(
  present: readonly string[],
  named: readonly string[],
  options: PlanOptions,
  now: Date,
): { removed: Plan['certificates']['removed']; retiring: RetiringCertificate[] } {
  const end = new Date(now.getTime() + overlapHours * 3_600_000);
  let room = options.keepsCertificates ? Math.max(0, maxCertificates - named.length) : 0;
  const removed = present
    .filter((pem) => !named.includes(pem))
    .map((pem) => ({
      facts: certificateFacts(pem),
      already: options.retiring.find((one) => one.certificate === pem),
    }))
    // With too little room, those that are good for longest stay.
    .sort((a, b) => b.facts.notAfter.getTime() - a.facts.notAfter.getTime())
    .map(({ facts, already }) => {
      const until = already ? new Date(already.until) : end;
      const stays = room > 0 && facts.notAfter > now && until > now;
      if (stays) room -= 1;
      return { facts, until: stays ? until : null };
    });
  const retiring = removed.flatMap(({ facts, until }) =>
    until === null ? [] : [{ certificate: facts.pem, until: until.toISOString() }],
  );
  return { removed, retiring };
}

/** Takes away the logout addresses that the earlier metadata gave. Those that somebody entered stay. */
function withoutLogout(provider: SamlProvider, content: MetadataContent, previous: MetadataContent | null) {
  const { logoutUrl } = provider.settings;
  const isNamed = content.logout.redirect !== undefined || content.logout.post !== undefined;
  const wasNamed = [previous?.logout.redirect?.url, previous?.logout.post?.url].includes(logoutUrl);
  // What is named replaces all of it, also a response address that is no longer there.
  if (!isNamed && !wasNamed) return {};
  return { logoutUrl: undefined, logoutResponseUrl: undefined, logoutBinding: undefined };
}

type Compared = { readonly [field in ComparedField]?: string | boolean | undefined };

/** As the administrator is told; a binding that is not set is the default one. */
function shown(field: ComparedField, settings: Compared): string | null {
  const hasAddress = field === 'signOnBinding' || settings.logoutUrl !== undefined;
  const value = settings[field] ?? (field.endsWith('Binding') && hasAddress ? 'redirect' : undefined);
  return value === undefined || value === false || value === '' ? null : String(value);
}

function definedOnly(saml: { [name: string]: unknown }): NonNullable<ProviderInput['saml']> {
  const entries = Object.entries(saml).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as NonNullable<ProviderInput['saml']>;
}
