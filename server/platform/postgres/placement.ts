/**
 * Where the embedded PostgreSQL lives and as whom it runs.
 *
 * An ordinary user: in the data folder, as that user.
 * Root: PostgreSQL refuses to run as root, so it runs as an unprivileged user who owns nothing but the cluster. When
 * that user cannot reach the data folder or the programs (a checkout in /root, say), the cluster or a copy of the
 * programs goes to /var/lib/portico; permissions of existing folders are never loosened.
 */
import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Binaries, copyBinaries } from './binaries.ts';
import { type ProcessOwner, runAs } from './processes.ts';

/** For what root's PostgreSQL cannot be given where it belongs. */
const sharedHome = '/var/lib/portico';

/** Existing users who may run PostgreSQL for root, best first. */
const unprivilegedUsers = ['postgres', 'nobody'];

export interface Placement {
  /** the folder that holds the cluster's; the data folder itself, if it can be */
  readonly home: string;
  /** the home is not the data folder */
  readonly isElsewhere: boolean;
  readonly clusterFolder: string;
  readonly binaries: Binaries;
  /** undefined: ourselves */
  readonly owner: ProcessOwner | undefined;
}

/**
 * Finds the place of this data folder's cluster, or decides on one.
 *
 * @throws with what to do when PostgreSQL can run as nobody here
 */
export async function placeCluster(dataFolder: string, binaries: Binaries): Promise<Placement> {
  await mkdir(dataFolder, { recursive: true });
  // However the folder was named this time, its server is told from others by its path.
  const folder = await realpath(dataFolder);
  const known = await knownHome(folder);
  if (process.getuid?.() !== 0) {
    await requireName();
    const home = known ?? folder;
    const clusterFolder = clusterIn(home);
    return { home, isElsewhere: home !== folder, clusterFolder, binaries, owner: undefined };
  }

  const owner = (await ownerOf(clusterIn(known ?? folder))) ?? (await unprivilegedUser());
  const home = known ?? ((await canEnter(owner, folder)) ? folder : await newHome(folder));
  return {
    home,
    isElsewhere: home !== folder,
    clusterFolder: clusterIn(home),
    binaries: (await canRun(owner, binaries)) ? binaries : await copyBinaries(binaries, sharedHome),
    owner,
  };
}

function clusterIn(home: string): string {
  return join(home, 'postgres');
}

/** initdb wants to know the name of the user that it runs as. */
async function requireName(): Promise<void> {
  try {
    userInfo();
  } catch {
    throw new Error(
      `The embedded PostgreSQL cannot run as user ${process.getuid?.()}, who has no name on this machine ` +
        '(no entry in /etc/passwd). Run Portico as an existing user, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
}

/** Where the cluster is, if it was put elsewhere before or is in the data folder already. */
async function knownHome(dataFolder: string): Promise<string | undefined> {
  const elsewhere = await readFile(locationFile(dataFolder), 'utf8').catch(() => undefined);
  if (elsewhere === undefined) return (await ownerOf(clusterIn(dataFolder))) ? dataFolder : undefined;
  const home = elsewhere.trim();
  if (await isThere(home)) return home;
  throw new Error(
    `The database of ${dataFolder} is kept in ${home}, as ${locationFile(dataFolder)} says, but that folder is gone. ` +
      'Bring it back, or remove that file to begin with an empty database.',
  );
}

async function isThere(path: string): Promise<boolean> {
  return succeeds(stat(path));
}

function locationFile(dataFolder: string): string {
  return join(dataFolder, 'postgres.location');
}

/** A folder under /var/lib/portico that no data folder has used, noted in the data folder. */
async function newHome(dataFolder: string): Promise<string> {
  const isNew = (await mkdir(sharedHome, { recursive: true })) !== undefined;
  // Set apart from making, because the umask may be strict.
  if (isNew) await chmod(sharedHome, 0o755);
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  for (let attempt = 1; ; attempt += 1) {
    const home = join(sharedHome, attempt === 1 ? name : `${name}-${attempt}`);
    // What is there already belongs to a data folder that was deleted or moved: not ours to touch.
    const made = await mkdir(home).then(
      () => true,
      (error) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    );
    if (!made) continue;
    await chmod(home, 0o711);
    await writeFile(join(home, 'data-folder'), `${dataFolder}\n`);
    await writeFile(locationFile(dataFolder), `${home}\n`, { flush: true });
    return home;
  }
}

async function ownerOf(folder: string): Promise<ProcessOwner | undefined> {
  const found = await stat(folder).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

async function unprivilegedUser(): Promise<ProcessOwner> {
  for (const name of unprivilegedUsers) {
    const ids = await Promise.all([
      runAs(undefined, 'id', ['-u', name]),
      runAs(undefined, 'id', ['-g', name]),
    ]).catch(() => undefined);
    const [uid = 0, gid = 0] = ids?.map(Number) ?? [];
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and this machine has none of the users ' +
      `${unprivilegedUsers.join(', ')} to run it as. Run Portico as an ordinary user, or set DATABASE_URL.`,
  );
}

async function canEnter(owner: ProcessOwner, folder: string): Promise<boolean> {
  return succeeds(runAs(owner, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder]));
}

async function canRun(owner: ProcessOwner, binaries: Binaries): Promise<boolean> {
  return succeeds(runAs(owner, binaries.postgres, ['--version']));
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
