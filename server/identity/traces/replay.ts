import type { Config } from '../../platform/config/config.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { readPerson } from '../oidc/person.ts';
import type { ProviderInput } from '../providers/json.ts';
import type { OAuth2Settings, OidcSettings, SamlSettings } from '../providers/settings.ts';
import type { Provider } from '../providers/store.ts';
import { readProvider } from '../providers/validate.ts';
import { rereadPerson } from '../saml/person.ts';
import type { Assertion } from '../sign-in/assertion.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { createNotes, noted, type SignInNotes, type SignInResult } from '../sign-in/notes.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { dryRun } from './dry-run.ts';
import type { Trace } from './store.ts';

/** What a sign-in of the past would become now, or under other settings. */
export interface Replay {
  /** read again under those settings; null: nobody could be read */
  readonly assertion: Assertion | null;
  readonly steps: SignInNotes['steps'];
  readonly result: SignInResult | null;
  readonly refusal: SignInRefused | null;
}

/** A trace that says who somebody is. */
export type ReplayableTrace = Trace & { readonly issued: NonNullable<Trace['issued']> };

/** Whether a trace says who somebody is, so that it can be replayed. */
export function isReplayable(trace: Trace): trace is ReplayableTrace {
  return trace.issued !== null;
}

/**
 * Reads the person of an earlier sign-in again from what the provider said, and does with it what a sign-in would do; nothing
 * of it stays. Signatures and times are not looked at again: what was said was verified then.
 */
export async function replay(room: SignInRoom, provider: Provider, trace: ReplayableTrace): Promise<Replay> {
  const notes = createNotes();
  let assertion: Assertion | null = null;
  try {
    const read = await noted(notes, 'person', () => reread(provider, trace), describePerson);
    assertion = read;
    const issued = { issuer: trace.issued.issuer, assertion: read };
    const result = await dryRun(room, room.platform.db, provider, issued, notes);
    return { assertion, steps: notes.steps, result, refusal: null };
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    return { assertion, steps: notes.steps, result: null, refusal: error };
  }
}

/**
 * The provider as it would be with settings that are not saved. Domains that are new count as not yet verified.
 * @throws Invalid naming fields
 */
export function withInput(
  provider: Provider,
  input: ProviderInput,
  config: Pick<Config, 'allowsPrivateProviders'>,
): Provider {
  if (input.protocol !== provider.protocol) {
    throw Invalid.fields({ protocol: 'A provider keeps its protocol. Add another provider instead.' });
  }
  // Nothing is enabled by trying something out, and what signing in needs may still be missing.
  const { settings, domains, protocol: _, ...rules } = readProvider({ ...input, isEnabled: false }, config);
  const known = new Map(provider.claims.map((claim) => [claim.domain, claim]));
  const changed = {
    ...provider,
    ...rules,
    claims: domains.map((domain) => known.get(domain) ?? unverified(domain)),
    domains: provider.domains.filter((domain) => domains.includes(domain)),
  };
  // readProvider reads the settings of the very protocol.
  if (changed.protocol === 'saml') return { ...changed, settings: settings as SamlSettings };
  if (changed.protocol === 'oidc') return { ...changed, settings: settings as OidcSettings };
  return { ...changed, settings: settings as OAuth2Settings };
}

function unverified(domain: string): Provider['claims'][number] {
  return {
    domain,
    token: '',
    verifiedAt: null,
    verifiedBy: null,
    overrideReason: null,
    checkedAt: null,
    checkProblem: null,
  };
}

function reread(provider: Provider, { issued, message }: ReplayableTrace): Assertion {
  const { assertion } = issued;
  if (provider.protocol === 'saml') return rereadPerson(assertion, message, provider.settings);
  const { subject, raw } = assertion;
  return readPerson(provider, provider.protocol === 'oidc' ? { ...raw, sub: subject } : raw);
}

function describePerson({ subject, email }: Assertion): string {
  return `${subject} with the e-mail address ${email}`;
}
