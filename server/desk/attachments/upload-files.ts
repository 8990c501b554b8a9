import type { Readable } from 'node:stream';
import { inTransaction } from '../../platform/database/database.ts';
import { Invalid, TooManyTries } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { newTemporaryId } from './attach-files.ts';
import { cleanFileName } from './file-name.ts';
import { sniffedBytes, sniffMediaType } from './media-type.ts';
import { countTemporaryAttachments, insertTemporaryAttachment, type TemporaryAttachment } from './store.ts';

/** Most uploads of one account that may wait to become part of a request: the disk is not for keeping files. */
const maxWaiting = 100;

/** A file as it comes in. */
export interface IncomingFile {
  readonly content: Readable;
  readonly fileName: string | undefined;
}

/** Whose files they are, and for which desk. */
export interface Uploader {
  /** account.id */
  readonly accountId: string;
  readonly serviceDeskId: string;
}

/**
 * Streams files into the store, one after the other, and keeps them as temporary attachments of who uploads them. When
 * one fails, those before it are removed again: an upload is whole or did not happen.
 *
 * @throws Invalid when there is no file
 * @throws TooLarge when one is larger than config.maxUploadBytes
 * @throws TooManyTries when too many uploads of the account wait
 */
export async function uploadFiles(
  platform: Pick<Platform, 'db' | 'files' | 'config'>,
  { accountId, serviceDeskId }: Uploader,
  incoming: AsyncIterable<IncomingFile>,
): Promise<TemporaryAttachment[]> {
  const { db, files, config } = platform;
  const waiting = await countTemporaryAttachments(db, accountId);
  const keys: string[] = [];
  const stored: TemporaryAttachment[] = [];
  try {
    for await (const { content, fileName } of incoming) {
      if (waiting + stored.length >= maxWaiting) throw tooManyWaiting();
      const { key, sizeBytes } = await files.put(content, config.maxUploadBytes);
      keys.push(key);
      stored.push({
        id: newTemporaryId(),
        serviceDeskId,
        authorId: accountId,
        fileName: cleanFileName(fileName),
        mediaType: await sniffMediaType(await files.head(key, sniffedBytes)),
        sizeBytes,
        storageKey: key,
      });
    }
    if (stored.length === 0) {
      throw Invalid.fields({
        file: 'Send one or more files as multipart/form-data, each in a part named "file".',
      });
    }
    await inTransaction(db, async (trx) => {
      for (const file of stored) await insertTemporaryAttachment(trx, file);
    });
    return stored;
  } catch (error) {
    await Promise.allSettled(keys.map((key) => files.remove(key)));
    throw error;
  }
}

function tooManyWaiting(): TooManyTries {
  return new TooManyTries(
    `You have uploaded ${maxWaiting} files that are not part of a request yet. Send your request, or try again tomorrow.`,
    3600,
  );
}
