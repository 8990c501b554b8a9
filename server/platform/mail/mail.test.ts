import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { inTransaction } from '../database/database.ts';
import type { KeptMessage } from './store.ts';
import { listMessages } from './store.ts';
import type { MailTemplate } from './template.ts';
import { smtpRefusal, startMailServer, type TestMailServer } from './testing-smtp.ts';

const note: MailTemplate<'name'> = {
  name: 'test.note',
  about: 'In this test',
  isSecret: false,
  texts: {
    en: { subject: 'Hello {{name}}', heading: 'Hello', paragraphs: ['Hello {{name}}.'] },
    de: { subject: 'Hallo {{name}}', heading: 'Hallo', paragraphs: ['Hallo {{name}}.'] },
  },
  sample: { name: 'Alice' },
};
const secret: MailTemplate<'code'> = {
  name: 'test.code',
  about: 'In this test',
  isSecret: true,
  texts: {
    en: { subject: 'Your code', heading: 'Your code', paragraphs: [], showsCode: true },
    de: { subject: 'Ihr Code', heading: 'Ihr Code', paragraphs: [], showsCode: true },
  },
  sample: { code: '123456' },
};

let portico: TestApp;
let administrator: Record<string, string>;
let server: TestMailServer;

beforeAll(async () => {
  portico = await createTestApp();
  portico.platform.mail.define(note);
  portico.platform.mail.define(secret);
  administrator = await portico.signIn(
    await portico.createAccount({
      isAdministrator: true,
      email: 'olivia@desk.example',
      displayName: 'Olivia',
    }),
  );
  server = await startMailServer();
  await portico.start();
});

afterAll(async () => {
  await portico.close();
  await server.close();
});

beforeEach(async () => {
  await portico.platform.db.deleteFrom('mail_message').execute();
  await portico.platform.db.deleteFrom('mail_settings').execute();
});

const settings = (changes: object = {}) => ({
  host: '127.0.0.1',
  port: server.port,
  security: 'none',
  username: null,
  fromAddress: 'help@portico.example',
  fromName: 'Acme Help',
  replyTo: null,
  ...changes,
});

async function save(changes: object = {}, version = 0) {
  return portico.app.inject({
    method: 'PUT',
    url: '/rest/portico/1/mail',
    headers: administrator,
    payload: { ...settings(changes), version },
  });
}

async function queue(to = 'alice@acme.example'): Promise<void> {
  const { db, mail } = portico.platform;
  await inTransaction(db, (trx) =>
    mail.queue(trx, {
      template: note,
      values: { name: 'Alice' },
      to: { email: to, name: 'Alice Ä.', locale: 'en', accountId: null },
    }),
  );
}

async function queueSecret(): Promise<void> {
  const { db, mail } = portico.platform;
  await inTransaction(db, (trx) =>
    mail.queue(trx, {
      template: secret,
      values: { code: '424242' },
      to: { email: 'alice@acme.example', name: null, locale: null, accountId: null },
    }),
  );
}

async function newest(): Promise<KeptMessage> {
  const [message] = await listMessages(portico.platform.db, { start: 0, limit: 1 });
  if (!message) throw new Error('there is no message');
  return message;
}

const until = (state: KeptMessage['state'], of = newest) =>
  vi.waitFor(async () => expect((await of()).state).toBe(state), { timeout: 10_000, interval: 50 });

