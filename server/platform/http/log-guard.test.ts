import { pino } from 'pino';
import { expect, test } from 'vitest';
import { guardLog } from './log-guard.ts';

function logged(write: (log: ReturnType<typeof guardLog>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(guardLog(pino({ level: 'trace' }, { write: (line: string) => lines.push(line) })));
  return JSON.parse(lines.join(''));
}

test('values under the names of secrets are cut, however deep and however written', () => {
  const line = logged((log) =>
    log.info({
      body: {
        email: 'a@example.com',
        password: 'hush',
        list: [{ client_secret: 'hush', clientSecret: 'hush' }],
      },
      headers: { Cookie: 'hush', 'set-cookie': ['hush'], Authorization: 'hush', accept: '*/*' },
      SAMLResponse: 'hush',
      a: { b: { c: { d: { e: { f: { g: 'too deep to be looked through' } } } } } },
    }),
  );
  expect(JSON.stringify(line)).not.toMatch(/hush|too deep/);
  expect(line).toMatchObject({
    body: { email: 'a@example.com' },
    headers: { accept: '*/*', Cookie: '[cut]' },
  });
});

test('secrets in errors and in what caused them are cut; their codes stay', () => {
  const error = Object.assign(
    new AggregateError([Object.assign(new Error('inner'), { token: 'hush' })], 'outer'),
    {
      code: 'ECONNREFUSED',
      body: { access_token: 'hush', error: 'invalid_grant' },
    },
  );
  const line = logged((log) => log.error({ err: error }, 'failed'));
  expect(JSON.stringify(line)).not.toContain('hush');
  expect(line).toMatchObject({
    err: { type: 'AggregateError', message: 'outer', code: 'ECONNREFUSED', body: { error: 'invalid_grant' } },
  });
  expect(logged((log) => log.error(error))).toMatchObject({ err: { code: 'ECONNREFUSED' }, msg: 'outer' });
  expect(logged((log) => log.info({ code: '23505' }))).toMatchObject({ code: '23505' });
  expect(logged((log) => log.info({ code: 'SplxlOBeZQQYbYS6WxSbIA' }))).toMatchObject({ code: '[cut]' });
});

test('requests are logged without headers, and without what sign-in puts into addresses', () => {
  const request = (url: string) => ({ method: 'GET', url, ip: '192.0.2.1', headers: { cookie: 'hush' } });
  const at = (url: string) => logged((log) => log.info({ req: request(url) }))['req'];
  expect(at('/rest/x?start=5')).toEqual({ method: 'GET', url: '/rest/x?start=5', address: '192.0.2.1' });
  expect(at('/sso/oidc/1/callback?code=hush&state=hush')).toMatchObject({ url: '/sso/oidc/1/callback' });
  expect(at('/setup/hush?x=1')).toMatchObject({ url: '/setup/[cut]?x=1' });
  expect(at('/rest/portico/1/setup/hush')).toMatchObject({ url: '/rest/portico/1/setup/[cut]' });
  expect(at('/rest/portico/1/account-link/hush/prove')).toMatchObject({
    url: '/rest/portico/1/account-link/[cut]/prove',
  });
  expect(at('/servicedesk/customer/user/link/hush')).toMatchObject({
    url: '/servicedesk/customer/user/link/[cut]',
  });
  expect(at('/provider-setup/hush')).toMatchObject({ url: '/provider-setup/[cut]' });
  expect(at('/rest/portico/1/provider-setup/hush/submit')).toMatchObject({
    url: '/rest/portico/1/provider-setup/[cut]/submit',
  });
});

test('child loggers cut too', () => {
  const line = logged((log) => log.child({ requestId: 'r1' }).info({ password: 'hush' }));
  expect(line).toMatchObject({ requestId: 'r1', password: '[cut]' });
});
