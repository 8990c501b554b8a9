import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app-types.ts';
import { pagePolicy } from './security-headers.ts';

/** Tells the status of a page for whoever asks: 404 when it shows something that is not there, or not for them. */
type PageStatus = (request: FastifyRequest) => Promise<200 | 404>;

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Lets a room decide the status of the pages at `pattern`, a route pattern such as '/browse/:key'. The page itself
     * is the same either way; it shows what went wrong.
     */
    registerPageStatus(pattern: string, status: PageStatus): void;
    /** Answers with the page for addresses that lead nowhere. */
    sendNotFoundPage(reply: FastifyReply): Promise<FastifyReply>;
  }
}

type Entry = 'portal' | 'agent' | 'admin';

const entries: readonly [prefix: string, entry: Entry][] = [
  ['/servicedesk', 'portal'],
  ['/browse', 'agent'],
  ['/issues', 'agent'],
  ['/projects', 'agent'],
  ['/admin', 'admin'],
  ['/setup', 'admin'],
  ['/provider-setup', 'admin'],
];

const notBuilt =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Portico</title>' +
  '<p>The web pages of Portico have not been built yet. Run <code>npm run build</code>.</p></html>';

/**
 * Serves the built web in `webFolder`: the three entry pages at every address that is theirs, and their assets, which
 * carry a hash in their name and so never change. Without a folder, pages say that they are not built.
 */
export async function registerPages(app: App, webFolder: string | undefined): Promise<void> {
  const readPage = createPageReader(webFolder);

  async function sendPage(reply: FastifyReply, entry: Entry, statusCode: 200 | 404): Promise<FastifyReply> {
    const nonce = randomBytes(18).toString('base64url');
    const parts = await readPage(entry);
    return reply
      .code(statusCode)
      .header('content-security-policy', pagePolicy(nonce))
      .type('text/html; charset=utf-8')
      .send(parts.join(nonce));
  }

  app.decorate('registerPageStatus', (pattern: string, status: PageStatus) => {
    const entry = entries.find(([prefix]) => pattern.startsWith(`${prefix}/`))?.[1];
    if (!entry) throw new Error(`${pattern} is not the address of a page`);
    app.get(pattern, { schema: { hide: true } }, async (request, reply) =>
      sendPage(reply, entry, await status(request)),
    );
  });
  app.decorate('sendNotFoundPage', (reply: FastifyReply) => sendPage(reply, 'portal', 404));

  app.get('/', { schema: { hide: true } }, async (_request, reply) =>
    reply.redirect('/servicedesk/customer/portals'),
  );
  for (const [prefix, entry] of entries) {
    const send = (_request: FastifyRequest, reply: FastifyReply) => sendPage(reply, entry, 200);
    app.get(prefix, { schema: { hide: true } }, send);
    app.get(`${prefix}/*`, { schema: { hide: true } }, send);
  }
  if (webFolder) await registerFiles(app, webFolder);
}

async function registerFiles(app: App, webFolder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(webFolder, 'assets'),
    prefix: '/assets/',
    schemaHide: true,
    index: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    // A folder that is not there yet (the first build is running) is no reason not to start.
    suppressWarning: true,
  });
  // Files beside the pages, such as favicon.svg or robots.txt. Their names stay, so browsers ask again each day.
  for (const file of await listFiles(webFolder)) {
    app.get(`/${file}`, { schema: { hide: true } }, (_request, reply) =>
      reply.sendFile(file, webFolder, { maxAge: '1d', immutable: false }),
    );
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile() && /^[\w-]+\.(ico|png|svg|txt|webmanifest)$/.test(entry.name))
    .map((entry) => entry.name);
}

/** Reads pages, cut where the nonce goes. A page is read again when its file has changed. */
function createPageReader(webFolder: string | undefined): (entry: Entry) => Promise<readonly string[]> {
  const read = new Map<Entry, { modifiedMs: number; parts: readonly string[] }>();
  return async (entry) => {
    if (!webFolder) return [notBuilt];
    const path = join(webFolder, `${entry}.html`);
    try {
      const { mtimeMs } = await stat(path);
      const known = read.get(entry);
      if (known?.modifiedMs === mtimeMs) return known.parts;
      const parts = (await readFile(path, 'utf8')).split('__CSP_NONCE__');
      read.set(entry, { modifiedMs: mtimeMs, parts });
      return parts;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [notBuilt];
      throw error;
    }
  };
}
