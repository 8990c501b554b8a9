import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGuardedFetch, isPublicAddress } from './guarded-fetch.ts';

let server: Server;
let base: string;
let otherBase: string;
const asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  otherBase = `http://localhost:${port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { method = '', url = '', headers } = request;
  asked.push({ method, url, headers, body });
  const redirect = (status: number, location: string) => response.writeHead(status, { location }).end();
  if (url === '/json') response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":1}');
  else if (url === '/large') response.end('x'.repeat(5_000));
  else if (url === '/endless') response.write('x');
  else if (url === '/silent') return;
  else if (url === '/loop') redirect(302, '/loop');
  else if (url === '/there') redirect(302, '/json');
  else if (url === '/elsewhere') redirect(302, `${otherBase}/json`);
  else if (url === '/elsewhere-307') redirect(307, `${otherBase}/json`);
  else if (url === '/file') redirect(302, 'file:///etc/passwd');
  else response.writeHead(404).end('nothing');
}

const open = createGuardedFetch({ allowsPrivate: true, maxBytes: 4_000 });
const impatient = createGuardedFetch({ allowsPrivate: true, timeoutMs: 300 });
const guarded = createGuardedFetch({ allowsPrivate: false });

test.each([
  '127.0.0.1',
  '127.9.9.9',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:7f00:1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12::1',
  'ff02::1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::',
  '100::1',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  '8.8.8.8',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.0.1',
  '1.1.1.1',
  '2606:4700:4700::1111',
  '2a00:1450::1',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://169.254.169.254/latest/meta-data',
  'https://10.0.0.1/',
])('%s is refused without being asked', async (url) => {
  await expect(guarded(url)).rejects.toThrow('inside a private network');
});

test('a name that resolves to an address inside is refused after resolution', async () => {
  asked.length = 0;
  await expect(guarded(otherBase.replace('http:', 'https:'))).rejects.toThrow(
    /localhost \((127\.0\.0\.1|::1)\) is an address inside/,
  );
  expect(asked).toEqual([]);
});

test('only https is fetched, without credentials in the address', async () => {
  await expect(guarded('http://example.com/')).rejects.toThrow('use an https address');
  await expect(guarded('file:///etc/passwd')).rejects.toThrow('file is not allowed');
  await expect(open('ftp://example.com/')).rejects.toThrow('ftp is not allowed');
  await expect(guarded('https://user:secret@example.com/')).rejects.toThrow('user name or password');
});

test('where private addresses are allowed, an answer comes as from fetch', async () => {
  const response = await open(`${base}/json`, { headers: { accept: 'application/json' } });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(await response.json()).toEqual({ a: 1 });
  expect((await open(`${base}/missing`)).status).toBe(404);
});

test('a body and its headers arrive', async () => {
  asked.length = 0;
  await open(`${base}/json`, {
    method: 'POST',
    headers: new Headers({ 'content-type': 'application/x-www-form-urlencoded', authorization: 'Basic x' }),
    body: new URLSearchParams({ grant_type: 'authorization_code' }),
  });
  expect(asked[0]).toMatchObject({ method: 'POST', body: 'grant_type=authorization_code' });
  expect(asked[0]?.headers.authorization).toBe('Basic x');
});

test('an answer that is larger than allowed is not read to its end', async () => {
  await expect(open(`${base}/large`)).rejects.toThrow('larger than 4000 bytes');
});

test('an answer that does not come, or does not end, is given up', async () => {
  await expect(impatient(`${base}/silent`)).rejects.toThrow();
  await expect(impatient(`${base}/endless`)).rejects.toThrow();
});

test('redirects are followed a few times, or handed over when asked for', async () => {
  expect(await (await open(`${base}/there`)).json()).toEqual({ a: 1 });
  await expect(open(`${base}/loop`)).rejects.toThrow('redirects too often');
  expect((await open(`${base}/there`, { redirect: 'manual' })).status).toBe(302);
  await expect(open(`${base}/there`, { redirect: 'error' })).rejects.toThrow('answered with a redirect');
});

test('a redirect to where it may not go is refused', async () => {
  await expect(open(`${base}/file`)).rejects.toThrow('file is not allowed');
});

test('secrets do not follow a redirect to another site', async () => {
  asked.length = 0;
  await open(`${base}/elsewhere`, {
    headers: { authorization: 'Bearer secret', cookie: 'a=b', accept: '*/*' },
  });
  expect(asked.map(({ url }) => url)).toEqual(['/elsewhere', '/json']);
  expect(asked[1]?.headers.authorization).toBeUndefined();
  expect(asked[1]?.headers.cookie).toBeUndefined();
  await expect(open(`${base}/elsewhere-307`, { method: 'POST', body: 'secret' })).rejects.toThrow(
    'to another site',
  );
});