test('a message leaves through the mail server, in text and HTML, once its transaction has committed', async () => {
  expect((await save()).statusCode).toBe(200);
  const before = server.received.length;
  await queue();
  await until('sent');
  const got = server.received.at(-1);
  expect(server.received).toHaveLength(before + 1);
  expect(got?.envelope).toEqual({ from: 'help@portico.example', to: ['alice@acme.example'] });
  expect(got?.mail.from?.text).toBe('"Acme Help" <help@portico.example>');
  expect(got?.mail.subject).toBe('Hello Alice');
  expect(got?.mail.text).toContain('Hello Alice.');
  expect(got?.mail.html).toContain('Hello Alice.');
  expect(got?.mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(got?.mail.messageId).toBe(`<${(await newest()).messageId}>`);
  expect((await newest()).response).toContain('taken');
});

test('what is rolled back is not sent', async () => {
  await save();
  const before = server.received.length;
  const { db, mail } = portico.platform;
  await inTransaction(db, async (trx) => {
    await mail.queue(trx, {
      template: note,
      values: { name: 'Nobody' },
      to: { email: 'alice@acme.example', name: null, locale: null, accountId: null },
    });
    throw new Error('undone');
  }).catch(() => {});
  await queue();
  await until('sent');
  expect(server.received.slice(before).map(({ mail: { subject } }) => subject)).toEqual(['Hello Alice']);
});

test('without a mail server messages are kept, can be read, and be sent once there is one', async () => {
  await queue();
  await until('kept');
  const { id } = await newest();
  const read = await portico.app.inject({
    url: `/rest/portico/1/mail/message/${id}`,
    headers: administrator,
  });
  expect(read.json()).toMatchObject({ state: 'kept', subject: 'Hello Alice' });
  expect(read.json().text).toContain('Hello Alice.');
  const html = await portico.app.inject({
    url: `/rest/portico/1/mail/message/${id}/html`,
    headers: administrator,
  });
  expect(html.headers['content-security-policy']).toContain('sandbox');
  expect(html.headers['content-security-policy']).toContain("default-src 'none'");
  expect(html.body).toContain('Hello Alice.');

  const early = await portico.app.inject({
    method: 'POST',
    url: `/rest/portico/1/mail/message/${id}/send`,
    headers: administrator,
  });
  expect(early.statusCode).toBe(409);
  expect(early.json().errorMessages[0]).toContain('no mail server');

  await save();
  const all = await portico.app.inject({
    method: 'POST',
    url: '/rest/portico/1/mail/message/send',
    headers: administrator,
    payload: { state: 'kept' },
  });
  expect(all.json()).toEqual({ count: 1 });
  await until('sent');
});

test('a code is sealed while it waits, gone once sent, and readable by administrators only while nothing can be sent', async () => {
  await queueSecret();
  await until('kept');
  const { id } = await newest();
  const row = await portico.platform.db
    .selectFrom('mail_message')
    .select('sealed_body')
    .executeTakeFirstOrThrow();
  expect(row.sealed_body).toMatch(/^v1\./);
  const read = await portico.app.inject({
    url: `/rest/portico/1/mail/message/${id}`,
    headers: administrator,
  });
  expect(read.json().text).toContain('424242');
  const audited = await portico.platform.db
    .selectFrom('audit_event')
    .select('object_id')
    .where('action', '=', 'mail-message.read')
    .execute();
  expect(audited.map(({ object_id }) => object_id)).toContain(id);

  await save();
  await queueSecret();
  await until('sent');
  const sent = await newest();
  expect(sent.hasBody).toBe(false);
  const again = await portico.app.inject({
    url: `/rest/portico/1/mail/message/${sent.id}`,
    headers: administrator,
  });
  expect(again.json()).toMatchObject({ text: null });
  const html = await portico.app.inject({
    url: `/rest/portico/1/mail/message/${sent.id}/html`,
    headers: administrator,
  });
  expect(html.statusCode).toBe(404);
});

test('no kind of mail may give its secret away in the subject', () => {
  const texts = { subject: '{{code}} is your code', heading: '', paragraphs: [], showsCode: true };
  expect(() =>
    portico.platform.mail.define({
      name: 'test.leak',
      about: '',
      isSecret: true,
      texts: { en: texts, de: texts },
      sample: { code: '1' },
    }),
  ).toThrow('give its secret away');
});

test('a refusal for now is tried again, a refusal for good is not', async () => {
  let answers: (Error | null)[] = [];
  const moody = await startMailServer({
    onRcptTo: (_address, _session, done) => done(answers.shift() ?? null),
  });
  try {
    await save({ port: moody.port });
    answers = [smtpRefusal(451, 'greylisted')];
    await queue();
    await vi.waitFor(async () => expect((await newest()).problem).toContain('greylisted'));
    expect((await newest()).state).toBe('waiting');
    await until('sent');
    expect((await newest()).attempts).toBe(2);

    answers = [smtpRefusal(550, 'no such user')];
    await queue('nobody@acme.example');
    await until('failed');
    expect((await newest()).problem).toBe(
      'The mail server does not take mail for this recipient. It answered: 550 no such user',
    );
  } finally {
    await moody.close();
  }
});

test('messages that wait for a broken server leave as soon as it is mended', async () => {
  const closed = await startMailServer();
  await closed.close();
  await save({ port: closed.port });
  await queue();
  await vi.waitFor(async () => expect((await newest()).problem).toContain(`port ${closed.port}`));
  expect((await newest()).state).toBe('waiting');
  expect((await save({}, 1)).statusCode).toBe(200);
  await until('sent');
});

test('the password is sealed, never shown, and not sent to another server', async () => {
  const strict = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'portico' && password === 'right'
        ? done(null, { user: username })
        : done(smtpRefusal(535, 'no')),
  });
  try {
    const saved = await save({ port: strict.port, username: 'portico', password: 'right' });
    expect(saved.json()).toMatchObject({ username: 'portico', hasPassword: true, version: 1 });
    expect(saved.body).not.toContain('right');
    const row = await portico.platform.db.selectFrom('mail_settings').selectAll().executeTakeFirstOrThrow();
    expect(row.sealed_password).toMatch(/^v1\./);
    await queue();
    await until('sent');
    expect(strict.received.at(-1)?.user).toBe('portico');

    const moved = await save({ host: 'localhost', port: strict.port, username: 'portico' }, 1);
    expect(moved.statusCode).toBe(400);
    expect(moved.json().errors.password).toContain('again');

    const audit = await portico.platform.db.selectFrom('audit_event').selectAll().execute();
    expect(JSON.stringify(audit)).not.toContain('"right"');

    const wrong = await portico.app.inject({
      method: 'POST',
      url: '/rest/portico/1/mail/test',
      headers: administrator,
      payload: settings({ port: strict.port, username: 'portico', password: 'wrong' }),
    });
    expect(wrong.json()).toMatchObject({ isSent: false, to: 'olivia@desk.example' });
    expect(wrong.json().problem).toContain('user name and password');
  } finally {
    await strict.close();
  }
});

