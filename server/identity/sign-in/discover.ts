import type { Database } from '../../platform/database/database.ts';
import { providersServing } from '../portal-sign-in/serving.ts';
import { hidesPasswordsEverywhere, portalSignIn } from '../portal-sign-in/store.ts';
import { loginPath } from '../providers/addresses.ts';
import { logoAddress } from '../providers/json.ts';
import { allProviders, enabledProviderOfDomain, type Provider } from '../providers/store.ts';
import { factorSettings } from '../second-factor/settings.ts';
import { portalOfPath } from './portal-of-path.ts';
import { safeReturnTo } from './return-to.ts';

/** A provider as the sign-in page shows it to everybody. */
interface OfferedProvider {
  readonly id: string;
  readonly name: string;
  readonly buttonText: string | null;
  readonly logoUrl: string | null;
  readonly url: string;
}

/** What the sign-in page has to offer. */
interface SignInOptions {
  readonly providers: readonly OfferedProvider[];
  /** through which this browser signed in before */
  readonly remembered: OfferedProvider | null;
  readonly showsPassword: boolean;
  /** a passkey signs in without a password */
  readonly offersPasskeys: boolean;
  /** where to go at once, without asking */
  readonly redirectTo: string | null;
}

interface SignInQuestion {
  readonly portal?: string | undefined;
  /** id of a provider, or its name as in an address: acme-corp */
  readonly idp?: string | undefined;
  /** where the person wants to go; anything that is no page of this site is left out */
  readonly destination?: string | undefined;
  readonly rememberedId: string | null;
}

/**
 * The ways to sign in, for everybody who asks. Of providers without a button here nothing is told: a hint or a default
 * gives an address that holds an id, and no name.
 */
export async function signInOptions(db: Database, question: SignInQuestion): Promise<SignInOptions> {
  const destination = safeReturnTo(question.destination);
  const portalId = question.portal ?? portalOfPath(destination);
  const policy = portalId === null ? null : await portalSignIn(db, portalId);
  const enabled = (await allProviders(db)).filter(({ isEnabled }) => isEnabled);
  const shown = enabled.filter(
    ({ shownOn, portalIds }) =>
      shownOn === 'all' || (shownOn === 'listed' && policy !== null && portalIds.includes(policy.portalId)),
  );
  const showsPassword = policy ? !policy.requiresProvider : !(await hidesPasswordsEverywhere(db));
  const only = shown.length === 1 && !showsPassword ? shown[0] : undefined;
  const target =
    hinted(enabled, question.idp) ?? enabled.find(({ id }) => id === policy?.defaultProviderId) ?? only;
  // Who comes through one that does not serve the portal is sent back here.
  const useful = policy?.requiresProvider
    ? providersServing(enabled, policy.portalId, policy.defaultProviderId)
    : enabled;
  const remembered = useful.find(({ id }) => id === question.rememberedId);
  const { allowsPasskeys, allowsPasswordless } = await factorSettings(db);
  return {
    providers: shown.map((provider) => offered(provider, destination)),
    remembered: remembered ? offered(remembered, destination) : null,
    showsPassword,
    offersPasskeys: showsPassword && allowsPasskeys && allowsPasswordless,
    redirectTo: target ? loginAddress(target, { destination }) : null,
  };
}

/** How people of an e-mail domain sign in. */
type Discovery =
  | { readonly method: 'redirect'; readonly providerName: string; readonly url: string }
  | { readonly method: 'password' }
  /** their domain has no provider, and where they want to go passwords are not taken */
  | { readonly method: 'none' };

/**
 * How people of this e-mail domain sign in. The answer depends on the domain and on what administrators have configured,
 * never on whether an account exists.
 *
 * @param email normalized
 */
export async function discoverSignIn(
  db: Database,
  email: string,
  question: Pick<SignInQuestion, 'portal' | 'destination'>,
): Promise<Discovery> {
  const destination = safeReturnTo(question.destination);
  const provider = await enabledProviderOfDomain(db, email.slice(email.lastIndexOf('@') + 1));
  if (provider) {
    const url = loginAddress(provider, { destination, loginHint: email });
    return { method: 'redirect', providerName: provider.name, url };
  }
  const portalId = question.portal ?? portalOfPath(destination);
  const policy = portalId === null ? null : await portalSignIn(db, portalId);
  const hidesPassword = policy ? policy.requiresProvider : await hidesPasswordsEverywhere(db);
  return { method: hidesPassword ? 'none' : 'password' };
}

/** `Acme GmbH & Co.` as it stands in an address: `acme-gmbh-co`. */
function nameInAddress(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

function hinted(enabled: readonly Provider[], hint: string | undefined): Provider | undefined {
  if (!hint) return undefined;
  const byId = enabled.find(({ id }) => id === hint);
  if (byId) return byId;
  // Two companies of one name: neither, rather than the wrong one.
  const named = enabled.filter(({ name }) => nameInAddress(name) === nameInAddress(hint));
  return named.length === 1 ? named[0] : undefined;
}

function offered(provider: Provider, destination: string | null): OfferedProvider {
  const { id, name, buttonText } = provider;
  return {
    id,
    name,
    buttonText,
    logoUrl: logoAddress(provider),
    url: loginAddress(provider, { destination }),
  };
}

function loginAddress(
  provider: Provider,
  { destination, loginHint }: { destination: string | null; loginHint?: string },
): string {
  const query = new URLSearchParams();
  if (destination) query.set('destination', destination);
  // SAML has no word for it that providers agree on.
  if (loginHint && provider.protocol !== 'saml') query.set('login_hint', loginHint);
  return query.size > 0 ? `${loginPath(provider)}?${query}` : loginPath(provider);
}
