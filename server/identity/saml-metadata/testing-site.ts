import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Page = string | Buffer | { readonly redirect: string } | null;

/** A web server on which a provider of a test publishes its metadata. */
export interface MetadataSite {
  at(path: string): string;
  /** What the path answers from now on; null: 404. */
  serve(path: string, page: Page): void;
  /** how often the path was asked for */
  asked(path: string): number;
  close(): Promise<void>;
}

export async function startMetadataSite(): Promise<MetadataSite> {
  const pages = new Map<string, Page>();
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    counts.set(path, (counts.get(path) ?? 0) + 1);
    const page = pages.get(path) ?? null;
    if (page === null) return response.writeHead(404).end();
    if (typeof page === 'object' && 'redirect' in page) {
      return response.writeHead(302, { location: page.redirect }).end();
    }
    return response.writeHead(200, { 'content-type': 'application/samlmetadata+xml' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    at: (path) => `http://127.0.0.1:${port}${path}`,
    serve: (path, page) => void pages.set(path, page),
    asked: (path) => counts.get(path) ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
