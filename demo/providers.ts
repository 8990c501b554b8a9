import {
  allProviders,
  changeProvider,
  createProvider,
  inputOfProvider,
  oidcAddresses,
  type Provider,
  type ProviderInput,
  removeProvider,
  samlAddresses,
  vouchForDomain,
} from '../server/identity/index.ts';
import { type Database, inTransaction } from '../server/platform/database/database.ts';
import { siteAt } from '../server/platform/http/asked-host.ts';
import { Conflict } from '../server/platform/http/errors.ts';
import type { Platform } from '../server/platform/platform.ts';
import { acmeAttributes, type ServiceProvider } from './acme-saml/saml-messages.ts';
import type { AcmeIdentityProvider } from './acme-saml/server.ts';
import type { Client } from './globex-oidc/provider.ts';

type SamlInput = NonNullable<ProviderInput['saml']>;
type SamlSettings = Extract<Provider, { protocol: 'saml' }>['settings'];

type Where = Pick<Platform, 'db' | 'config' | 'sealer'>;

const actor = { accountId: null, name: 'Demo', address: null };
const serviceName = 'Northwind help center';
const globexClientId = 'northwind-help-center';

/**
 * Tells Portico of Acme's identity provider, or of what has changed about it. What an administrator has decided meanwhile
 * (name, domains, whether it is enabled) stays.
 *
 * @returns Portico as Acme must know it
 */
export async function introduceAcme(
  portico: Where,
  acme: Pick<AcmeIdentityProvider, 'entityId' | 'signOnUrl' | 'logoutUrl'>,
  certificate: string,
): Promise<ServiceProvider> {
  const { entityId, signOnUrl, logoutUrl } = acme;
  const provider = await inTransaction(portico.db, async (trx) => {
    const known = (await allProviders(trx)).find(
      (each) => each.protocol === 'saml' && each.issuer === entityId,
    );
    const saml = {
      entityId,
      signOnUrl,
      logoutUrl,
      signsRequests: true,
      allowsIdpInitiated: true,
      certificates: [certificate],
      emailAttribute: acmeAttributes.email,
      nameAttribute: acmeAttributes.name,
      groupsAttribute: acmeAttributes.groups,
    };
    if (!known) {
      const input = { ...introduction('Acme', 'acme.example'), protocol: 'saml' as const, saml };
      const created = await createProvider(portico, trx, input, actor);
      await vouch(trx, created);
      return created;
    }
    if (known.protocol !== 'saml') throw new Error('Acme is no SAML provider');
    const { entityId: _, ...settings } = saml;
    if (isSameSaml(known.settings, settings)) return known;
    return changeProvider(
      portico,
      trx,
      known.id,
      known.version,
      { ...decisionsAbout(known), protocol: 'saml', saml: { ...inputOfProvider(known).saml, ...saml } },
      actor,
    );
  });
  const ours = samlAddresses(portico.config.url, provider.id);
  return {
    entityId: ours.entityId,
    acsUrl: ours.acsUrl,
    otherAcsUrls: portalSites(portico).map(
      (site) => samlAddresses(portico.config.url, provider.id, site).acsUrl,
    ),
    logoutUrl: ours.logoutUrl,
    name: serviceName,
    startUrl: startUrl(portico),
  };
}

/**
 * Tells Portico of Globex's OpenID provider, or of what has changed about it. When it runs at another address than before
 * (another port), it is another issuer, and so another provider: the earlier one gives up its domains.
 *
 * @param isNewSecret the client secret is not the one that Portico has
 * @returns Portico as Globex must know it
 */
export async function introduceGlobex(
  portico: Where,
  issuer: string,
  clientSecret: string,
  isNewSecret: boolean,
): Promise<Client> {
  const oidc = { issuer, clientId: globexClientId, clientSecret };
  const provider = await inTransaction(portico.db, async (trx) => {
    const ours = (await allProviders(trx)).filter(
      (each) => each.protocol === 'oidc' && each.settings.clientId === globexClientId,
    );
    const known = ours.find((each) => each.issuer === issuer);
    const earlier = ours.find((each) => each.issuer !== issuer && each.claims.length > 0);
    if (known && !earlier && !isNewSecret) return known;
    const decisions = earlier ?? known;
    const input: ProviderInput = {
      ...(decisions ? decisionsAbout(decisions) : introduction('Globex', 'globex.example')),
      protocol: 'oidc',
      oidc,
    };
    if (earlier) await retire(portico, trx, earlier);
    const provider = known
      ? await changeProvider(portico, trx, known.id, known.version, input, actor)
      : await createProvider(portico, trx, input, actor);
    await vouch(trx, provider);
    return provider;
  });
  const ours = oidcAddresses(portico.config.url, provider.id);
  const others = portalSites(portico).map((site) => oidcAddresses(site, provider.id));
  return {
    clientId: globexClientId,
    clientSecret,
    name: serviceName,
    redirectUri: ours.redirectUri,
    otherRedirectUris: others.map(({ redirectUri }) => redirectUri),
    postLogoutRedirectUri: ours.postLogoutRedirectUri,
    otherPostLogoutRedirectUris: others.map(({ postLogoutRedirectUri }) => postLogoutRedirectUri),
    backchannelLogoutUri: ours.backchannelLogoutUri,
    startUrl: startUrl(portico),
  };
}

/** Hosts that one may give portals of the demo: the companies have registered what signing in there needs. */
function portalSites({ config }: Where): URL[] {
  return ['help.acme.localhost', 'help.globex.localhost'].map((host) => siteAt(config.url, host));
}

function introduction(name: string, domain: string) {
  return { name, domains: [domain], isEnabled: true, createsAccounts: true, admitsStaff: false };
}

/** What administrators decide about a provider, whatever it speaks. */
function decisionsAbout(provider: Provider) {
  const {
    saml: _saml,
    oidc: _oidc,
    oauth2: _oauth2,
    protocol: _protocol,
    ...decisions
  } = inputOfProvider(provider);
  return decisions;
}

/** Makes a provider authoritative for what it claims: nobody runs name servers for the demo's domains. */
async function vouch(trx: Database, { id, name, claims }: Provider): Promise<void> {
  for (const { domain, verifiedAt } of claims) {
    if (!verifiedAt) await vouchForDomain(trx, { id, name }, domain, 'A company of the demo', actor);
  }
}

/** Takes a provider's domains away: removes it, or keeps it disabled when people have signed in through it. */
async function retire(portico: Where, trx: Database, provider: Provider): Promise<void> {
  try {
    await removeProvider(trx, provider.id, actor);
  } catch (error) {
    if (!(error instanceof Conflict) || provider.protocol !== 'oidc') throw error;
    const { id, version } = provider;
    const name = `${provider.name} (until ${new Date().toISOString().slice(0, 10)})`;
    const retired = { ...decisionsAbout(provider), name, isEnabled: false, domains: [] };
    const input: ProviderInput = { ...inputOfProvider(provider), ...retired };
    await changeProvider(portico, trx, id, version, input, actor);
  }
}

/** Whether these settings are among those that are known. Certificates are the same however they are wrapped. */
function isSameSaml(settings: SamlSettings, wanted: Omit<SamlInput, 'entityId'>): boolean {
  const plain = (value: unknown) => JSON.stringify(value)?.replace(/\s|\\n/g, '');
  const known: Readonly<Record<string, unknown>> = { ...settings };
  return Object.entries(wanted).every(([name, value]) => plain(known[name]) === plain(value));
}

function startUrl({ config }: Where): string {
  return new URL('/servicedesk/customer/portals', config.url).href;
}
