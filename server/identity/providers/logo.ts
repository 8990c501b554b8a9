import { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { Invalid, NotFound, TooLarge } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireProvider } from './providers.ts';
import { lockProvider, type Provider } from './store.ts';

/** The largest logo, in bytes. */
const maxLogoBytes = 200 * 1024;

// What browsers show without running anything. SVG is a document that may hold scripts.
const logoTypes = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

type LogoPlatform = Pick<Platform, 'db' | 'files' | 'log'>;

/**
 * Gives a provider a logo. What the file is, its first bytes say, whatever its sender calls it.
 *
 * @throws NotFound, TooLarge, Invalid when it is no PNG, JPEG, WebP or GIF
 */
export async function setLogo(
  platform: LogoPlatform,
  providerId: string,
  content: Uint8Array,
  actor: AuditActor,
): Promise<Provider> {
  await requireProvider(platform.db, providerId);
  if (content.length > maxLogoBytes) {
    throw new TooLarge(
      `A logo has at most 200 kB; this one has ${Math.ceil(content.length / 1024)} kB. Make it smaller: 128 × 128 pixels are enough.`,
    );
  }
  // A file that breaks its own format is of no known type.
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  if (!found || !logoTypes.has(found.mime)) {
    throw new Invalid('This is no PNG, JPEG, WebP or GIF image. Other formats, SVG too, are not taken.');
  }
  const { key } = await platform.files.put(Readable.from([content]), maxLogoBytes);
  try {
    return await changeLogo(platform, providerId, { key, type: found.mime }, actor);
  } catch (error) {
    await platform.files.remove(key);
    throw error;
  }
}

/**
 * Takes a provider's logo away, if it has one.
 * @throws NotFound
 */
export async function removeLogo(
  platform: LogoPlatform,
  providerId: string,
  actor: AuditActor,
): Promise<void> {
  await changeLogo(platform, providerId, null, actor);
}

/** Removes the file of a logo that nothing refers to any more. What cannot be removed is in nobody's way. */
export async function dropLogoFile({ files, log }: LogoPlatform, logo: Provider['logo']): Promise<void> {
  if (!logo) return;
  await files.remove(logo.key).catch((error: unknown) => log.warn({ err: error }, 'cannot remove a logo'));
}

async function changeLogo(
  platform: LogoPlatform,
  providerId: string,
  logo: Provider['logo'],
  actor: AuditActor,
): Promise<Provider> {
  const { before, after } = await inTransaction(platform.db, async (trx) => {
    const provider = await lockProvider(trx, providerId);
    if (!provider) throw new NotFound('There is no such identity provider.');
    if (provider.logo || logo) await writeLogo(trx, provider, logo, actor);
    return { before: provider, after: await requireProvider(trx, providerId) };
  });
  // Only now: until the change is there, the earlier one is shown.
  await dropLogoFile(platform, before.logo);
  return after;
}

async function writeLogo(
  trx: Database,
  { id, name, logo: before }: Provider,
  after: Provider['logo'],
  actor: AuditActor,
): Promise<void> {
  await trx
    .updateTable('identity_provider')
    .set({ logo_key: after?.key ?? null, logo_type: after?.type ?? null })
    .where('id', '=', id)
    .execute();
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.logo-changed',
    objectType: 'identity-provider',
    objectId: id,
    objectName: name,
    before: { logo: before?.type ?? null },
    after: { logo: after?.type ?? null },
  });
}
