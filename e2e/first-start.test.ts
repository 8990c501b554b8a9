/** `npm start` in an empty folder, as an administrator meets it: the set-up link, the first service desk, a restart. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor, type Visitor } from './browser.ts';
import { findThreeFreePorts, type PorticoProcess, startPortico } from './portico-process.ts';

const email = 'grace@northwind.example';
const password = 'a lighthouse made of oats';

let browser: Browser;
let dataFolder: string;
let port: number;
let portico: PorticoProcess;
let admin: Visitor;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'portico-e2e-start-'));
  // For root, whose PostgreSQL runs as another user: else its cluster would be kept outside of the folder.
  await chmod(dataFolder, 0o711);
  port = await findThreeFreePorts();
  [browser, portico] = await Promise.all([launchBrowser(), startPortico('start', dataFolder, port)]);
  admin = await newVisitor(browser, { url: portico.url });
});
afterAll(async () => {
  await browser?.close();
  await portico?.interrupt();
  await rm(dataFolder, { recursive: true, force: true });
});

test('the first start prints a set-up link, where the first administrator is created', async () => {
  const { page } = admin;
  const link = /http:\S+\/setup\/\S+/.exec(portico.output())?.[0] ?? 'no link was printed';
  await page.goto(link);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await admin.inspect('setup');

  await page.getByLabel('Your name').fill('Grace Okoye');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: /Create/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Administration' }).waitFor();
  await admin.inspect('admin-overview-empty');

  const second = await newVisitor(browser, { url: portico.url });
  await second.page.goto(link);
  await second.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await second.page.getByRole('button', { name: /Create/ }).count()).toBe(0);
  await second.inspect('setup-link-used');
});

test('the administrator creates a service desk, and it is in the help center at once', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: 'Create a service desk' }).click();
  await page.getByRole('button', { name: 'Create service desk' }).first().click();
  await page.getByLabel('Portal name').fill('Lighthouse Help');
  await admin.inspect('admin-new-service-desk');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Create/ })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Lighthouse Help' }).waitFor();

  const stranger = await newVisitor(browser, { url: portico.url });
  await stranger.goto('/');
  await stranger.page.getByRole('link', { name: /Lighthouse Help/ }).waitFor();
});

test('Ctrl-C ends it without an error, and the next start finds the data', async () => {
  expect(await portico.interrupt()).toBe(0);
  portico = await startPortico('start', dataFolder, port);
  expect(portico.output()).not.toContain('/setup/');

  const { page } = admin;
  await admin.goto('/admin/service-desks');
  await page.getByRole('link', { name: /Lighthouse Help/ }).waitFor();
});
