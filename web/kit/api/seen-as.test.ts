import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let kept: Map<string, string>;
let address: string[];

beforeEach(() => {
  kept = new Map();
  address = [];
  vi.resetModules();
});
afterEach(() => vi.unstubAllGlobals());

/** Starts a page at an address, as the browser would. */
async function startAt(hash: string, storage: Partial<Storage> = {}) {
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    ...storage,
  });
  vi.stubGlobal('window', {
    location: { hash, pathname: '/servicedesk/customer/portals', search: '?x=1' },
    history: { replaceState: (_: unknown, __: string, url: string) => address.push(url) },
  });
  vi.resetModules();
  return import('./seen-as.ts');
}

test('what the address hands over is kept in the tab and taken out of the address', async () => {
  const { seenAs, seenAsHeaders } = await startAt('#as=abc-123');
  expect(seenAs).toBe('abc-123');
  expect(seenAsHeaders).toEqual({ 'x-portico-as': 'abc-123' });
  expect(address).toEqual(['/servicedesk/customer/portals?x=1']);
  expect((await startAt('#other')).seenAs).toBe('abc-123');
});

test('all other tabs ask as themselves', async () => {
  const { seenAs, seenAsHeaders, asSeen } = await startAt('#main');
  expect(seenAs).toBeNull();
  expect(seenAsHeaders).toEqual({});
  expect(asSeen('/events?topic=a:1')).toBe('/events?topic=a:1');
});

test('addresses that the browser asks for by itself say it', async () => {
  const { asSeen } = await startAt('#as=abc');
  expect(asSeen('/events?topic=a:1')).toBe('/events?topic=a:1&as=abc');
  expect(asSeen('/rest/file')).toBe('/rest/file?as=abc');
});

test('a tab that can keep nothing does not start: its next page would be the administrator’s own', async () => {
  const full = () => {
    throw new Error('No room');
  };
  await expect(startAt('#as=abc', { setItem: full })).rejects.toThrow('No room');
});

test('once forgotten, the next page is the own one again', async () => {
  (await startAt('#as=abc')).forgetSeenAs();
  expect((await startAt('')).seenAs).toBeNull();
});
