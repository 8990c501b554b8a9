/** What a browser got, after redirects within the same site. */
export interface Visit {
  readonly status: number;
  /** where the page is, or, when `location` leads to another site, where that was said */
  readonly url: URL;
  readonly markup: string;
  readonly headers: Headers;
  /** where another site was asked for: not followed */
  readonly leaves: URL | undefined;
}

/** A browser for tests: keeps cookies, follows redirects on one site, fills forms, runs no scripts. */
export interface TestBrowser {
  open(url: string | URL): Promise<Visit>;
  /** Sends the first form of a page, with its hidden fields and the given ones. */
  submit(visit: Visit, values?: Readonly<Record<string, string>>, form?: number): Promise<Visit>;
}

/** Makes a browser without cookies. */
export function createTestBrowser(): TestBrowser {
  const cookies = new Map<string, { value: string; path: string; name: string }>();

  async function go(url: URL, init: RequestInit = {}): Promise<Visit> {
    const sent = [...cookies.values()].filter(({ path }) => isBelow(url.pathname, path));
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        ...init.headers,
        accept: 'text/html',
        cookie: sent.map(({ name, value }) => `${name}=${value}`).join('; '),
      },
    });
    for (const line of response.headers.getSetCookie()) keep(line);
    const location = response.headers.get('location');
    const target = location ? new URL(location, url) : undefined;
    const markup = await response.text();
    if (target && target.origin === url.origin) return go(target);
    return { status: response.status, url, markup, headers: response.headers, leaves: target };
  }

  function keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const attribute = (key: string) =>
      attributes.find((each) => each.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const path = attribute('path') ?? '/';
    const isOver =
      attribute('max-age') === '0' || new Date(attribute('expires') ?? '9999-01-01') < new Date();
    if (isOver) cookies.delete(`${name} ${path}`);
    else cookies.set(`${name} ${path}`, { name, value, path });
  }

  return {
    open: (url) => go(new URL(url)),
    submit(visit, values = {}, form = 0) {
      const { action, fields } = formsOf(visit.markup)[form] ?? { action: '', fields: {} };
      const body = new URLSearchParams({ ...fields, ...values });
      return go(new URL(action, visit.url), { method: 'POST', body, headers: { origin: visit.url.origin } });
    },
  };
}

function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}

/** The forms of a page: where each goes, and the values of its inputs. */
export function formsOf(markup: string): { action: string; fields: Record<string, string> }[] {
  return [...markup.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(
    ([, action = '', content = '']) => ({
      action: plain(action),
      fields: Object.fromEntries(
        [...content.matchAll(/<input[^>]*>/g)].map(([input]) => [
          plain(/ name="([^"]*)"/.exec(input)?.[1] ?? ''),
          plain(/ value="([^"]*)"/.exec(input)?.[1] ?? ''),
        ]),
      ),
    }),
  );
}

function plain(text: string): string {
  const characters: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => characters[entity] ?? entity);
}
