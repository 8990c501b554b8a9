import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { App } from './app-types.ts';

/**
 * What bodies are understood: JSON; files as multipart/form-data, streamed by the routes that take them; forms, for
 * routes with `allowsCrossSite` (see request-origin.ts).
 */
export async function registerBodies(app: App, maxUploadBytes: number): Promise<void> {
  app.removeContentTypeParser('text/plain');
  await app.register(formbody);
  await app.register(multipart, {
    limits: {
      // One byte more than a file may have, so that the file store sees it and says so, instead of a cut-off file.
      fileSize: maxUploadBytes + 1,
      files: 20,
      fields: 20,
      parts: 40,
      fieldSize: 64 * 1024,
      headerPairs: 100,
    },
    throwFileSizeLimit: false,
  });
}
