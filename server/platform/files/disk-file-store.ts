import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { NotFound, TooLarge } from '../http/errors.ts';
import type { FileStore } from './file-store.ts';

/** Keys are UUIDs made here; anything else names no file, so that no path ever comes from outside. */
const keyPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Keeps files in `folder`, spread over 256 × 256 folders. A file is written under a temporary name, brought to the
 * disk (fsync) and then renamed, so that a key never names half a file, also after a crash.
 */
export function createDiskFileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming');

  function pathOf(key: string): string {
    if (!keyPattern.test(key)) throw new NotFound('There is no such file.');
    return join(folder, key.slice(0, 2), key.slice(2, 4), key);
  }

  return {
    async put(content, maxBytes) {
      const key = randomUUID();
      const temporary = join(incoming, key);
      await mkdir(incoming, { recursive: true });
      try {
        const sizeBytes = await write(content, temporary, maxBytes);
        const path = pathOf(key);
        await mkdir(dirname(path), { recursive: true });
        await rename(temporary, path);
        await syncFolder(dirname(path));
        return { key, sizeBytes };
      } catch (error) {
        content.destroy();
        await rm(temporary, { force: true });
        throw error;
      }
    },

    async read(key) {
      const path = pathOf(key);
      await assertExists(path);
      return createReadStream(path);
    },

    async remove(key) {
      if (keyPattern.test(key)) await rm(pathOf(key), { force: true });
    },

    async head(key, bytes) {
      const path = pathOf(key);
      await assertExists(path);
      const file = await open(path, 'r');
      try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
  };
}

async function write(content: Readable, path: string, maxBytes: number): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    let sizeBytes = 0;
    for await (const chunk of content) {
      const bytes: Buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      sizeBytes += bytes.length;
      if (sizeBytes > maxBytes) {
        throw new TooLarge(`The file is larger than the ${shownSize(maxBytes)} that are allowed.`);
      }
      await file.writeFile(bytes);
    }
    await file.sync();
    return sizeBytes;
  } finally {
    await file.close();
  }
}

/** Brings the rename itself to the disk. Not every platform can sync a folder; those order renames by themselves. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function assertExists(path: string): Promise<void> {
  try {
    await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new NotFound('There is no such file.');
    throw error;
  }
}

function shownSize(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${Math.floor(bytes / (1024 * 1024))} MB`;
  if (bytes >= 1024) return `${Math.floor(bytes / 1024)} kB`;
  return `${bytes} bytes`;
}
