import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface RequestBody {
  issueId: string;
  issueKey: string;
  requestFieldValues: { fieldId: string; label: string; value: unknown; renderedValue?: { html: string } }[];
}
interface PageBody {
  values: { issueKey: string; summary: string }[];
  isLastPage: boolean;
}

function impact(): string {
  return world.fields.get('Impact') ?? '';
}

function newProblem(values: Record<string, unknown>) {
  return {
    serviceDeskId: world.desk.id,
    requestTypeId: world.types.get('Report a problem'),
    requestFieldValues: {
      summary: 'No sound',
      description: 'Since Monday',
      [impact()]: { value: 'One person' },
      ...values,
    },
  };
}

test('a customer raises a request and reads it as JSM shows it', async () => {
  const { ask, people, acme } = world;
  const raised = await ask<RequestBody>(
    people.reporter,
    'POST',
    '/rest/servicedeskapi/request',
    newProblem({ description: 'First line\nsecond <b>line</b>\n\nhttps://example.com' }),
  );
  expect(raised.status, raised.text).toBe(201);
  expect(raised.body.issueKey).toMatch(/^NORTH-\d+$/);
  const read = await ask(people.reporter, 'GET', `/rest/servicedeskapi/request/${raised.body.issueKey}`);
  expect(read.body).toEqual(raised.body);
  expect(read.body).toMatchObject({
    summary: 'No sound',
    serviceDeskId: world.desk.id,
    reporter: { displayName: 'Alice Reporter', emailAddress: 'alice@acme.example' },
    currentStatus: { status: 'Waiting for support', statusCategory: 'NEW' },
    createdDate: { friendly: expect.stringMatching(/^Today/), epochMillis: expect.any(Number) },
    _portico: { isAgent: false, organization: { id: acme.id, name: 'Acme' } },
  });
  expect(raised.body.requestFieldValues).toEqual([
    {
      fieldId: 'summary',
      label: 'What is the problem?',
      value: 'No sound',
      _portico: { type: 'summary', section: null },
    },
    {
      fieldId: 'description',
      label: 'What happens, and what did you expect?',
      value: 'First line\nsecond <b>line</b>\n\nhttps://example.com',
      renderedValue: {
        html: '<p>First line<br/>second &lt;b&gt;line&lt;/b&gt;</p><p>https://example.com</p>',
      },
      _portico: { type: 'description', section: null, document: expect.objectContaining({ type: 'doc' }) },
    },
    {
      fieldId: impact(),
      label: 'Who is affected?',
      value: { id: expect.any(String), value: 'One person' },
      _portico: { type: 'select', section: null },
    },
  ]);
});

test('a refused form says for each field what is wrong, and nothing is kept', async () => {
  const { ask, people, platform } = world;
  const before = await platform.db.selectFrom('request').select('id').execute();
  const { status, body } = await ask(people.reporter, 'POST', '/rest/servicedeskapi/request', {
    ...newProblem({
      summary: ' ',
      description: 'x'.repeat(32_768),
      [impact()]: { value: 'Mars' },
      customfield_99999: 'what',
      attachment: ['temp-of-nobody'],
    }),
  });
  expect(status).toBe(400);
  expect(body).toEqual({
    errorMessages: [],
    errors: {
      summary: '"What is the problem?" is required.',
      description: 'This is too long: it has 32,768 characters, and at most 32,767 are allowed.',
      [impact()]: 'Choose one of: One person, A team, Whole company.',
      customfield_99999: 'This form has no such field. Leave it out, or choose another request type.',
    },
  });
  const onlyAttachment = await ask(
    people.reporter,
    'POST',
    '/rest/servicedeskapi/request',
    newProblem({ attachment: ['temp-of-nobody'] }),
  );
  expect(onlyAttachment.body).toMatchObject({ errors: { attachment: expect.stringContaining('not there') } });
  expect(await platform.db.selectFrom('request').select('id').execute()).toEqual(before);
});

test('a request type of another desk is refused', async () => {
  const { ask, people, platform, otherDesk } = world;
  const other = await platform.db
    .selectFrom('request_type')
    .select('id')
    .where('service_desk_id', '=', otherDesk.id)
    .executeTakeFirstOrThrow();
  const { status, body } = await ask(people.reporter, 'POST', '/rest/servicedeskapi/request', {
    ...newProblem({}),
    requestTypeId: other.id,
  });
  expect([status, body]).toEqual([
    400,
    { errorMessages: [], errors: { requestTypeId: 'This service desk has no such request type.' } },
  ]);
});

