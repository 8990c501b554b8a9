import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, loadConfigFromFile } from 'vite';
import { afterAll, expect, test, vi } from 'vitest';

/** What a customer may have to download before seeing a first page, in bytes of JavaScript, gzipped as it is served. */
const budget = 150_000;

const config = path.join(import.meta.dirname, '../vite.config.ts');

interface Chunk {
  readonly fileName: string;
  readonly facadeModuleId: string | null;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly code: string;
}

async function buildPortal(): Promise<Map<string, Chunk>> {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, config);
  const built = await build({
    ...loaded?.config,
    configFile: false,
    logLevel: 'silent',
    build: { ...loaded?.config.build, write: false },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  return new Map(
    outputs.flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output] as const] : [])),
  );
}

function withImports(
  chunks: Map<string, Chunk>,
  names: readonly string[],
  found = new Set<string>(),
): Set<string> {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    withImports(chunks, chunks.get(name)?.imports ?? [], found);
  }
  return found;
}

/** Where the words are that the router loads with a page, without their language: `portal/sign-in/`. */
function wordsOf(page: string): string[] {
  const router = readFileSync(path.join(import.meta.dirname, 'router.tsx'), 'utf8');
  const file = page.split('/web/portal/')[1] ?? '';
  const added =
    new RegExp(`withWords\\(\\s*\\(\\) => import\\('./${file}'\\),([^)]*)\\)`).exec(router)?.[1] ?? '';
  return added
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const folder = folders[name];
      if (folder === undefined) throw new Error(`This test does not know where ${name} has its words`);
      return folder;
    });
}

const folders: Readonly<Record<string, string>> = {
  addAccountStrings: 'portal/account/',
  addTokenStrings: 'portal/account/tokens-',
  addSignInStrings: 'portal/sign-in/',
  addSignUpStrings: 'portal/sign-up/',
  addSecondFactorStrings: 'portal/second-factor/',
  addConfirmStrings: 'kit/confirm/',
  addLinkStrings: 'portal/link/',
  addRequestsStrings: 'portal/requests/',
  addRequestStrings: 'portal/request/',
  addHomeStrings: 'portal/help-center/',
};

// building sets it
vi.stubEnv('NODE_ENV', 'production');
afterAll(() => vi.unstubAllEnvs());

test('every page of the portal can be a first page within the budget, in either language', async () => {
  const chunks = await buildPortal();
  const named = (part: string) =>
    [...chunks.values()]
      .filter((chunk) => chunk.facadeModuleId?.includes(part))
      .map((chunk) => chunk.fileName);
  const [entry = ''] = named('/web/portal.html');
  const pages = named('-page.tsx');
  expect(pages.length).toBeGreaterThanOrEqual(6);
  const sizes: Record<string, number> = {};
  for (const language of ['en', 'de']) {
    for (const page of pages) {
      const words = named(`/i18n/${language}.ts`);
      expect(words).toHaveLength(2);
      const own = wordsOf(chunks.get(page)?.facadeModuleId ?? '').flatMap((file) =>
        named(`/web/${file}${language}.ts`),
      );
      const files = withImports(chunks, [entry, page, ...words, ...own]);
      const bytes = [...files].map((name) => gzipSync(chunks.get(name)?.code ?? '', { level: 9 }).length);
      sizes[`${page} ${language}`] = bytes.reduce((sum, size) => sum + size, 0);
    }
  }
  const tooLarge = Object.entries(sizes).filter(([, size]) => size > budget);
  expect(tooLarge).toEqual([]);
  expect(wordsOf('/web/portal/sign-in/sign-in-page.tsx')).toHaveLength(1);
  expect(wordsOf('/web/portal/second-factor/second-factor-page.tsx')).toHaveLength(2);
  // the measure works: React alone is half of it
  expect(Math.min(...Object.values(sizes))).toBeGreaterThan(100_000);
}, 120_000);
