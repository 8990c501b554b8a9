import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findThreeFreePorts, readPasswords, startPortico } from './portico-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** where the demo runs that all browser tests share */
    demoUrl: string;
    /** passwords of the demo's people, by e-mail address */
    demoPasswords: Record<string, string>;
  }
}

/** People whose passwords the browser tests need. */
const people = [
  'alice@acme.example',
  'bob@globex.example',
  'henrik@acme.example',
  'ines@globex.example',
  'priya@northwind.example',
  'sofia@northwind.example',
];

/**
 * Starts the demo, with both identity providers, for all browser tests. PORTICO_E2E_URL and PORTICO_E2E_DATA name one
 * that runs already: faster while writing a test.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { PORTICO_E2E_URL: runningUrl, PORTICO_E2E_DATA: runningData } = process.env;
  if (runningUrl && runningData) {
    provideDemo(project, runningUrl, await readPasswords(runningData));
    return async () => {};
  }
  const dataFolder = await mkdtemp(join(tmpdir(), 'portico-e2e-'));
  // For root, whose PostgreSQL runs as another user: else its cluster would be kept outside of the folder.
  await chmod(dataFolder, 0o711);
  const demo = await startPortico('demo', dataFolder, await findThreeFreePorts());
  provideDemo(project, demo.url, await readPasswords(dataFolder));
  return async () => {
    const code = await demo.interrupt();
    await rm(dataFolder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`The demo did not end cleanly (exit code ${code}):\n${demo.output()}`);
  };
}

function provideDemo(project: TestProject, url: string, passwordOf: (email: string) => string): void {
  project.provide('demoUrl', url);
  project.provide('demoPasswords', Object.fromEntries(people.map((email) => [email, passwordOf(email)])));
}
