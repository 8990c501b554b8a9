import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { findChromium } from './chromium.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const screenshotFolder = '.artifacts/screenshots';

/** Nobody looks at pictures where changes are only checked. */
const isWatched = !process.env['CI'];

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** One person at one browser: cookies of their own, and a page that remembers what went wrong in it. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens an address of Portico. */
  goto(path: string): Promise<void>;
  /** Fails when the page has accessibility violations, overflows a phone, or said something in the console. */
  inspect(name: string): Promise<void>;
}

/** Starts the browser that a test file shares. Close it at the end. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await findChromium());
}

/** A new visitor, with nothing remembered. */
export async function newVisitor(
  browser: Browser,
  options: { url?: string; colorScheme?: 'light' | 'dark'; locale?: string; isOnPhone?: boolean } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: options.url ?? inject('demoUrl'),
    viewport: options.isOnPhone ? phone : desktop,
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'en-GB',
    // So that pictures of the same page are the same, and nothing waits for an animation.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));

  return {
    page,
    context,
    async goto(path) {
      await page.goto(path);
    },
    async inspect(name) {
      await expect
        .poll(() => page.locator('[aria-busy=true], [data-loading]').count(), { timeout: 10_000 })
        .toBe(0);
      await photograph(page, name, options.isOnPhone ? [phone] : [desktop, phone]);
      expect.soft(await accessibilityViolations(page), `accessibility of ${name}`).toEqual([]);
      expect.soft(complaints.splice(0), `console of ${name}`).toEqual([]);
    },
  };
}

/** What the browser itself logs for an answer that the page expects and shows in words. */
function isExpected(text: string): boolean {
  return /^Failed to load resource: the server responded with a status of (400|401|403|404|409|429)/.test(
    text,
  );
}

/** Takes a picture at each width where somebody may look at it, and refuses pages that scroll sideways. */
async function photograph(page: Page, name: string, sizes: (typeof desktop)[]): Promise<void> {
  const before = page.viewportSize();
  await mkdir(screenshotFolder, { recursive: true });
  for (const size of sizes) {
    await page.setViewportSize(size);
    await laidOut(page, size.width);
    if (isWatched)
      await page.screenshot({ path: `${screenshotFolder}/${name}-${size.width}.png`, fullPage: true });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `${name} scrolls sideways at ${size.width} px`).toBeLessThanOrEqual(0);
  }
  if (!before) return;
  await page.setViewportSize(before);
  await laidOut(page, before.width);
}

/** Waits until the page stands at this width: on a busy machine it is laid out anew a moment later, and parts of it measure their room first. */
async function laidOut(page: Page, width: number): Promise<void> {
  await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const isWithin = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  // What never fits is told by whoever looks next.
  await page.waitForFunction(isWithin, undefined, { timeout: 3_000 }).catch(() => undefined);
}

/** Violations of WCAG 2.2 A and AA, each with where it is. */
async function accessibilityViolations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script element, which the page's own policy would refuse.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // What passes is of no interest, and to describe it takes most of the time.
      resultTypes: ['violations'],
      preload: false,
    });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map((node) => `${node.html} (${node.failureSummary})`).join(' | ')}`,
    );
  });
}
