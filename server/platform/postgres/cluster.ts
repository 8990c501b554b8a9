import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Placement } from './placement.ts';
import { runAs } from './processes.ts';

/** Owns the database that Portico works in; has no rights beyond it. */
const applicationUser = 'portico';
/** May do everything in the cluster; used to set it up and to look after it. */
const superuser = 'postgres';
const databaseName = 'portico';

/** Locales for the classification of letters; the first that this machine has. Sorting is by C.UTF-8 in any case. */
const letterLocales = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/**
 * The password of the cluster, kept in the data folder and readable by its owner only; made when there is none.
 *
 * @returns the password and whether it was made now
 */
export async function readPassword(dataFolder: string): Promise<{ password: string; isNew: boolean }> {
  const file = join(dataFolder, 'postgres.password');
  const kept = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (kept.trim() !== '') return { password: kept.trim(), isNew: false };
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600, flush: true });
  return { password, isNew: true };
}

/**
 * The major version of the cluster at this place, or undefined when there is none.
 *
 * @throws when PostgreSQL of this version cannot work with it
 */
export async function requireSameVersion({
  clusterFolder,
  binaries,
}: Placement): Promise<string | undefined> {
  const version = await readFile(join(clusterFolder, 'PG_VERSION'), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    if (error.code !== 'EACCES') throw error;
    throw new Error(
      `${clusterFolder} belongs to another user. Start Portico as the user who made it, or as root.`,
    );
  });
  if (version === undefined || version.trim() === binaries.majorVersion) return version?.trim();
  throw new Error(
    `The database in ${clusterFolder} was made by PostgreSQL ${version.trim()}, and this Portico comes with ` +
      `PostgreSQL ${binaries.majorVersion}. Start the Portico that made it, dump the database there (pg_dump), ` +
      'and restore the dump into a new data folder.',
  );
}

/**
 * Makes a cluster: UTF-8, checksums, passwords for every connection. It is made aside and moved into its place when
 * complete, so that being killed midway leaves nothing but a folder that the next call removes.
 *
 * @throws with initdb's words when it fails
 */
export async function initialiseCluster(
  placement: Placement,
  password: string,
  signal?: AbortSignal,
): Promise<void> {
  const { home, owner, clusterFolder } = placement;
  await removeHalfMade(home);
  const draft = await mkdtemp(join(home, halfMade));
  try {
    const passwordFile = join(draft, 'password');
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (owner) {
      await chown(draft, owner.uid, owner.gid);
      await chown(passwordFile, owner.uid, owner.gid);
    }
    await runInitdb(placement, join(draft, 'cluster'), passwordFile, signal);
    await rename(join(draft, 'cluster'), clusterFolder);
    await syncFolder(home);
  } finally {
    await rm(draft, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}

const halfMade = 'postgres.new-';

async function removeHalfMade(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(halfMade)) continue;
    // An initdb whose Portico was killed may still be writing: what is left then goes next time.
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}

async function runInitdb(
  { binaries, owner }: Placement,
  folder: string,
  passwordFile: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const [index, letters] of letterLocales.entries()) {
    try {
      await runAs(
        owner,
        binaries.initdb,
        [
          `--pgdata=${folder}`,
          `--username=${superuser}`,
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
          '--locale=C',
          `--lc-ctype=${letters}`,
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--data-checksums',
        ],
        { signal },
      );
      return;
    } catch (error) {
      signal?.throwIfAborted();
      const output =
        error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
      const isLast = index === letterLocales.length - 1;
      if (isLast || !/locale/.test(output)) {
        throw new Error(`PostgreSQL could not make a database in ${folder}:\n${output}`, { cause: error });
      }
    }
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a cluster whose password file was lost the password of the new one. The server must not be running. */
export async function resetPassword(
  { binaries, clusterFolder, owner }: Placement,
  password: string,
): Promise<void> {
  // Nobody asks for a password in single-user mode: being able to start the server is proof enough.
  const input = [superuser, applicationUser]
    .map(
      (user) =>
        `do $$ begin if exists (select from pg_roles where rolname = '${user}') ` +
        `then alter role ${user} password '${password}'; end if; end $$\n`,
    )
    .join('');
  await runAs(owner, binaries.postgres, ['--single', '-D', clusterFolder, 'postgres'], { input });
}

/** Connects as superuser to the cluster on this port. */
export async function connectAsSuperuser(port: number, password: string): Promise<pg.Client> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: superuser,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 10_000,
    application_name: 'portico-keeper',
  });
  // The server may go away while we are connected; queries say so.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Makes the role and the database that Portico works with, if they are not there. */
export async function prepareDatabase(port: number, password: string): Promise<void> {
  const client = await connectAsSuperuser(port, password);
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $2) as database`,
      [applicationUser, databaseName],
    );
    if (!rows[0]?.role) {
      await client.query(`create role ${applicationUser} login password ${pg.escapeLiteral(password)}`);
    }
    if (!rows[0]?.database) await client.query(`create database ${databaseName} owner ${applicationUser}`);
  } finally {
    await client.end();
  }
}

/** The address of Portico's database on this port. */
export function applicationUrl(port: number, password: string): string {
  return `postgres://${applicationUser}:${password}@127.0.0.1:${port}/${databaseName}`;
}

/** The address of the cluster for its superuser. */
export function superuserUrl(port: number, password: string): string {
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
}
