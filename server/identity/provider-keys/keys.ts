import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { Conflict, NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { describeCertificate } from '../providers/certificates.ts';
import { lockProvider, providerById } from '../providers/store.ts';
import { makeKeyPair } from './key-pair.ts';
import {
  deleteKeys,
  insertKey,
  type KeyState,
  keyContext,
  keysOf,
  type NewKey,
  type ProviderKey,
  setKeyState,
} from './store.ts';

/** What our keys need of the platform. */
export type KeyPlatform = Pick<Platform, 'config' | 'sealer'>;

/** A key that is ready to sign or to decrypt. Never to leave the process. */
export interface OwnKey {
  readonly keyId: string;
  /** PKCS #8 PEM */
  readonly privateKeyPem: string;
  /** PEM */
  readonly certificatePem: string;
}

/** Nobody in particular asked for it: the first key of a provider is made when it is first needed. */
const ourselves: AuditActor = { accountId: null, name: 'Portico', address: null };

/**
 * The key with which we sign at a provider. The first one is made at first need; of several processes that need it at
 * once, one makes it and all use that.
 *
 * @throws NotFound when the provider is gone
 */
export async function signingKeyOf(platform: KeyPlatform, db: Database, providerId: string): Promise<OwnKey> {
  const [active] = await ensureKeys(platform, db, providerId);
  return opened(platform, active);
}

/**
 * The keys for which a provider may have encrypted: active, next and previous. None when none was ever published.
 */
export async function decryptionKeysOf(
  platform: KeyPlatform,
  db: Database,
  providerId: string,
): Promise<OwnKey[]> {
  const keys = await keysOf(db, providerId);
  return keys.map((key) => opened(platform, key));
}

/** A key as the provider gets to see it. */
export interface PublishedKey {
  readonly keyId: string;
  readonly state: KeyState;
  /** PEM */
  readonly certificatePem: string;
}

/**
 * The keys of which a provider has to know: the active one and, once a rotation has begun, the next one, in this order. The
 * first one is made at first need.
 *
 * @throws NotFound when the provider is gone
 */
export async function publishedKeysOf(
  platform: KeyPlatform,
  db: Database,
  providerId: string,
): Promise<PublishedKey[]> {
  const keys = await ensureKeys(platform, db, providerId);
  return keys
    .filter(({ state }) => state !== 'previous')
    .map(({ keyId, state, certificatePem }) => ({ keyId, state, certificatePem }));
}

/**
 * All keys at a provider: active, next, then previous. The first one is made at first need.
 * @throws NotFound when there is no such provider
 */
export async function ensureKeys(
  platform: KeyPlatform,
  db: Database,
  providerId: string,
): Promise<[ProviderKey, ...ProviderKey[]]> {
  const found = await withActive(db, providerId);
  if (found) return found;
  // Made before anything is locked: it takes a while.
  const key = await makeKey(platform, 'active');
  return inTransaction(db, async (trx) => {
    const provider = await providerById(trx, providerId);
    if (!provider) throw noProvider();
    // The index lets one key be active. Whoever comes second waits here, and then finds the other's.
    const isOurs = await insertKey(trx, providerId, key);
    if (isOurs) await record(trx, ourselves, provider, 'identity-provider.key-made', null, key);
    const keys = await withActive(trx, providerId);
    if (!keys) throw new Error(`Provider ${providerId} has no active key, though one was just made`);
    return keys;
  });
}

/**
 * Begins a rotation: makes the next key and publishes it beside the active one, which goes on signing.
 * @throws NotFound, Conflict when a next key is there already
 */
export async function rotateKey(
  platform: KeyPlatform,
  db: Database,
  providerId: string,
  actor: AuditActor,
): Promise<void> {
  await ensureKeys(platform, db, providerId);
  const key = await makeKey(platform, 'next');
  await inTransaction(db, async (trx) => {
    const provider = await requireLocked(trx, providerId);
    if (!(await insertKey(trx, providerId, key))) {
      throw new Conflict('The next key was made already. Give it to the provider, then activate it.');
    }
    await record(trx, actor, provider, 'identity-provider.key-rotated', null, key);
  });
}

/**
 * Ends a rotation: from now on the next key signs. The one that did still decrypts, until it is dropped or another takes
 * its place.
 *
 * @throws NotFound, Conflict when there is no next key
 */
export async function activateKey(trx: Database, providerId: string, actor: AuditActor): Promise<void> {
  const provider = await requireLocked(trx, providerId);
  const keys = await keysOf(trx, providerId);
  const active = keys.find(({ state }) => state === 'active');
  const next = keys.find(({ state }) => state === 'next');
  if (!active || !next) {
    throw new Conflict('There is no next key. Make one and give it to the provider first.');
  }
  await deleteKeys(
    trx,
    keys.filter(({ state }) => state === 'previous').map(({ id }) => id),
  );
  await setKeyState(trx, active.id, 'previous');
  await setKeyState(trx, next.id, 'active');
  await record(trx, actor, provider, 'identity-provider.key-activated', active, next);
}

/**
 * Forgets the key that was active before: what is encrypted for it can be read no longer.
 * @throws NotFound, also when there is no previous key
 */
export async function dropPreviousKey(trx: Database, providerId: string, actor: AuditActor): Promise<void> {
  const provider = await requireLocked(trx, providerId);
  const previous = (await keysOf(trx, providerId)).filter(({ state }) => state === 'previous');
  const [last] = previous;
  if (!last) throw new NotFound('There is no previous key.');
  await deleteKeys(
    trx,
    previous.map(({ id }) => id),
  );
  await record(trx, actor, provider, 'identity-provider.key-dropped', last, null);
}

async function withActive(db: Database, providerId: string): Promise<[ProviderKey, ...ProviderKey[]] | null> {
  const [first, ...others] = await keysOf(db, providerId);
  return first?.state === 'active' ? [first, ...others] : null;
}

async function makeKey({ config, sealer }: KeyPlatform, state: KeyState): Promise<NewKey> {
  const { keyId, privateKeyPem, certificatePem } = await makeKeyPair(config.url.hostname);
  return { state, keyId, certificatePem, sealedPrivateKey: sealer.seal(privateKeyPem, keyContext(keyId)) };
}

function opened({ sealer }: KeyPlatform, key: ProviderKey): OwnKey {
  const { keyId, certificatePem, sealedPrivateKey } = key;
  return { keyId, certificatePem, privateKeyPem: sealer.open(sealedPrivateKey, keyContext(keyId)) };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

async function requireLocked(trx: Database, providerId: string): Promise<Named> {
  const provider = await lockProvider(trx, providerId);
  if (!provider) throw noProvider();
  return provider;
}

async function record(
  trx: Database,
  actor: AuditActor,
  provider: Named,
  action: string,
  before: Pick<ProviderKey, 'certificatePem'> | null,
  after: Pick<ProviderKey, 'certificatePem'> | null,
): Promise<void> {
  const view = (key: Pick<ProviderKey, 'certificatePem'> | null) =>
    key && { key: describeCertificate(key.certificatePem) };
  await recordAudit(trx, {
    actor,
    action,
    objectType: 'identity-provider',
    objectId: provider.id,
    objectName: provider.name,
    before: view(before),
    after: view(after),
  });
}

function noProvider(): NotFound {
  return new NotFound('There is no such identity provider.');
}
