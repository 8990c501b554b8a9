import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember } from '../../customers/index.ts';
import { accountSeesRequest } from '../access-rules.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface RichComment {
  id: string;
  body: string;
  renderedBody: { html: string };
  _portico: { document: object };
}

function doc(...content: object[]) {
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content }] };
}
function text(value: string, ...marks: string[]) {
  return { type: 'text', text: value, ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }) };
}
function mention(who: TestPerson, name = '@somebody else') {
  return { type: 'mention', attrs: { id: who.account.accountId, text: name } };
}
function say(who: TestPerson, key: string, document: object, isPublic = true) {
  return world.ask<RichComment>(who, 'POST', `/rest/servicedeskapi/request/${key}/comment`, {
    public: isPublic,
    _portico: { document },
  });
}

test('rich text is kept as it is, read as plain text, and rendered', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  const document = doc(text('Restart '), text('now', 'strong'), text('!'));
  const added = await say(people.agent, key, document);
  expect(added.status, added.text).toBe(201);
  expect(added.body).toMatchObject({ body: 'Restart now!', _portico: { document } });
  const shown = await ask(
    people.reporter,
    'GET',
    `/rest/servicedeskapi/request/${key}/comment/${added.body.id}?expand=renderedBody`,
  );
  expect(shown.body).toMatchObject({
    renderedBody: { html: '<p>Restart <strong>now</strong>!</p>' },
    _portico: { document },
  });
});

test('what is no rich text, or says nothing, is refused with words', async () => {
  const { people, raise } = world;
  const { key } = await raise();
  const refused = await say(people.agent, key, doc({ type: 'iframe' }));
  expect(refused).toMatchObject({
    status: 400,
    body: { errors: { body: 'This is not valid rich text: there is no node "iframe".' } },
  });
  const link = { ...text('x'), marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] };
  expect(await say(people.agent, key, doc(link))).toMatchObject({ status: 400 });
  expect(await say(people.agent, key, doc(text('  ')))).toMatchObject({
    status: 400,
    body: { errors: { body: 'Write something.' } },
  });
});

test('whoever may read a comment can be mentioned in it, and is called by name', async () => {
  const { people, raise } = world;
  const { key } = await raise();
  const said = await say(
    people.agent,
    key,
    doc(mention(people.reporter), text(' and '), mention(people.manager)),
  );
  expect(said.status, said.text).toBe(201);
  expect(said.body.body).toBe('@Alice Reporter and @Mona Manager');
  const noted = await say(people.agent, key, doc(mention(people.administrator)), false);
  expect(noted.body.body).toBe('@Ada Admin');
});

test('nobody is mentioned who may not read it, and nobody learns who that is', async () => {
  const { people, raise } = world;
  const { key } = await raise();
  for (const who of [people.member, people.customerOfB, people.otherAgent]) {
    const answer = await say(people.agent, key, doc(mention(who)));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Somebody who is mentioned here may not.');
    expect(answer.text).not.toContain(who.account.displayName);
  }
  const note = await say(people.agent, key, doc(mention(people.reporter)), false);
  expect(note.status).toBe(400);
  expect(note.text).toContain('agents of this service desk');
  for (const id of ['', "'", '0', 'x'.repeat(128)]) {
    const nobody = { type: 'mention', attrs: { id, text: '@Eve' } };
    expect((await say(people.agent, key, doc(nobody))).status, id).toBe(400);
  }
  const many = Array.from({ length: 51 }, (_, at) => ({ type: 'mention', attrs: { id: `x${at}` } }));
  expect((await say(people.agent, key, doc(...many))).text).toContain('at most 50');
});

test('customers write rich text, but mention nobody', async () => {
  const { people, raise } = world;
  const { key } = await raise();
  expect((await say(people.reporter, key, doc(text('bold', 'strong')))).status).toBe(201);
  const answer = await say(people.reporter, key, doc(mention(people.agent)));
  expect(answer).toMatchObject({
    status: 400,
    body: { errors: { body: 'Only agents can mention people.' } },
  });
});

test('files come with rich text too', async () => {
  const { ask, people, raise, upload } = world;
  const { key } = await raise();
  const document = doc(text('see', 'em'));
  const added = await ask<{ comment: RichComment }>(
    people.agent,
    'POST',
    `/rest/servicedeskapi/request/${key}/attachment`,
    {
      temporaryAttachmentIds: [await upload(people.agent, 'a.txt', 'x')],
      public: false,
      additionalComment: { _portico: { document } },
    },
  );
  expect(added.status, added.text).toBe(201);
  expect(added.body.comment).toMatchObject({ body: 'see', public: false, _portico: { document } });
});

test('a request is described in rich text, in which everybody is called by name only', async () => {
  const { ask, people, raise } = world;
  const description = doc(text('It '), text('smokes', 'strong'), mention(people.agent, '@Anna'));
  const { key } = await raise({ values: { description } });
  const { body } = await ask<{ requestFieldValues: { fieldId: string }[] }>(
    people.reporter,
    'GET',
    `/rest/servicedeskapi/request/${key}`,
  );
  expect(body.requestFieldValues.find(({ fieldId }) => fieldId === 'description')).toMatchObject({
    value: 'It smokes@Anna',
    renderedValue: { html: '<p>It <strong>smokes</strong>@Anna</p>' },
    _portico: { document: doc(text('It '), text('smokes', 'strong'), text('@Anna')) },
  });
});

test('everybody who may see a request is found to be mentioned, by whichever way they see it', async () => {
  const { ask, people, raise, platform } = world;
  const { db } = platform;
  const { key, id } = await raise();
  const [participant, approver, fellow] = [await world.person(), await world.person(), await world.person()];
  await db
    .insertInto('request_participant')
    .values({ request_id: id, account_id: participant.account.id })
    .execute();
  const { id: approval_id } = await db
    .insertInto('approval')
    .values({ request_id: id, status_id: sql<string>`(select min(id) from status)`, name: 'x' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('approval_approver')
    .values({ approval_id, request_id: id, account_id: approver.account.id })
    .execute();
  await addMember(db, {
    organizationId: world.globex.id,
    accountId: fellow.account.id,
    role: 'member',
    origin: 'manual',
  });
  await db
    .insertInto('request_share')
    .values({ request_id: id, organization_id: world.globex.id, request_created_at: new Date() })
    .execute();
  const seeing = await db
    .selectFrom(['account', 'request'])
    .select('account.account_id as accountId')
    .where('request.id', '=', id)
    .where('account.is_active', '=', true)
    .where(accountSeesRequest)
    .execute();
  const { body } = await ask<{ accountId: string }[]>(
    people.agent,
    'GET',
    `/rest/api/3/user/viewissue/search?issueKey=${key}`,
  );
  const ids = body.map(({ accountId }) => accountId);
  expect(ids.toSorted()).toEqual(seeing.map(({ accountId }) => accountId).toSorted());
  for (const who of [participant, approver, fellow, people.reporter, people.manager, people.agent]) {
    expect(ids, who.account.displayName).toContain(who.account.accountId);
  }
});
