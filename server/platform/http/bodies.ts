import type { IncomingMessage } from 'node:http';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { App } from './app-types.ts';

/**
 * What bodies are understood: JSON, which may be empty where something is deleted or nothing need be said; files as multipart/form-data, streamed by the routes that take them; forms, for
 * routes with `allowsCrossSite` (see request-origin.ts).
 */
export async function registerBodies(app: App, maxUploadBytes: number): Promise<void> {
  app.removeContentTypeParser('text/plain');
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Clients of Jira say that they send JSON also where they send nothing.
    const isLeftOut =
      body === '' && (request.method === 'DELETE' || takesNothing(request.routeOptions.schema));
    if (isLeftOut) done(null, undefined);
    else parseJson(request, body, done);
  });
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
  app.addHook('onResponse', (request, _reply, done) => {
    if (request.isMultipart() && !request.raw.readableEnded) discardRest(request.raw);
    done();
  });
}

/** Whether a route asks for no body, or says of it that it may be null: then it may also be left out. */
function takesNothing(schema: { readonly body?: unknown } | undefined): boolean {
  const body = schema?.body as { readonly anyOf?: readonly { readonly type?: string }[] } | undefined;
  return body === undefined || (body.anyOf ?? []).some(({ type }) => type === 'null');
}

/**
 * Reads what a refused upload still sends and throws it away. Else the connection would stay blocked by it, with the
 * client's next request behind; closing it instead could cut the client off before it has read why.
 */
function discardRest(request: IncomingMessage): void {
  request.unpipe();
  request.resume();
}
