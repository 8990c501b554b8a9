/** One of the two servers of the bench, started by servers.ts; tells its port to whoever forked it. */
import { pino } from 'pino';
import { buildApp } from '../server/app.ts';
import { readConfig } from '../server/platform/config/read-config.ts';
import { connectDatabase } from '../server/platform/database/database.ts';
import { createFloor } from './floor.ts';
import { addSignInFloor } from './sign-in-floor.ts';
import type { SignInWorld } from './sign-in-world.ts';

const config = readConfig(process.env);
const url = config.databaseUrl ?? '';

async function create() {
  if (process.argv[2] === 'floor') {
    const app = createFloor(url, config.databaseMaxConnections);
    addSignInFloor(app, JSON.parse(process.argv[3] ?? '') as SignInWorld);
    return { app, close: () => app.close() };
  }
  const database = connectDatabase(url, { maxConnections: config.databaseMaxConnections });
  const { app, close } = await buildApp(config, database, pino({ level: config.logLevel }));
  return { app, close: () => close().then(() => database.close()) };
}

const { app, close } = await create();
const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.send?.(Number(new URL(address).port));
process.once('SIGTERM', () => void close().then(() => process.exit(0)));
