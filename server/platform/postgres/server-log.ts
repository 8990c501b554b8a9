import { copyFile, type FileHandle, open, rename } from 'node:fs/promises';

/** When the log is larger, its content moves to `<file>.1`, in bytes. */
const largestSize = 10 * 1024 * 1024;

/** How often to look at its size, in milliseconds. */
const intervalMs = 10 * 60_000;

/** Where PostgreSQL writes what it has to say; never more than about twice `largestSize`. */
export interface ServerLog {
  /** open for appending, to be given to the server */
  readonly fd: number;
  /** Where the log ends now. */
  mark(): Promise<number>;
  /** The last lines that were written after a mark. */
  since(mark: number): Promise<string>;
  close(): Promise<void>;
}

/** Opens the log at `path`. */
export async function openServerLog(path: string): Promise<ServerLog> {
  const file = await openRotated(path);
  const watch = setInterval(() => {
    truncateIfLarge(file, path).catch(() => {});
  }, intervalMs).unref();
  return {
    fd: file.fd,
    async mark() {
      return (await file.stat()).size;
    },
    async since(mark) {
      const reader = await open(path, 'r');
      try {
        const { size } = await reader.stat();
        const start = Math.max(Math.min(mark, size), size - 16_384);
        const { buffer, bytesRead } = await reader.read(Buffer.alloc(size - start), 0, size - start, start);
        return buffer.toString('utf8', 0, bytesRead).trim().split('\n').slice(-20).join('\n');
      } finally {
        await reader.close();
      }
    },
    async close() {
      clearInterval(watch);
      await file.close();
    },
  };
}

async function openRotated(path: string): Promise<FileHandle> {
  const file = await open(path, 'a', 0o600);
  if ((await file.stat()).size <= largestSize) return file;
  await file.close();
  await rename(path, `${path}.1`);
  return open(path, 'a', 0o600);
}

/** The server holds the file open for appending, so it is emptied in place: the next line goes to its start. */
async function truncateIfLarge(file: FileHandle, path: string): Promise<void> {
  if ((await file.stat()).size <= largestSize) return;
  await copyFile(path, `${path}.1`);
  await file.truncate(0);
}