test('a test goes to the administrator at once, through settings that are not saved yet', async () => {
  const before = server.received.length;
  const outcome = await portico.app.inject({
    method: 'POST',
    url: '/rest/portico/1/mail/test',
    headers: administrator,
    payload: settings(),
  });
  expect(outcome.json()).toMatchObject({ isSent: true, to: 'olivia@desk.example', problem: null });
  expect(server.received.slice(before).map(({ mail }) => mail.subject)).toEqual([
    `A test from ${portico.platform.config.siteName}`,
  ]);
  expect(await portico.platform.db.selectFrom('mail_settings').selectAll().execute()).toEqual([]);
});

test('STARTTLS is required where it is chosen, and a certificate that nobody vouches for is refused', async () => {
  const plain = await portico.app.inject({
    method: 'POST',
    url: '/rest/portico/1/mail/test',
    headers: administrator,
    payload: settings({ security: 'starttls' }),
  });
  expect(plain.json()).toMatchObject({ isSent: false });
  const selfSigned = await startMailServer({ secure: true });
  try {
    const outcome = await portico.app.inject({
      method: 'POST',
      url: '/rest/portico/1/mail/test',
      headers: administrator,
      payload: settings({ security: 'tls', port: selfSigned.port }),
    });
    expect(outcome.json()).toMatchObject({ isSent: false });
    expect(outcome.json().problem).toContain('encrypted connection');
    expect(selfSigned.received).toEqual([]);
  } finally {
    await selfSigned.close();
  }
});

test('settings that cannot work are refused at their fields', async () => {
  const refused = await save({
    host: 'https://smtp.example.com',
    fromAddress: 'help',
    replyTo: 'a@b.example, c@d.example',
  });
  expect(refused.statusCode).toBe(400);
  expect(Object.keys(refused.json().errors)).toEqual(['host', 'fromAddress', 'replyTo']);
  const clear = await save({ host: 'smtp.example.com', username: 'portico', password: 'secret' });
  expect(clear.json().errors.security).toContain('in the clear');
  expect((await save({ port: 70_000 })).statusCode).toBe(400);
});

