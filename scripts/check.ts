/**
 * `npm run check`: everything that is told from the source alone. Runs all of it and reports each part, so that one
 * failure does not hide another.
 */
import { spawn } from 'node:child_process';

// The compiler in Go checks several times as fast; what reads types by program (openapi-typescript, dependency-cruiser) still
// needs the API of the one in JavaScript, so both are here.
const tsc = ['node', 'node_modules/typescript-native/bin/tsc'];

const parts: Record<string, string[]> = {
  'types (server)': [...tsc, '-p', 'tsconfig.json'],
  'types (browser tests)': [...tsc, '-p', 'e2e/tsconfig.json'],
  'types (web)': [...tsc, '-p', 'web/tsconfig.json'],
  'style and lint': ['biome', 'check', '--error-on-warnings'],
  boundaries: [
    'depcruise',
    '--config',
    '.dependency-cruiser.mjs',
    'server',
    'web',
    'demo',
    'e2e',
    'bench',
    'scripts',
  ],
  'dead code': ['knip', '--no-progress'],
};

interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: number;
}

function run(name: string, [command, ...args]: string[]): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command ?? '', args, { env: { ...process.env, FORCE_COLOR: '0' } });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    const done = (passed: boolean) =>
      resolve({ name, passed, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', (error) => {
      output += error.message;
      done(false);
    });
    child.on('close', (code) => done(code === 0));
  });
}

const outcomes = await Promise.all(Object.entries(parts).map(([name, command]) => run(name, command)));
for (const { name, passed, output, seconds } of outcomes) {
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
  if (!passed) console.log(output.trim());
}
if (outcomes.some((outcome) => !outcome.passed)) process.exitCode = 1;
