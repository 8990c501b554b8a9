import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * Keeps secrets at rest: AES-256-GCM under a key that is named in the sealed text, so that keys can be rotated.
 * Form: `v1.<key id>.<iv>.<tag>.<ciphertext>`, parts in base64url.
 */
export interface Sealer {
  /** @param context binds the secret to its place (such as 'identity_provider:7'); opening needs the same one */
  seal(plain: string, context: string): string;
  /** @throws when the key is unknown, the text was changed, or the context differs */
  open(sealed: string, context: string): string;
}

/** @param keys 32-byte keys; the first seals, all open */
export function createSealer(keys: readonly Buffer[]): Sealer {
  const current = keys[0];
  if (!current) throw new Error('createSealer needs at least one key');
  for (const key of keys) {
    if (key.length !== 32) throw new Error('A sealing key must be 32 bytes long');
  }
  const byId = new Map(keys.map((key) => [keyId(key), key]));

  return {
    seal(plain, context) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', current, iv).setAAD(Buffer.from(context));
      const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url'));
      return ['v1', keyId(current), ...parts].join('.');
    },
    open(sealed, context) {
      const [version, id, iv, tag, ciphertext] = sealed.split('.');
      if (version !== 'v1' || !id || !iv || !tag || ciphertext === undefined) {
        throw new Error('Not a sealed secret');
      }
      const key = byId.get(id);
      if (!key) throw new Error(`The secret was sealed under key ${id}, which is not configured`);
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'))
        .setAAD(Buffer.from(context))
        .setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([
        decipher.update(Buffer.from(ciphertext, 'base64url')),
        decipher.final(),
      ]).toString('utf8');
    },
  };
}

function keyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 8);
}
