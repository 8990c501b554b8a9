import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { Failure } from './failure.ts';

const root = join(import.meta.dirname, '..', '..');
const sources = join(root, 'web');

/** Where the built web is. */
export const webFolder = join(root, 'dist', 'web');

/** Beside the built files: the hash of what they were built from. */
const stampFile = join(webFolder, '.sources');

/** Whether the built web is missing or was built from other sources than those that are here. */
export async function isWebStale(): Promise<boolean> {
  const isBuilt = existsSync(join(webFolder, 'portal.html'));
  // Images for production carry the built web without its sources.
  if (!existsSync(join(sources, 'vite.config.ts'))) return !isBuilt;
  const stamp = await readFile(stampFile, 'utf8').catch(() => '');
  return !isBuilt || stamp.trim() !== (await hashSources());
}

/**
 * Builds the web in a process of its own, whose memory is given back when it is done.
 *
 * @throws Failure with what the build said
 */
export async function buildWebAside(signal: AbortSignal): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [join(root, 'scripts', 'build-web.ts')], {
      cwd: root,
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Failure(`The web could not be built:\n${stripVTControlCharacters(output)}`, { cause: error });
  }
}

/**
 * Builds the web from its sources. It is built aside and put into place when complete, so that a server that runs
 * serves the old or the new one.
 *
 * @throws Failure when the tools for it are not installed
 */
export async function buildWeb(): Promise<void> {
  const hash = await hashSources();
  const { build } = await import('vite').catch(() => {
    throw new Failure(
      'The tools to build the web are not installed. Run “npm ci”, without --omit=dev, and “npm run build”.',
    );
  });
  const draft = `${webFolder}.new-${process.pid}`;
  const old = `${webFolder}.old-${process.pid}`;
  await mkdir(join(root, 'dist'), { recursive: true });
  try {
    await build({
      configFile: join(sources, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: draft, emptyOutDir: true },
    });
    await writeFile(join(draft, '.sources'), `${hash}\n`);
    await rename(webFolder, old).catch(() => {});
    await rename(draft, webFolder);
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

/** A hash of all that the built web depends on: its sources and the versions of its dependencies. */
async function hashSources(): Promise<string> {
  const files = await Array.fromAsync(
    glob('**/*', { cwd: sources, withFileTypes: true, exclude: (entry) => entry.name === 'node_modules' }),
  );
  const paths = files
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const path of [...paths, join(root, 'package-lock.json')]) {
    const content = await readFile(path);
    hash.update(`${path.slice(root.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
