import { runCommand } from './cli/commands.ts';

// Exits by itself: a connection that somebody keeps open must not keep a stopped Portico alive.
process.exit(await runCommand(process.argv.slice(2), process.env));
