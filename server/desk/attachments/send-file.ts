import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireViewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { type RequestAccess, requireRequest } from '../access.ts';
import { requireId } from '../addresses.ts';
import { isShownInline } from './media-type.ts';
import { type Attachment, attachmentOf, requestIdOfAttachment } from './store.ts';
import { thumbnailOf } from './thumbnails.ts';

/** What is said of files that are not there, or not for the reader. */
export function noSuchAttachment(): NotFound {
  return new NotFound('There is no such file on this request.');
}

/**
 * The file of a request with this id.
 * @throws NotFound when there is none that its reader may see
 */
export async function requireAttachment(
  db: Database,
  access: Pick<RequestAccess, 'id' | 'isAgent'>,
  id: string,
): Promise<Attachment> {
  const file = await attachmentOf(db, access, requireId(id, noSuchAttachment().message));
  if (!file) throw noSuchAttachment();
  return file;
}

/**
 * The request of the file with this id, for whoever may see it.
 * @throws NotFound for everyone else: not even that there is such a file is told
 */
export async function requireRequestOfAttachment(
  db: Database,
  request: FastifyRequest,
  id: string,
): Promise<RequestAccess> {
  const viewer = requireViewer(request);
  const requestId = await requestIdOfAttachment(db, requireId(id, noSuchAttachment().message));
  if (requestId === null) throw noSuchAttachment();
  return requireRequest(db, viewer, requestId).catch((error) => {
    throw error instanceof NotFound ? noSuchAttachment() : error;
  });
}

/** Sends a file so that nothing in it can run in our origin, whatever it is. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { files }: Pick<Platform, 'files'>,
  file: Attachment,
): Promise<FastifyReply> {
  const headers = headersOf(`attachment-${file.id}`);
  if (request.headers['if-none-match'] === headers.etag) return reply.code(304).headers(headers).send();
  const content = await files.read(file.storageKey);
  const type = isShownInline(file.mediaType) ? 'inline' : 'attachment';
  reply.headers({
    ...headers,
    'content-type': file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType,
    'content-length': file.sizeBytes,
    'content-disposition': contentDisposition(file.fileName, { type }),
  });
  return reply.send(content);
}

/**
 * Sends the small picture of a file.
 * @throws NotFound when there is none: the file is no picture, or a broken or very large one
 */
export async function sendThumbnail(
  request: FastifyRequest,
  reply: FastifyReply,
  platform: Pick<Platform, 'db' | 'files' | 'jobs'>,
  file: Attachment,
): Promise<FastifyReply> {
  const headers = headersOf(`thumbnail-${file.id}`);
  if (request.headers['if-none-match'] === headers.etag) return reply.code(304).headers(headers).send();
  const thumbnail = await thumbnailOf(platform, file);
  if (!thumbnail) throw new NotFound('There is no small picture of this file.');
  reply.headers({ ...headers, 'content-type': thumbnail.mediaType, 'content-disposition': 'inline' });
  return reply.send(thumbnail.content);
}

function headersOf(tag: string) {
  return {
    // What an id names never changes, but who may see it does: keep it, and ask each time.
    'cache-control': 'private, no-cache',
    etag: `"${tag}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  };
}
