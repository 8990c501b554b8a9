import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from './testing.ts';
import { loadJiraClient } from './testing-jira-client.ts';

let world: DeskWorld;
let issueKey: string;
beforeAll(async () => {
  world = await createDeskWorld();
  issueKey = (await world.raise()).key;
});
afterAll(() => world.close());

describe.each([
  ['an organization', () => `/rest/servicedeskapi/organization/${world.acme.id}`],
  [
    'a request type',
    () =>
      `/rest/servicedeskapi/servicedesk/${world.desk.id}/requesttype/${world.types.get('Report a problem')}`,
  ],
  ['an issue', () => `/rest/api/3/issue/${issueKey}`, 'properties'],
])('properties of %s', (_, place, segment = 'property') => {
  const ask = <Body>(method: 'GET' | 'PUT' | 'DELETE', path: string, body?: object) =>
    world.ask<Body>(world.people.administrator, method, `${place()}/${segment}${path}`, body);

  test('are set, read, listed and deleted', async () => {
    expect((await ask('PUT', '/tier', { level: 'gold', since: 2024 })).status).toBe(201);
    expect((await ask('PUT', '/tier', { level: 'silver' })).status).toBe(200);
    expect((await ask('PUT', '/a%2Fb%20c', [1])).status).toBe(201);
    expect((await ask('GET', '/tier')).body).toEqual({ key: 'tier', value: { level: 'silver' } });
    const { body } = await ask<{ keys: { key: string; self: string }[] }>('GET', '');
    expect(body.keys.map(({ key }) => key)).toEqual(['a/b c', 'tier']);
    expect(new URL(body.keys[0]?.self ?? '').pathname).toBe(`${place()}/${segment}/a%2Fb%20c`);
    expect((await ask('DELETE', '/a%2Fb%20c')).status).toBe(204);
    expect((await ask('DELETE', '/a%2Fb%20c')).status).toBe(404);
    expect((await ask('GET', '/nothing')).status).toBe(404);
  });

  test('are any JSON that is not too long', async () => {
    for (const value of ['"text"', '7', 'true', 'null', '{"a":{"b":[null]}}']) {
      const { statusCode } = await world.app.inject({
        method: 'PUT',
        url: `${place()}/${segment}/any`,
        headers: { ...world.people.administrator.headers, 'content-type': 'application/json' },
        payload: value,
      });
      expect([200, 201]).toContain(statusCode);
      expect((await ask<{ value: unknown }>('GET', '/any')).body.value).toEqual(JSON.parse(value));
    }
    const long = await ask<{ errorMessages: string[] }>('PUT', '/long', { text: 'x'.repeat(32_768) });
    expect(long.status).toBe(400);
    expect(long.body.errorMessages[0]).toContain('at most 32,768');
    expect((await ask('PUT', `/${'k'.repeat(255)}`, {})).status).toBe(201);
    expect((await ask('PUT', `/${'k'.repeat(256)}`, {})).status).toBe(400);
  });

  test('are not for customers', async () => {
    for (const who of [world.people.reporter, world.people.manager, world.people.customerOfB]) {
      const { status } = await world.ask(who, 'GET', `${place()}/${segment}/tier`);
      expect([403, 404]).toContain(status);
    }
  });
});

test('jira.js works with properties as it does with those of Jira', async () => {
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  const { jira, core } = await loadJiraClient();
  const { headers } = world.people.administrator;
  const client = core.createClient({ host: `http://127.0.0.1:${port}`, headers, onSchemaMismatch: 'throw' });
  const { organization } = jira.createServiceDeskClient(client);
  const organizationId = world.globex.id;
  await organization.setProperty({ organizationId, propertyKey: 'region', body: { name: 'EU' } });
  expect(await organization.getProperty({ organizationId, propertyKey: 'region' })).toEqual({
    key: 'region',
    value: { name: 'EU' },
  });
  expect((await organization.getPropertiesKeys({ organizationId })).keys).toHaveLength(1);
  await organization.deleteProperty({ organizationId, propertyKey: 'region' });
  expect((await organization.getPropertiesKeys({ organizationId })).keys).toEqual([]);
  const { issueProperties } = jira.createCloudClient(client);
  const issue = { issueIdOrKey: issueKey, propertyKey: 'region' };
  await issueProperties.setIssueProperty({ ...issue, body: { name: 'EU' } });
  expect(await issueProperties.getIssueProperty(issue)).toEqual({ key: 'region', value: { name: 'EU' } });

  await issueProperties.deleteIssueProperty(issue);
  const { keys } = await issueProperties.getIssuePropertyKeys({ issueIdOrKey: issueKey });
  expect(keys?.map(({ key }) => key)).not.toContain('region');
});
