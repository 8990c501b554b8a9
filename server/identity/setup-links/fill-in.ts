import type { AuditActor } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid } from '../../platform/http/errors.ts';
import { inputOfProvider, type ProviderInput } from '../providers/json.ts';
import { changeProvider, type ProviderPlatform } from '../providers/providers.ts';
import { isComplete, type Provider } from '../providers/store.ts';
import type { SetupInput } from './json.ts';

/**
 * Fills in what the other side knows: which product it is, protocol settings and domains. Rules, the name, and exceptions to the checks stay as
 * the administrator has them. What others have is refused without a word on who has it: the link is an outsider's.
 *
 * @param version the version that was seen
 * @throws Invalid naming fields, Conflict
 */
export async function fillInProvider(
  platform: ProviderPlatform,
  trx: Database,
  provider: Provider,
  version: number,
  input: SetupInput,
  actor: AuditActor,
): Promise<Provider> {
  requireDraft(provider);
  const whole = {
    ...inputOfProvider(provider),
    ...(input.preset !== undefined && { preset: input.preset }),
    domains: input.domains,
    ...settingsOf(provider, input),
  };
  try {
    return await changeProvider(platform, trx, provider.id, version, whole, actor);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    throw discreet(error);
  }
}

/**
 * A provider that is in use is changed by an administrator alone.
 * @throws Conflict
 */
export function requireDraft({ isEnabled }: Provider): void {
  if (!isEnabled) return;
  throw new Conflict(
    'This login is in use, so it cannot be changed with a set-up link any more. Ask whoever sent you the link to change it.',
  );
}

/**
 * What people need for signing in is filled in.
 * @throws Invalid
 */
export function requireFilledIn(provider: Provider): void {
  if (isComplete(provider)) return;
  const needs = {
    saml: 'entity id, sign-on address and a signing certificate',
    oidc: 'issuer and client id',
    oauth2: 'client id, authorization, token and userinfo address',
  };
  throw new Invalid(`Something is still missing: fill in ${needs[provider.protocol]}, and save.`);
}

/** A conflict as an outsider may read it. */
export function discreet(error: Conflict): Conflict {
  const fields = Object.keys(error.errors);
  if (fields.length === 0 && error.message.includes('belongs to')) return domainConflict();
  if (fields.length === 0) {
    return new Conflict('This was changed since you opened it. Load the page again and repeat your change.');
  }
  return new Conflict(
    '',
    Object.fromEntries(
      fields.map((field) => [
        field,
        field === 'domains'
          ? 'One of these domains is another login’s already. Ask whoever sent you the link.'
          : 'It cannot be this one: another login has it, or people sign in under the one from before. Ask whoever sent you the link.',
      ]),
    ),
  );
}

function domainConflict(): Conflict {
  return new Conflict('This domain is another login’s already. Ask whoever sent you the link.');
}

function settingsOf(provider: Provider, input: SetupInput): Pick<ProviderInput, 'saml' | 'oidc' | 'oauth2'> {
  for (const other of ['saml', 'oidc', 'oauth2'] as const) {
    if (other !== provider.protocol && input[other]) {
      throw Invalid.fields({ [other]: 'These settings belong to another protocol: leave them out.' });
    }
  }
  const { saml, oidc, oauth2 } = input;
  if (provider.protocol === 'oidc' && oidc) return { oidc };
  if (provider.protocol === 'oauth2' && oauth2) return { oauth2 };
  if (provider.protocol !== 'saml' || !saml) {
    throw Invalid.fields({
      [provider.protocol]: 'Give the settings of this protocol; a login keeps its protocol.',
    });
  }
  const { weakAlgorithms, allowsIdpInitiated, requiresEncryption, reviewsMetadata } = provider.settings;
  return {
    saml: {
      ...saml,
      ...(weakAlgorithms && {
        weakAlgorithms: { algorithms: [...weakAlgorithms.algorithms], until: weakAlgorithms.until },
      }),
      ...(allowsIdpInitiated !== undefined && { allowsIdpInitiated }),
      ...(requiresEncryption !== undefined && { requiresEncryption }),
      ...(reviewsMetadata !== undefined && { reviewsMetadata }),
    },
  };
}
