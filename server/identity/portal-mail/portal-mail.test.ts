import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { contrast } from '../../platform/mail/contrast.ts';
import { type ReceivedMail, startMailServer, type TestMailServer } from '../../platform/mail/testing-smtp.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import { setPassword } from '../accounts/passwords.ts';
import { letSignUp } from '../local-accounts/testing-mail.ts';
import { accents } from './brand.ts';

let portico: TestApp;
let server: TestMailServer;
let administrator: Record<string, string>;
let deskAdministrator: Record<string, string>;
let agent: Record<string, string>;
let customer: Record<string, string>;
let acme: string;
let globex: string;

beforeAll(async () => {
  portico = await createTestApp();
  server = await startMailServer();
  const { db } = portico.platform;
  administrator = await portico.signIn(
    await portico.createAccount({ isAdministrator: true, displayName: 'Olivia' }),
  );
  customer = await portico.signIn(await portico.createAccount());
  acme = await portal('ACME', 'Acme Support', 'teal');
  globex = await portal('GLOBEX', 'Globex "Help" <b>', 'orange');
  const people = [await portico.createAccount(), await portico.createAccount()];
  for (const [index, account] of people.entries()) {
    await db
      .insertInto('service_desk_agent')
      .values({ service_desk_id: acme, account_id: account.id, is_administrator: index === 0 })
      .execute();
  }
  [deskAdministrator, agent] = (await Promise.all(people.map((account) => portico.signIn(account)))) as [
    Record<string, string>,
    Record<string, string>,
  ];
  await db
    .insertInto('mail_settings')
    .values({
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
      from_address: 'mail@northwind.example',
      from_name: 'Northwind',
      reply_to: 'desk@northwind.example',
    })
    .execute();
  await letSignUp(portico, null, 'open');
  await portico.start();
});

afterAll(async () => {
  await portico?.close();
  await server?.close();
});

beforeEach(async () => {
  const { db } = portico.platform;
  for (const table of ['portal_mail', 'mailed_link', 'throttle', 'invitation'] as const) {
    await db.deleteFrom(table).execute();
  }
});

