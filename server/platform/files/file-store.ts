import type { Readable } from 'node:stream';

/**
 * Where the bytes of attachments live. Keys are made by the store and mean nothing to callers. One implementation
 * keeps them on disk (disk-file-store.ts); one on S3-compatible storage fits behind the same four functions.
 */
export interface FileStore {
  /**
   * Streams `content` in and returns where it is kept and how many bytes came. Nothing is kept when the stream fails or
   * exceeds `maxBytes`.
   * @throws TooLarge when more than `maxBytes` came
   */
  put(content: Readable, maxBytes: number): Promise<{ key: string; sizeBytes: number }>;
  /** @throws NotFound when there is no such file */
  read(key: string): Promise<Readable>;
  /** Does nothing when the file is gone already. */
  remove(key: string): Promise<void>;
  /** The first bytes of a file, for telling its type. */
  head(key: string, bytes: number): Promise<Buffer>;
}
