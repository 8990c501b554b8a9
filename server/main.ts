import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Halves the time to load everything. Where the folder cannot be written, nothing is kept.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'portico'));

const { runCommand } = await import('./cli/commands.ts');
// Exits by itself: a connection that somebody keeps open must not keep a stopped Portico alive.
process.exit(await runCommand(process.argv.slice(2), process.env));
