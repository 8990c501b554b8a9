import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

/** How to start a browser here: what playwright's `launch` takes. */
export interface Chromium {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

const resolvePackage = createRequire(import.meta.url).resolve;

/** Where a browser usually is on a developer's own machine. */
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
];

/**
 * Finds a Chromium without asking anybody to install one: CHROME_PATH if set; on Linux the one that comes inside an npm
 * package; else an installed Chrome; else playwright's own, which it downloads once.
 *
 * @throws when there is none and none could be downloaded; the message says what to do
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['CHROME_PATH'];
  // Chromium's own sandbox refuses to work for root; the pages opened here are ours.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const env = environment();
  if (named) return { executablePath: named, args, env };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium(args, env);
  const installed = usualPlaces.find((path) => existsSync(path));
  return { executablePath: installed ?? downloadedChromium(), args, env };
}

/**
 * Unpacks the Chromium of @sparticuz/chromium once, beside the packages. The package brings the libraries and fonts that
 * a bare machine lacks; they are used only when the machine's own do not do.
 */
async function packagedChromium(args: string[], env: Record<string, string>): Promise<Chromium> {
  const packageFolder = dirname(dirname(resolvePackage('@sparticuz/chromium')));
  const cache = join(dirname(dirname(packageFolder)), '.cache');
  const home = join(cache, 'portico-chromium');
  if (!existsSync(home)) {
    await mkdir(cache, { recursive: true });
    const unpacking = await mkdtemp(join(cache, 'unpacking-'));
    const { inflate } = await import('@sparticuz/chromium');
    const temporaryFolder = process.env['TMPDIR'];
    // The package unpacks into the temporary folder, whatever that is.
    process.env['TMPDIR'] = unpacking;
    try {
      const packed = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'];
      await Promise.all(packed.map((name) => inflate(join(packageFolder, 'bin', name))));
    } finally {
      if (temporaryFolder === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = temporaryFolder;
    }
    await writeFile(join(unpacking, 'fonts.conf'), fontconfig(join(home, 'fonts')));
    await rename(unpacking, home).catch(() => rm(unpacking, { recursive: true, force: true }));
  }
  const executablePath = join(home, 'chromium');
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_FILE'] = join(home, 'fonts.conf');
  if (spawnSync(executablePath, ['--version'], { env }).status !== 0) {
    env['LD_LIBRARY_PATH'] = join(home, 'al2023', 'lib');
  }
  return { executablePath, args: [...args, '--disable-gpu', '--disable-dev-shm-usage', '--no-zygote'], env };
}

function fontconfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;
}

function downloadedChromium(): string {
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    const cli = join(dirname(resolvePackage('playwright-core/package.json')), 'cli.js');
    const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
    if (status !== 0) {
      throw new Error('No browser for the tests: install Chrome, or set CHROME_PATH to a Chromium.');
    }
  }
  return path;
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
