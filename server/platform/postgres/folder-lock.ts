import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another Portico is at work in the folder. */
class FolderInUseError extends Error {
  constructor(folder: string, owner: string) {
    super(
      `Another Portico${owner} is running on the data folder ${folder}. ` +
        'Stop that one first, or choose another folder with --data (or PORTICO_DATA).',
    );
    this.name = 'FolderInUseError';
  }
}

export interface FolderLock {
  /** Lets others in. */
  release(): void;
}

/**
 * Takes a folder for this process alone, until it releases it or ends in whatever way. The lock is the operating
 * system's, on the file `portico.lock`, and so is never stale: neither a kill nor a reused process id can leave it
 * behind. Node has no call for such locks but comes with SQLite, which is made of them: an open write transaction on
 * an empty database holds one.
 *
 * @throws FolderInUseError naming the process that holds it
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const pidFile = join(folder, 'portico.pid');
  const database = new DatabaseSync(join(folder, 'portico.lock'), { timeout: 0 });
  try {
    database.exec('begin immediate');
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked/.test(error.message)) {
      throw new FolderInUseError(folder, nameOwner(pidFile));
    }
    throw error;
  }
  // For the message above and for people; the lock does not depend on it.
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    release() {
      rmSync(pidFile, { force: true });
      database.close();
    },
  };
}

function nameOwner(pidFile: string): string {
  try {
    return ` (process ${readFileSync(pidFile, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