test('of two who save at once, the second is told', async () => {
  const [one, two] = await Promise.all([save(), save({ fromName: 'Other' })]);
  expect([one.statusCode, two.statusCode].sort()).toEqual([200, 409]);
  expect((await save({}, 7)).statusCode).toBe(409);
});

test('kinds of mail can be looked at with made-up values, in both languages', async () => {
  const list = await portico.app.inject({ url: '/rest/portico/1/mail/template', headers: administrator });
  expect(list.json()).toContainEqual({ name: 'test.note', about: 'In this test', isSecret: false });
  const preview = await portico.app.inject({
    url: '/rest/portico/1/mail/template/test.note/preview?locale=de',
    headers: administrator,
  });
  expect(preview.json()).toMatchObject({ subject: 'Hallo Alice' });
  for (const template of portico.platform.mail.templates) {
    for (const locale of ['en', 'de']) {
      const shown = await portico.app.inject({
        url: `/rest/portico/1/mail/template/${template.name}/preview?locale=${locale}`,
        headers: administrator,
      });
      expect(shown.statusCode, `${template.name} ${locale}`).toBe(200);
    }
  }
});

test('nobody but administrators sees or changes anything of it', async () => {
  await queue();
  const { id } = await newest();
  const customer = await portico.signIn(await portico.createAccount());
  const calls = [
    ['GET', '/rest/portico/1/mail'],
    ['PUT', '/rest/portico/1/mail', { ...settings(), version: 0 }],
    ['DELETE', '/rest/portico/1/mail'],
    ['POST', '/rest/portico/1/mail/test', settings()],
    ['GET', '/rest/portico/1/mail/template'],
    ['GET', '/rest/portico/1/mail/template/test.note/preview'],
    ['GET', '/rest/portico/1/mail/template/test.note/html'],
    ['GET', '/rest/portico/1/mail/message'],
    ['GET', `/rest/portico/1/mail/message/${id}`],
    ['GET', `/rest/portico/1/mail/message/${id}/html`],
    ['POST', `/rest/portico/1/mail/message/${id}/send`],
    ['POST', '/rest/portico/1/mail/message/send', { state: 'kept' }],
    ['DELETE', `/rest/portico/1/mail/message/${id}`],
  ] as const;
  for (const [method, url, payload] of calls) {
    const ask = (headers: Record<string, string>) =>
      portico.app.inject({ method, url, headers, ...(payload && { payload }) });
    expect((await ask(customer)).statusCode, `${method} ${url}`).toBe(403);
    expect((await ask({ origin: customer.origin })).statusCode, `${method} ${url}`).toBe(401);
  }
  expect(await listMessages(portico.platform.db, { start: 0, limit: 10 })).toHaveLength(1);
});

test('every kind of mail names the same values in both languages, and has made-up ones for all of them', () => {
  const named = (text: object) =>
    [...new Set([...JSON.stringify(text).matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]))].sort();
  for (const { name, texts, sample } of portico.platform.mail.templates) {
    const used = named(texts.en);
    expect(named(texts.de), name).toEqual(used);
    const shown = [...used.filter((value) => value !== 'site')];
    if (texts.en.button !== undefined && !shown.includes('url')) shown.push('url');
    if (texts.en.showsCode && !shown.includes('code')) shown.push('code');
    expect(Object.keys(sample).sort(), name).toEqual(shown.sort());
    for (const part of ['button', 'showsCode'] as const) {
      expect(texts.de[part] === undefined, `${name} ${part}`).toBe(texts.en[part] === undefined);
    }
    expect(texts.de.paragraphs, name).toHaveLength(texts.en.paragraphs.length);
    expect(texts.de.notes?.length, name).toBe(texts.en.notes?.length);
    expect(JSON.stringify(texts.de), name).not.toMatch(/\b(du|dich|dir|dein\w*)\b/i);
  }
});
