import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The 32 bytes that a configured secret stands for: its own when it is base64 of 32 bytes, else derived from it. */
export function sealingKey(secret: string): Buffer {
  if (/^[A-Za-z\d+/_-]{43}=?$/.test(secret)) return Buffer.from(secret, 'base64');
  return Buffer.from(hkdfSync('sha256', secret, '', 'portico sealing key', 32));
}

/**
 * The key that this data folder seals with when none is configured: `secret.key`, made on first use, readable by its
 * owner only. Two processes that start at once get the same one.
 *
 * @throws when the file cannot be read or written, or holds something else
 */
export function generatedSealingKey(dataFolder: string): Buffer {
  const file = join(dataFolder, 'secret.key');
  let text = readIfThere(file);
  if (text === undefined) {
    mkdirSync(dataFolder, { recursive: true });
    const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
    writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
    try {
      // Unlike rename, link does not replace a key that another process has made meanwhile.
      linkSync(draft, file);
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    } finally {
      unlinkSync(draft);
    }
    text = readFileSync(file, 'utf8');
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== 32) {
    throw new Error(
      `${file} does not hold a sealing key. Restore it from a backup: without it, sealed secrets cannot be opened.`,
    );
  }
  chmodSync(file, 0o600);
  return key;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
