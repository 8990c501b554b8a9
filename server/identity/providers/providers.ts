import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { changedSince, recordChange, viewOf } from './audit.ts';
import { domainOwners } from './domains.ts';
import type { ProviderInput } from './json.ts';
import {
  countIdentities,
  deleteProvider,
  insertProvider,
  lockProvider,
  type Provider,
  type ProviderValues,
  providerById,
  providerOfIssuer,
  secretContext,
  setSealedSecret,
  updateProvider,
} from './store.ts';
import { readProvider } from './validate.ts';

/** What the rules need of the platform. */
export type ProviderPlatform = Pick<Platform, 'config' | 'sealer'>;

/**
 * Adds an identity provider.
 * @throws Invalid naming fields, Conflict when another provider has its issuer or one of its domains
 */
export async function createProvider(
  { config, sealer }: ProviderPlatform,
  trx: Database,
  input: ProviderInput,
  actor: AuditActor,
): Promise<Provider> {
  const values = readProvider(input, config);
  await lockProviders(trx);
  await requireFree(trx, values, null);
  const id = await insertProvider(trx, values);
  const secret = (input.oidc ?? input.oauth2)?.clientSecret;
  if (secret) await setSealedSecret(trx, id, sealer.seal(secret, secretContext(id)));
  const provider = await requireProvider(trx, id);
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.created',
    objectType: 'identity-provider',
    objectId: id,
    objectName: provider.name,
    after: viewOf(provider),
  });
  return provider;
}

/**
 * Changes an identity provider. Protocol never changes, and the issuer only while nobody signs in through it: together they
 * say who is who.
 *
 * @param version the version that the administrator saw
 * @throws NotFound, Invalid naming fields, Conflict when it was changed meanwhile or something is taken
 */
export async function changeProvider(
  { config, sealer }: ProviderPlatform,
  trx: Database,
  id: string,
  version: number,
  input: ProviderInput,
  actor: AuditActor,
): Promise<Provider> {
  await lockProviders(trx);
  const before = await lockProvider(trx, id);
  if (!before) throw noProvider();
  if (before.version !== version) throw new Conflict(await changedSince(trx, before, version));
  if (before.protocol !== input.protocol) {
    throw Invalid.fields({ protocol: 'A provider keeps its protocol. Add another provider instead.' });
  }
  const values = readProvider(input, config);
  await requireFree(trx, values, id);
  if (values.issuer !== before.issuer) await requireNobody(trx, id, values.protocol);
  await updateProvider(trx, id, values);
  const secret = (input.oidc ?? input.oauth2)?.clientSecret;
  if (secret !== undefined) {
    await setSealedSecret(trx, id, secret === null ? null : sealer.seal(secret, secretContext(id)));
  }
  const after = await requireProvider(trx, id);
  await recordChange(trx, actor, before, after, secret !== undefined);
  return after;
}

/**
 * Removes an identity provider through which nobody has signed in.
 * @returns the logo whose file is to be removed once this is done
 * @throws NotFound, Conflict
 */
export async function removeProvider(
  trx: Database,
  id: string,
  actor: AuditActor,
): Promise<Pick<Provider, 'logo'>> {
  await lockProviders(trx);
  const provider = await lockProvider(trx, id);
  if (!provider) throw noProvider();
  const count = await countIdentities(trx, id);
  if (count > 0) {
    throw new Conflict(
      `${people(count)} through ${provider.name}, so it cannot be deleted. Disable it instead: their accounts and requests stay.`,
    );
  }
  await deleteProvider(trx, id);
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.deleted',
    objectType: 'identity-provider',
    objectId: id,
    objectName: provider.name,
    before: viewOf(provider),
  });
  return provider;
}

/** @throws NotFound */
export async function requireProvider(db: Database, id: string): Promise<Provider> {
  const provider = await providerById(db, id);
  if (!provider) throw noProvider();
  return provider;
}

async function requireFree(trx: Database, values: ProviderValues, ownId: string | null): Promise<void> {
  const errors: Record<string, string> = {};
  // Drafts have none yet.
  const twin = values.issuer && (await providerOfIssuer(trx, values.protocol, values.issuer));
  if (twin && twin.id !== ownId) {
    errors[issuerField(values.protocol)] = `${twin.name} is this provider already. Add your domains there.`;
  }
  const owners = await domainOwners(trx, values.domains, ownId);
  if (owners.length > 0) {
    const list = owners.map(({ domain, providerName }) => `${domain} belongs to ${providerName}`).join('; ');
    errors['domains'] = `${list}. Remove it there first.`;
  }
  if (Object.keys(errors).length > 0) throw new Conflict('', errors);
}

async function requireNobody(trx: Database, id: string, protocol: Provider['protocol']): Promise<void> {
  const count = await countIdentities(trx, id);
  if (count === 0) return;
  throw new Conflict('', {
    [issuerField(protocol)]:
      `${people(count)} under the present one, which is part of who they are. Add another provider instead.`,
  });
}

function issuerField(protocol: Provider['protocol']): string {
  const fields = { saml: 'saml.entityId', oidc: 'oidc.issuer', oauth2: 'oauth2.userinfoUrl' };
  return fields[protocol];
}

function people(count: number): string {
  return count === 1 ? 'One person has signed in' : `${count} people have signed in`;
}

/** Lets changes of providers wait for each other: issuers and domains are unique across all of them. */
export async function lockProviders(trx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('identity-providers', 0))`.execute(trx);
}

function noProvider(): NotFound {
  return new NotFound('There is no such identity provider.');
}
