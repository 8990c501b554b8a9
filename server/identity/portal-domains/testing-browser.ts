import type { TestApp } from '../../testing.ts';
import { addPortalDomain } from './change.ts';
import type { PortalDomain } from './store.ts';

/** A browser that keeps cookies as browsers do: each for the host that set it, and for no other. */
export interface TestBrowser {
  /** Asks for an absolute address; redirects are not followed. */
  ask(
    url: string,
    options?: { readonly method?: 'GET' | 'POST'; readonly form?: URLSearchParams; readonly json?: object },
  ): Promise<{ status: number; location: string; text: string; json<T>(): T }>;
  /** names and values of the cookies of a host */
  cookiesAt(host: string): ReadonlyMap<string, string>;
}

export function createTestBrowser(app: TestApp['app']): TestBrowser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (host: string) => {
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };
  return {
    async ask(address, { method = 'GET', form, json } = {}) {
      const { host, hostname, origin, pathname, search } = new URL(address);
      const jar = jarOf(hostname);
      const payload = form?.toString() ?? (json && JSON.stringify(json));
      const response = await app.inject({
        method,
        url: `${pathname}${search}`,
        headers: {
          host,
          // A form comes from a page of the provider, and brings no cookies of ours.
          ...(form
            ? { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }
            : { cookie: [...jar].map((pair) => pair.join('=')).join('; ') }),
          ...(json && { 'content-type': 'application/json', origin }),
        },
        ...(payload !== undefined && { payload }),
      });
      for (const cookie of [response.headers['set-cookie'] ?? []].flat()) {
        if (/;\s*domain=/i.test(cookie)) throw new Error(`A cookie for more than its host: ${cookie}`);
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      // A page of ours that leads on to another host by itself.
      const onward = /id="on" href="([^"]+)"/.exec(response.body)?.[1]?.replaceAll('&amp;', '&');
      const location = response.headers.location ?? onward;
      return {
        status: response.statusCode,
        location: location === undefined ? '' : new URL(String(location), address).href,
        text: response.body,
        json: <T>() => response.json<T>(),
      };
    },
    cookiesAt: (host) => jarOf(host),
  };
}

/** Adds a portal that everybody may use. Returns its id. */
export async function addTestPortal({ platform: { db } }: TestApp, name: string): Promise<string> {
  const project = await db
    .insertInto('project')
    .values({ key: name.replaceAll(/\W/g, '').toUpperCase().slice(0, 8), name })
    .returning('id')
    .executeTakeFirstOrThrow();
  const desk = await db
    .insertInto('service_desk')
    .values({ project_id: project.id, portal_name: name, access: 'open' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return desk.id;
}

/** Gives a portal a host, as an administrator would. */
export function addTestDomain(
  { platform: { config, db } }: TestApp,
  portalId: string,
  host: string,
  signInAt: PortalDomain['signInAt'],
): Promise<PortalDomain> {
  const input = { host, portalId, signInAt, isMain: false };
  return db
    .transaction()
    .execute((trx) =>
      addPortalDomain(trx, config.url, input, { accountId: null, name: 'Test', address: null }),
    );
}
