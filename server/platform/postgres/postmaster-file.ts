import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running server writes into its cluster; its lines are described in PostgreSQL's src/include/utils/pidfile.h. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  /** it takes connections */
  readonly isReady: boolean;
}

/** Reads postmaster.pid, or returns undefined when there is none. */
export async function readPostmasterFile(clusterFolder: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(clusterFolder, 'postmaster.pid'), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const [pid = '', , , port = '', , , , status = ''] = text.split('\n');
  if (!Number(pid)) return undefined;
  // A standalone backend (our own password reset, killed midway) writes its id negative.
  return { pid: Math.abs(Number(pid)), port: Number(port), isReady: status.trim() === 'ready' };
}
