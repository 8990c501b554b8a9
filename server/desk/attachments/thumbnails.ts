import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Platform } from '../../platform/platform.ts';
import { removeFileLater } from './jobs.ts';
import { pictureSize } from './picture-size.ts';
import { type Attachment, thumbnailKeyOf, updateThumbnailKey } from './store.ts';

/** Longest side of a thumbnail, in pixels: sharp on screens that show two for one, too. */
const longestSide = 320;
/** What larger files and pictures are is not looked at. */
const mostBytes = 30_000_000;
const mostPixels = 40_000_000;
/** How many pictures are made at once: each takes a part of a second, and its pixels in memory. */
const mostAtOnce = 2;

const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Whether there can be a small picture of a file. Whether there is, shows when it is made: a file may be broken. */
export function mayHaveThumbnail({
  mediaType,
  sizeBytes,
}: Pick<Attachment, 'mediaType' | 'sizeBytes'>): boolean {
  return pictures.has(mediaType) && sizeBytes <= mostBytes;
}

/** A small picture of an image. */
export interface Thumbnail {
  readonly content: Readable;
  readonly mediaType: string;
}

/** The small picture of a file, which is made and kept when it is first asked for; null when there is none. */
export async function thumbnailOf(
  platform: Pick<Platform, 'db' | 'files' | 'jobs'>,
  attachment: Attachment,
): Promise<Thumbnail | null> {
  if (!mayHaveThumbnail(attachment)) return null;
  const { db, files } = platform;
  const mediaType = attachment.mediaType === 'image/jpeg' ? 'image/jpeg' : 'image/png';
  const kept = await thumbnailKeyOf(db, attachment.id);
  if (kept !== null) return { content: await files.read(kept), mediaType };
  if (hopeless.has(attachment.storageKey)) return null;
  return inTurn(async () => {
    // Others have asked for the same while this one waited.
    const meanwhile = await thumbnailKeyOf(db, attachment.id);
    if (meanwhile !== null) return { content: await files.read(meanwhile), mediaType };
    if (hopeless.has(attachment.storageKey)) return null;
    const made = await smallPicture(await buffer(await files.read(attachment.storageKey)), mediaType);
    if (!made) {
      noteHopeless(attachment.storageKey);
      return null;
    }
    await keep(platform, attachment.id, made);
    return { content: Readable.from([made]), mediaType };
  });
}

/** Where files are of which no small picture can be made: to find that out costs as much as to make one. */
const hopeless = new Set<string>();

function noteHopeless(storageKey: string): void {
  if (hopeless.size >= 10_000) hopeless.clear();
  hopeless.add(storageKey);
}

async function smallPicture(content: Buffer, mediaType: 'image/jpeg' | 'image/png'): Promise<Buffer | null> {
  const size = pictureSize(content);
  if (!size || size.width * size.height > mostPixels || size.width * size.height === 0) return null;
  // Loaded when it is first needed: no start waits for it, or fails on a platform that it was not built for.
  const { ResizeFit, Transformer } = await import('@napi-rs/image');
  try {
    // Turned as the camera was held, and without all that the camera notes.
    const picture = new Transformer(content).rotate();
    if (Math.max(size.width, size.height) > longestSide) {
      picture.fastResize({ width: longestSide, height: longestSide, fit: ResizeFit.Inside });
    }
    return mediaType === 'image/jpeg' ? await picture.jpeg(82) : await picture.png();
  } catch {
    // Broken, or in a way of writing pictures that is not understood.
    return null;
  }
}

/** Of two that are made at once, for the same file, one is kept. */
async function keep(
  { db, files, jobs }: Pick<Platform, 'db' | 'files' | 'jobs'>,
  attachmentId: string,
  content: Buffer,
): Promise<void> {
  const { key } = await files.put(Readable.from([content]), content.length);
  await db.transaction().execute(async (trx) => {
    if (!(await updateThumbnailKey(trx, attachmentId, key))) await removeFileLater(trx, jobs, key);
  });
}

let running = 0;
const waiting: (() => void)[] = [];

/** Whoever ends lets the next one in, or leaves the place free. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running < mostAtOnce) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