test('an agent raises a request for a customer; it is the customer’s, and nobody else’s', async () => {
  const { ask, people } = world;
  const body = { ...newProblem({}), raiseOnBehalfOf: people.member.account.accountId };
  const { status, body: raised } = await ask<RequestBody>(
    people.agent,
    'POST',
    '/rest/servicedeskapi/request',
    body,
  );
  expect(status).toBe(201);
  expect(raised).toMatchObject({ reporter: { displayName: 'Max Member' } });
  const url = `/rest/servicedeskapi/request/${raised.issueKey}`;
  expect((await ask(people.member, 'GET', url)).status).toBe(200);
  expect((await ask(people.reporter, 'GET', url)).status).toBe(404);

  for (const [who, whom, message] of [
    [people.reporter, people.member.account.accountId, 'Only agents raise requests for others.'],
    [people.reporter, 'nobody', 'Only agents raise requests for others.'],
    [people.agent, 'nobody', 'There is no such account.'],
    [
      people.agent,
      people.customerOfB.account.accountId,
      'This person is no customer of the service desk. Add them, or their organization, first.',
    ],
  ] as const) {
    const refused = await ask(who, 'POST', '/rest/servicedeskapi/request', {
      ...newProblem({}),
      raiseOnBehalfOf: whom,
    });
    expect([refused.status, refused.body]).toEqual([
      400,
      { errorMessages: [], errors: { raiseOnBehalfOf: message } },
    ]);
  }
});

test('requests raised at once get keys without gaps or doubles', async () => {
  const raised = await Promise.all(Array.from({ length: 12 }, () => world.raise()));
  const numbers = raised.map(({ key }) => Number(key.split('-')[1])).sort((a, b) => a - b);
  const first = numbers[0] ?? 0;
  expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => first + index));
});

test('a list shows one’s own requests, a manager’s those of the organization too, and filters narrow it', async () => {
  const { ask, people, raise, acme, desk, person, platform } = world;
  const newcomer = await person({ displayName: 'New Comer' });
  await platform.db
    .insertInto('organization_member')
    .values({ organization_id: acme.id, account_id: newcomer.account.id, origin: 'manual' })
    .execute();
  const mine = [];
  for (const summary of ['100% broken', 'Works_sometimes', 'Third']) {
    mine.push((await raise({ by: newcomer, summary })).key);
  }
  async function keys(who: typeof newcomer, query: string) {
    const { body } = await ask<PageBody>(who, 'GET', `/rest/servicedeskapi/request?${query}`);
    return body.values.map(({ issueKey }) => issueKey);
  }
  expect(await keys(newcomer, '')).toEqual(mine.toReversed());
  expect(await keys(newcomer, 'searchTerm=100%25')).toEqual([mine[0]]);
  expect(await keys(newcomer, 'searchTerm=s_s')).toEqual([mine[1]]);
  expect(await keys(newcomer, 'searchTerm=work*times')).toEqual([mine[1]]);
  expect(await keys(newcomer, `searchTerm=${mine[2]}`)).toEqual([mine[2]]);
  expect(await keys(newcomer, 'requestStatus=CLOSED_REQUESTS')).toEqual([]);
  expect(await keys(newcomer, `serviceDeskId=${desk.id}&requestStatus=OPEN_REQUESTS`)).toHaveLength(3);
  expect(await keys(newcomer, `serviceDeskId=${world.otherDesk.id}`)).toEqual([]);
  expect(await keys(newcomer, 'requestOwnership=ALL_ORGANIZATIONS')).toEqual([]);

  expect(await keys(people.manager, 'limit=100')).toEqual(expect.arrayContaining(mine));
  expect(await keys(people.manager, 'requestOwnership=OWNED_REQUESTS')).toEqual([]);
  expect(
    await keys(people.manager, `requestOwnership=ORGANIZATION&organizationId=${acme.id}&limit=100`),
  ).toEqual(expect.arrayContaining(mine));
  expect(await keys(people.otherManager, 'requestOwnership=ALL_REQUESTS')).toEqual([]);
  expect(await keys(people.otherManager, `requestOwnership=ORGANIZATION&organizationId=${acme.id}`)).toEqual(
    [],
  );
  expect(await keys(people.agent, 'limit=100')).toEqual([]);
  expect(await keys(people.agent, 'requestOwnership=ALL_REQUESTS&limit=100')).toEqual(
    expect.arrayContaining(mine),
  );

  const first = await ask<PageBody>(newcomer, 'GET', '/rest/servicedeskapi/request?limit=2');
  expect(first.body).toMatchObject({ size: 2, start: 0, limit: 2, isLastPage: false });
  const second = await ask<PageBody>(newcomer, 'GET', '/rest/servicedeskapi/request?limit=2&start=2');
  expect(second.body).toMatchObject({ size: 1, isLastPage: true });
  expect(second.body.values.map(({ issueKey }) => issueKey)).toEqual([mine[0]]);
});

