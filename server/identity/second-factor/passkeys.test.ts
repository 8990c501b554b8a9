import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { cookiesOf } from '../testing-sign-in.ts';
import { createTestAuthenticator } from './testing-authenticator.ts';

type Authenticator = ReturnType<typeof createTestAuthenticator>;
type Headers = Record<string, string>;

const password = 'a long and quiet evening';
let portico: TestApp;
let alice: AccountSummary;
let bob: AccountSummary;
let aliceKey: Authenticator;
let bobKey: Authenticator;
let addresses = 0;

beforeAll(async () => {
  portico = await createTestApp();
});
afterAll(() => portico.close());

beforeEach(async () => {
  for (const table of ['throttle', 'factor_settings', 'account'] as const) {
    await portico.platform.db.deleteFrom(table).execute();
  }
  addresses += 1;
  alice = await portico.createAccount({
    email: `alice-${addresses}@acme.example`,
    displayName: 'Alice',
    password,
  });
  bob = await portico.createAccount({ email: `bob-${addresses}@acme.example`, displayName: 'Bob', password });
  aliceKey = await addPasskey(alice);
  bobKey = await addPasskey(bob);
});

function post(path: string, headers: Headers, payload?: object) {
  return portico.app.inject({
    method: 'POST',
    url: `/rest/portico/1/${path}`,
    headers: { origin: portico.platform.config.url.origin, ...headers },
    ...(payload && { payload }),
  });
}

async function begin(path: string, headers: Headers = {}): Promise<{ token: string; challenge: string }> {
  const { token, options } = (await post(path, headers)).json();
  return { token, challenge: options.challenge };
}

async function addPasskey(account: AccountSummary): Promise<Authenticator> {
  const key = createTestAuthenticator(portico.platform.config.url);
  const headers = await portico.signIn(account);
  const { token, challenge } = await begin('second-factor/passkey-options', headers);
  const added = await post('second-factor/passkey', headers, {
    token,
    name: 'Key',
    response: key.register(challenge),
  });
  expect(added.statusCode, added.body).toBe(200);
  return key;
}

/** A sign-in whose password was right. */
async function pending(account: AccountSummary): Promise<Headers> {
  const first = await post('sign-in/password', {}, { email: account.email, password });
  expect(first.json().account).toBeNull();
  return { cookie: cookiesOf(first.headers['set-cookie']) };
}

const asSecond = 'sign-in/second-factor';
const elsewhere = 'https://login.evil.example';

test('a passkey is the second factor of a sign-in, and signs in alone', async () => {
  const headers = await pending(alice);
  const { token, challenge } = await begin(`${asSecond}/passkey-options`, headers);
  const shown = await post(asSecond, headers, { passkey: { token, response: aliceKey.answer(challenge) } });
  expect(shown.statusCode, shown.body).toBe(200);
  const alone = await begin('sign-in/passkey-options');
  const response = aliceKey.answer(alone.challenge);
  const signedIn = await post('sign-in/passkey', {}, { passkey: { token: alone.token, response } });
  expect(signedIn.statusCode, signedIn.body).toBe(200);
  expect(cookiesOf(signedIn.headers['set-cookie'])).toContain('portico_session');
});

test.each([
  ['another origin', { origin: elsewhere }],
  ['another relying party', { rpId: 'login.evil.example' }],
  ['another challenge', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
  ['a counter that went back', { counter: 1 }],
] as const)('F07: an answer for %s is refused, as second factor and alone', async (_, lies) => {
  const headers = await pending(alice);
  // so that there is something to go back from
  const honest = await begin(`${asSecond}/passkey-options`, headers);
  const first = { token: honest.token, response: aliceKey.answer(honest.challenge, { counter: 50 }) };
  expect((await post(asSecond, headers, { passkey: first })).statusCode).toBe(200);

  const again = await pending(alice);
  const second = await begin(`${asSecond}/passkey-options`, again);
  const lie = { counter: 60, ...lies };
  const refused = await post(asSecond, again, {
    passkey: { token: second.token, response: aliceKey.answer(second.challenge, lie) },
  });
  expect(refused.statusCode, refused.body).toBe(400);
  expect(refused.headers['set-cookie']).toBeUndefined();

  const alone = await begin('sign-in/passkey-options');
  const refusedAlone = await post(
    'sign-in/passkey',
    {},
    {
      passkey: { token: alone.token, response: aliceKey.answer(alone.challenge, lie) },
    },
  );
  expect(refusedAlone.statusCode).toBe(400);
  expect(refusedAlone.headers['set-cookie']).toBeUndefined();
});

test('F07: the passkey of somebody else, and one that nobody has, open no account', async () => {
  const stranger = createTestAuthenticator(portico.platform.config.url);
  for (const key of [bobKey, stranger]) {
    const headers = await pending(alice);
    const { token, challenge } = await begin(`${asSecond}/passkey-options`, headers);
    const refused = await post(asSecond, headers, { passkey: { token, response: key.answer(challenge) } });
    expect(refused.statusCode).toBe(400);
  }
  const { token, challenge } = await begin('sign-in/passkey-options');
  const refused = await post(
    'sign-in/passkey',
    {},
    {
      passkey: { token, response: stranger.answer(challenge) },
    },
  );
  expect(refused.statusCode).toBe(400);
});

test('F07: a ceremony is answered once, by whom it was begun for, and for what', async () => {
  const mine = await pending(alice);
  const theirs = await pending(bob);
  const { token, challenge } = await begin(`${asSecond}/passkey-options`, mine);
  // begun for Alice, answered in Bob’s browser with Bob’s own passkey
  const crossed = { passkey: { token, response: bobKey.answer(challenge) } };
  expect((await post(asSecond, theirs, crossed)).statusCode).toBe(400);
  // begun for a second factor, answered as a sign-in
  const answer = { passkey: { token, response: aliceKey.answer(challenge) } };
  expect((await post('sign-in/passkey', {}, answer)).statusCode).toBe(400);
  expect((await post(asSecond, mine, answer)).statusCode).toBe(200);
  expect((await post(asSecond, await pending(alice), answer)).statusCode).toBe(400);
});

test('F07: alone it must have verified the person; touching it is not enough', async () => {
  const { token, challenge } = await begin('sign-in/passkey-options');
  const response = aliceKey.answer(challenge, { verifiesUser: false });
  const refused = await post('sign-in/passkey', {}, { passkey: { token, response } });
  expect(refused.statusCode).toBe(400);
});

test('F07: a registration from another origin, or with a known credential, adds nothing', async () => {
  const headers = await portico.signIn(alice);
  const key = createTestAuthenticator(portico.platform.config.url);
  const first = await begin('second-factor/passkey-options', headers);
  const foreign = {
    token: first.token,
    name: 'Key',
    response: key.register(first.challenge, { origin: elsewhere }),
  };
  expect((await post('second-factor/passkey', headers, foreign)).statusCode).toBe(400);
  const second = await begin('second-factor/passkey-options', headers);
  const known = { token: second.token, name: 'Key', response: bobKey.register(second.challenge) };
  expect((await post('second-factor/passkey', headers, known)).statusCode).toBe(400);
  const rows = await portico.platform.db.selectFrom('passkey').select('id').execute();
  expect(rows).toHaveLength(2);
});
