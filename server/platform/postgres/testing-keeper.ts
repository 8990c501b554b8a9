/**
 * A process for tests to kill: starts the embedded PostgreSQL of the folder in its first argument, writes one row after
 * the other, and prints a line for each that was acknowledged.
 */
import pg from 'pg';
import { pino } from 'pino';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

function print(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

try {
  const server = await startEmbeddedPostgres({
    dataFolder: process.argv[2] ?? '',
    maxConnections: 10,
    log: pino({ level: 'silent' }),
    onProgress: (message) => print({ message }),
    onLost(error) {
      print({ lost: error.message });
      process.exit(1);
    },
  });
  const pool = new pg.Pool({ connectionString: server.url, max: 3 });
  pool.on('error', () => {});
  await pool.query(
    'create table if not exists note (id bigint generated always as identity, text text unique)',
  );
  print({ ready: true, url: server.url, serverPid: server.pid });

  let isStopping = false;
  process.on('SIGTERM', () => {
    isStopping = true;
  });
  for (let number = 0; !isStopping; number += 1) {
    const text = `${process.pid}-${number}`;
    try {
      await pool.query('insert into note (text) values ($1)', [text]);
      print({ written: text });
    } catch {
      // The server is away: what was not acknowledged is not promised.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  await pool.end();
  await server.stop();
  print({ stopped: true });
} catch (error) {
  print({ error: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