test('what was asked for with expand comes along, in lists too', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  await ask(people.agent, 'POST', `/rest/servicedeskapi/request/${key}/comment`, {
    body: 'A public answer',
    public: true,
  });
  await ask(people.agent, 'POST', `/rest/servicedeskapi/request/${key}/comment`, {
    body: 'A secret note',
    public: false,
  });
  const expand = 'serviceDesk,requestType,status,attachment,comment,participant,action';
  const { body, text } = await ask(
    people.reporter,
    'GET',
    `/rest/servicedeskapi/request/${key}?expand=${expand}`,
  );
  expect(body).toMatchObject({
    _expands: [],
    serviceDesk: { projectKey: 'NORTH' },
    requestType: { name: 'Report a problem' },
    status: { values: [{ status: 'Waiting for support' }] },
    attachments: { size: 0, isLastPage: true },
    comments: { size: 1, values: [{ body: 'A public answer', author: { _portico: { isAgent: true } } }] },
    participants: { size: 0, values: [] },
    actions: { addComment: { allowed: true } },
  });
  expect(text).not.toContain('secret');
  expect(text).not.toContain('anna@northwind.example');
  const list = await ask(people.reporter, 'GET', `/rest/servicedeskapi/request?expand=${expand}`);
  expect(list.text).toContain('A public answer');
  expect(list.text).not.toContain('secret');
  const asAgent = await ask(
    people.agent,
    'GET',
    `/rest/servicedeskapi/request/${key}?expand=comment&expand=requestType`,
  );
  expect(asAgent.body).toMatchObject({ comments: { size: 2 }, requestType: {} });
});

test('an open desk takes requests of everyone who has an account, a restricted one of its customers only', async () => {
  const { ask, people, platform, desk, person } = world;
  const stranger = await person();
  const raise = () => ask(stranger, 'POST', '/rest/servicedeskapi/request', newProblem({}));
  expect((await raise()).status).toBe(404);
  await platform.db.updateTable('service_desk').set({ access: 'open' }).where('id', '=', desk.id).execute();
  const raised = await raise();
  expect(raised.status, raised.text).toBe(201);
  expect(raised.body).toMatchObject({ _portico: { organization: null } });
  const ofOther = await ask(people.customerOfB, 'POST', '/rest/servicedeskapi/request', newProblem({}));
  expect(ofOther.body).toMatchObject({ _portico: { organization: { name: 'Globex' } } });
  await platform.db
    .updateTable('service_desk')
    .set({ access: 'restricted' })
    .where('id', '=', desk.id)
    .execute();
  expect((await raise()).status).toBe(404);
});

test('what a form keeps from customers is kept from them in what they read, too', async () => {
  const { ask, people, platform, raise, types } = world;
  const { key } = await raise();
  const hide = (isHidden: boolean) =>
    platform.db
      .updateTable('request_type_field')
      .set({ is_hidden: isHidden })
      .where('request_type_id', '=', types.get('Report a problem') ?? '')
      .where('field_key', '=', impact())
      .execute();
  const shownTo = async (who: (typeof people)['agent']) => {
    const { body } = await ask<RequestBody>(who, 'GET', `/rest/servicedeskapi/request/${key}`);
    return body.requestFieldValues.map(({ fieldId }) => fieldId);
  };
  expect(await shownTo(people.reporter)).toContain(impact());
  await hide(true);
  expect(await shownTo(people.reporter)).not.toContain(impact());
  expect(await shownTo(people.agent)).toContain(impact());
  await hide(false);
});
