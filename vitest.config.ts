import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['server/**/*.test.ts', 'demo/**/*.test.ts', 'scripts/**/*.test.ts'],
          globalSetup: ['server/platform/database/testing-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Many tests wait for a process or a clock, so there is room for more than one for each core.
          maxWorkers: 3,
          // Loading all of Portico anew for each file would take longer than the tests in it.
          isolate: false,
          // jira.js reads it when it is first loaded, by whichever file comes first (server/desk/testing-jira-client.ts).
          env: { AUDIT_SCHEMAS: 'true' },
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'web',
          include: ['web/**/*.test.ts', 'web/**/*.test.tsx'],
          testTimeout: 30_000,
          maxWorkers: 3,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // as long as the browser waits for an element
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: 2,
          // Two browsers and a demo on two cores: what times out once and passes then was the machine. While a test is written, it
          // fails at once.
          retry: process.env['CI'] ? 1 : 0,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
