import { afterEach, describe, expect, it } from 'vitest';
import type { App } from './app-types.ts';
import { networkOf } from './client-address.ts';
import { createHttpApp } from './testing.ts';

let app: App | undefined;
afterEach(() => app?.close());

/** What Portico takes for the caller's address, when the connection comes from `remoteAddress`. */
async function addressSeen(
  trustedProxies: string[],
  remoteAddress: string,
  headers: Record<string, string> = {},
): Promise<string> {
  ({ app } = await createHttpApp({ config: { trustedProxies } }, (made) => {
    made.get('/who', async (request) => ({ address: request.ip }));
  }));
  return (await app.inject({ url: '/who', remoteAddress, headers })).json().address;
}

describe('the address of a caller', () => {
  it('F09 is the connection’s, whatever headers claim, where no proxy is trusted', async () => {
    const headers = {
      'x-forwarded-for': '203.0.113.1',
      'x-real-ip': '203.0.113.2',
      forwarded: 'for=203.0.113.3',
      'cf-connecting-ip': '203.0.113.4',
      'x-client-ip': '203.0.113.5',
    };
    expect(await addressSeen([], '192.0.2.7', headers)).toBe('192.0.2.7');
  });

  it('F09 is the connection’s where it does not come from the trusted proxy', async () => {
    expect(await addressSeen(['10.0.0.0/8'], '192.0.2.7', { 'x-forwarded-for': '203.0.113.1' })).toBe(
      '192.0.2.7',
    );
  });

  it.each([
    ['one proxy', '203.0.113.1', '203.0.113.1'],
    ['one proxy, and an address that the caller invented before it', '1.1.1.1, 203.0.113.1', '203.0.113.1'],
    ['three proxies in a row', '203.0.113.1, 10.0.0.9, 10.0.0.8', '203.0.113.1'],
    [
      'three proxies, and an invented chain of trusted addresses',
      '1.1.1.1, 10.0.0.1, 203.0.113.1, 10.0.0.9',
      '203.0.113.1',
    ],
    ['a proxy that adds the port', '203.0.113.1:51234', '203.0.113.1'],
    ['a proxy that adds the port to IPv6', '[2001:db8::7]:51234', '2001:db8::7'],
    ['a proxy that writes IPv4 as IPv6', '::ffff:203.0.113.1', '203.0.113.1'],
    ['a proxy that passes on what is no address', '<script>', '10.0.0.7'],
  ])('F09 is what the last trusted proxy saw: %s', async (_name, forwarded, address) => {
    expect(await addressSeen(['10.0.0.0/8'], '10.0.0.7', { 'x-forwarded-for': forwarded })).toBe(address);
  });

  it('is IPv4 on a socket that speaks IPv6 too, and a trusted proxy is known there', async () => {
    expect(await addressSeen([], '::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(await addressSeen(['10.0.0.7'], '::ffff:10.0.0.7', { 'x-forwarded-for': '203.0.113.1' })).toBe(
      '203.0.113.1',
    );
  });
});

describe('what counts as one address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:443', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:C000:0207', '192.0.2.7'],
    ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0001::', '2001:db8:1:0::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('F09 %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