async function portal(key: string, name: string, accent: string): Promise<string> {
  const { db } = portico.platform;
  const project = await db
    .insertInto('project')
    .values({ key, name })
    .returning('id')
    .executeTakeFirstOrThrow();
  const desk = await db
    .insertInto('service_desk')
    .values({ project_id: project.id, portal_name: name, accent_color: accent, access: 'open' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return desk.id;
}

function ask(method: 'GET' | 'PUT' | 'POST', path: string, who: object | null, payload?: object) {
  return portico.app.inject({
    method,
    url: `/rest/portico/1/${path}`,
    headers: { origin: portico.platform.config.url.origin, ...who },
    ...(payload && { payload }),
  });
}

const settle = (of: string, body: object, version = 0, who: object = administrator) =>
  ask('PUT', `portal/${of}/mail`, who, { senderName: null, replyTo: null, ...body, version });

/** The next mail to somebody that the mail server takes. */
function arrived(email: string): Promise<ReceivedMail> {
  return vi.waitFor(
    () => {
      const got = server.received.filter(({ envelope }) => envelope.to[0] === email).at(-1);
      if (!got) throw new Error(`nothing came for ${email}`);
      return got;
    },
    { timeout: 15_000, interval: 50 },
  );
}

const htmlOf = ({ mail }: ReceivedMail) => (mail.html === false ? '' : mail.html);

describe('mail that is sent because of a portal', () => {
  test('an invitation carries the portal’s name, colour, sender and address for answers', async () => {
    await settle(acme, { senderName: 'Acme Service', replyTo: 'Help@Acme.example' });
    const order = { addresses: 'ivy@small.example', portalId: acme, locale: 'de' };
    expect((await ask('POST', 'invitation', administrator, order)).statusCode).toBe(200);
    const got = await arrived('ivy@small.example');
    expect(got.envelope.from).toBe('mail@northwind.example');
    expect(got.mail.from?.value).toEqual([{ name: 'Acme Service', address: 'mail@northwind.example' }]);
    expect(got.mail.replyTo?.text).toBe('help@acme.example');
    expect(got.mail.subject).toBe('Olivia lädt Sie zu Acme Support ein');
    expect(got.mail.text).toContain(`/servicedesk/customer/portal/${acme}`);
    expect(got.mail.text).toMatch(/bis \d+\. \S+ 20\d\d um \d\d:\d\d UTC/);
    expect(htmlOf(got)).toContain(`style="background:${accents['teal']};`);
    expect(htmlOf(got)).toContain('<html lang="de">');
    expect(got.mail.headers.get('content-language')).toBe('de');
    expect(got.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(got.mail.headers.has('list-unsubscribe')).toBe(false);
    expect(got.mail.date).toBeInstanceOf(Date);
    const row = await portico.platform.db
      .selectFrom('mail_message')
      .select(['message_id', 'from_name', 'reply_to', 'language'])
      .where('to_address', '=', 'ivy@small.example')
      .executeTakeFirstOrThrow();
    expect(got.mail.messageId).toBe(`<${row.message_id}>`);
    expect(row.message_id.endsWith(`@${portico.platform.config.url.hostname}`)).toBe(true);
    expect(row).toMatchObject({ from_name: 'Acme Service', reply_to: 'help@acme.example', language: 'de' });
  });

  test('a sign-up that began at a portal, by its name where nothing else was decided', async () => {
    const typed = { email: 'nina@small.example', displayName: 'Nina', portal: acme, locale: 'en' };
    expect((await ask('POST', 'sign-up', null, typed)).statusCode).toBe(200);
    const got = await arrived('nina@small.example');
    expect(got.mail.from?.text).toBe('"Acme Support" <mail@northwind.example>');
    expect(got.mail.replyTo?.text).toBe('desk@northwind.example');
    expect(got.mail.subject).toBe('Finish your account at Acme Support');
    expect(htmlOf(got)).toContain(accents['teal']);
  });

  test('a password that was forgotten at a portal', async () => {
    const account = await portico.createAccount({ email: 'pia@small.example', displayName: 'Pia' });
    await setPassword(portico.platform.db, account.id, 'nine small otters swim');
    const destination = `/servicedesk/customer/portal/${globex}/create/1`;
    await ask('POST', 'password-reset', null, { email: 'pia@small.example', destination });
    const got = await arrived('pia@small.example');
    expect(got.mail.from?.value[0]?.name).toBe('Globex "Help" <b>');
    expect(got.mail.from?.value).toHaveLength(1);
    expect(htmlOf(got)).toContain('Globex &quot;Help&quot; &lt;b&gt;');
    expect(htmlOf(got)).toContain(accents['orange']);
    expect(htmlOf(got)).not.toContain(accents['teal']);
  });

  test('what belongs to no portal is the site’s', async () => {
    const typed = { email: 'ola@small.example', displayName: 'Ola', locale: 'en' };
    await ask('POST', 'sign-up', null, typed);
    const got = await arrived('ola@small.example');
    expect(got.mail.from?.text).toBe('"Northwind" <mail@northwind.example>');
    expect(got.mail.subject).toBe(`Finish your account at ${portico.platform.config.siteName}`);
  });

  test('no name of a portal, a person or a sender makes a header of its own', async () => {
    const { db } = portico.platform;
    const evil = 'Acme\r\nBcc: victim@example.com\r\n\r\n<script>alert(1)</script>';
    await db.updateTable('service_desk').set({ portal_name: evil }).where('id', '=', acme).execute();
    const inviter = await portico.createAccount({ isAdministrator: true, displayName: 'Eve' });
    await db
      .updateTable('account')
      .set({ display_name: `Eve\r\nX-Evil: 1` })
      .where('id', '=', inviter.id)
      .execute();
    const order = { addresses: 'vic@small.example', portalId: acme, note: '<img src=x onerror=alert(1)>' };
    await ask('POST', 'invitation', await portico.signIn(inviter), order);
    const got = await arrived('vic@small.example');
    await db
      .updateTable('service_desk')
      .set({ portal_name: 'Acme Support' })
      .where('id', '=', acme)
      .execute();
    expect(got.envelope.to).toEqual(['vic@small.example']);
    expect(got.mail.headers.has('bcc')).toBe(false);
    expect(got.mail.headers.has('x-evil')).toBe(false);
    expect(got.mail.subject).toContain('Eve X-Evil: 1 invites you to Acme Bcc: victim@example.com');
    expect(htmlOf(got)).not.toMatch(/<script|<img/);
  });
});

describe('who mail of a portal is from', () => {
  test('is decided by who administers it, and by nobody else', async () => {
    const seen = await ask('GET', `portal/${acme}/mail`, deskAdministrator);
    expect(seen.json()).toEqual({ senderName: null, replyTo: null, portalName: 'Acme Support', version: 0 });
    expect((await settle(acme, { senderName: ' Acme\tHelp ' }, 0, deskAdministrator)).json()).toMatchObject({
      senderName: 'Acme Help',
      version: 1,
    });
    expect((await settle(globex, {}, 0, deskAdministrator)).statusCode).toBe(403);
    for (const [who, status] of [
      [agent, 403],
      [customer, 403],
      [null, 401],
    ] as const) {
      expect((await ask('GET', `portal/${acme}/mail`, who)).statusCode).toBe(status);
      expect(
        (await ask('PUT', `portal/${acme}/mail`, who, { senderName: 'X', replyTo: null, version: 1 }))
          .statusCode,
      ).toBe(status);
    }
    expect((await ask('GET', 'portal/999999/mail', administrator)).statusCode).toBe(404);
    expect((await ask('GET', 'portal/none/mail', administrator)).statusCode).toBe(404);
    expect((await settle('none', {})).statusCode).toBe(404);
  });

  test('is in the audit log as it was and as it is', async () => {
    await settle(acme, { senderName: 'Acme One' });
    await settle(acme, { senderName: 'Acme Two', replyTo: 'help@acme.example' }, 1);
    const entry = await portico.platform.db
      .selectFrom('audit_event')
      .select(['before', 'after', 'object_name', 'object_id'])
      .where('action', '=', 'portal-mail.changed')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(entry).toEqual({
      object_name: 'Acme Support',
      object_id: acme,
      before: { senderName: 'Acme One', replyTo: null },
      after: { senderName: 'Acme Two', replyTo: 'help@acme.example' },
    });
  });

  test('cannot be what no mail could carry, or what would look like another sender', async () => {
    const refused = await settle(acme, {
      senderName: 'security@bank.example',
      replyTo: 'a@b.example, c@d.example',
    });
    expect(refused.statusCode).toBe(400);
    expect(Object.keys(refused.json().errors)).toEqual(['senderName', 'replyTo']);
    expect((await settle(acme, { senderName: 'x'.repeat(81) })).json().errors.senderName).toContain('80');
    expect((await settle(acme, { senderName: '  ', replyTo: ' ' })).json()).toMatchObject({
      senderName: null,
      replyTo: null,
    });
  });

  test('of two who save at once, the second is told', async () => {
    const answers = await Promise.all([
      settle(acme, { senderName: 'One' }),
      settle(acme, { senderName: 'Two' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});

test('kinds of mail can be looked at as a portal’s', async () => {
  await settle(acme, { senderName: 'Acme Service' });
  const preview = (rest: string) => ask('GET', `mail/template/account.sign-up/${rest}`, administrator);
  const shown = await preview(`preview?locale=de&portalId=${acme}`);
  expect(shown.json()).toMatchObject({
    subject: 'Ihr Konto bei Acme Support fertigstellen',
    fromName: 'Acme Service',
  });
  expect((await preview(`html?portalId=${acme}`)).body).toContain(accents['teal']);
  expect((await preview('html')).body).not.toContain(accents['teal']);
  expect((await preview('preview?portalId=999999')).statusCode).toBe(404);
  expect((await preview('preview?portalId=x')).statusCode).toBe(400);
});

test('portals’ colours in mail are those of their pages, and white words can be read on them', () => {
  const palette = readFileSync(new URL('../../../web/kit/colors.ts', import.meta.url), 'utf8');
  for (const [name, color] of Object.entries(accents)) {
    const ramp = new RegExp(`\\b${name}: '([^']+)'`).exec(palette)?.[1]?.split(' ');
    expect(ramp?.[7], name).toBe(color);
    expect(contrast('#ffffff', color), name).toBeGreaterThanOrEqual(4.5);
  }
});
