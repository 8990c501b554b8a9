import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JiraClient from 'jira-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';

// The other client that many programs are written with. It knows version 2 of Jira's API and version 3, and no schemas: what it is
// asked here is what its programs do with the answers.

let world: DeskWorld;
let port: number;
let folder: string;

beforeAll(async () => {
  world = await createDeskWorld();
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = world.app.server.address() as AddressInfo);
  folder = await mkdtemp(join(tmpdir(), 'portico-jira-client-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

async function clientOf(person: TestPerson, apiVersion: '2' | '3'): Promise<JiraClient> {
  const { body } = await world.ask<{ token: string }>(person, 'POST', '/rest/portico/1/my-token', {
    name: `jira-client ${apiVersion}`,
    scopes: ['read:jira-user', 'read:jira-work', 'write:jira-work'],
    days: 1,
  });
  return new JiraClient({
    protocol: 'http',
    host: '127.0.0.1',
    port: String(port),
    username: person.account.email ?? '',
    password: body.token,
    apiVersion,
  });
}

describe.each(['2', '3'] as const)('with version %s', (apiVersion) => {
  let jira: JiraClient;
  let key: string;

  const text = (words: string) =>
    apiVersion === '2'
      ? words
      : {
          type: 'doc',
          version: 1,
          content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
        };

  beforeAll(async () => {
    jira = await clientOf(world.people.agent, apiVersion);
    const types = (await jira.listIssueTypes()) as unknown as { id: string; name: string }[];
    const created = await jira.addNewIssue({
      fields: {
        project: { key: 'NORTH' },
        issuetype: { id: types[0]?.id ?? '' },
        summary: 'The printer smokes',
        description: text('Since this morning.'),
      },
    } as never);
    key = created['key'] as string;
    expect(key).toMatch(/^NORTH-\d+$/);
  });

  test('it reads who and where it is', async () => {
    expect(await jira.getCurrentUser()).toMatchObject({ displayName: 'Anna Agent' });
    expect(await jira.getServerInfo()).toMatchObject({ deploymentType: 'Cloud' });
    expect((await jira.listProjects()).map((project) => project['key'])).toEqual(['NORTH']);
    const [anna] = (await jira.searchUsers({ query: 'anna' } as never)) as unknown as { accountId: string }[];
    expect(anna?.accountId).toBe(world.people.agent.account.accountId);
    expect(await jira.getUser(anna?.accountId ?? '', '')).toMatchObject({ displayName: 'Anna Agent' });
  });

  test('it lists fields, priorities, statuses and what can be created', async () => {
    const fields = (await jira.listFields()) as unknown as { id: string }[];
    expect(fields.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['summary', 'description', 'priority']),
    );
    const priorities = (await jira.listPriorities()) as unknown as { name: string }[];
    expect(priorities.map(({ name }) => name)).toContain('Medium');
    const statuses = (await jira.listStatus()) as unknown as { name: string }[];
    expect(statuses.map(({ name }) => name)).toContain('In progress');
    expect(await jira.getIssueCreateMetadata({ projectKeys: 'NORTH' } as never)).toMatchObject({
      projects: [{ key: 'NORTH' }],
    });
  });

  test('it finds, edits, assigns and moves an issue', async () => {
    await jira.updateIssue(key, {
      fields: { summary: 'The printer burns', description: text('Help!') },
    } as never);
    await jira.updateAssigneeWithId(key, world.people.agent.account.accountId);
    const { transitions } = (await jira.listTransitions(key)) as unknown as {
      transitions: { id: string; name: string }[];
    };
    const start = transitions.find(({ name }) => name === 'Start work');
    await jira.transitionIssue(key, { transition: { id: start?.id ?? '' } });
    const issue = await jira.findIssue(key, 'names', 'summary,status,assignee,description');
    expect(issue).toMatchObject({
      key,
      names: { summary: 'Summary' },
      fields: {
        summary: 'The printer burns',
        description: text('Help!'),
        status: { name: 'In progress' },
        assignee: { displayName: 'Anna Agent' },
      },
    });
    expect(Object.keys(issue['fields'] as object).sort()).toEqual([
      'assignee',
      'description',
      'status',
      'summary',
    ]);
    const { values } = (await jira.getIssueChangelog(key)) as unknown as {
      values: { items: { field: string }[] }[];
    };
    expect(values.flatMap(({ items }) => items.map(({ field }) => field))).toEqual(
      expect.arrayContaining(['summary', 'description', 'assignee', 'status']),
    );
  });

  test('it writes, changes and deletes comments', async () => {
    const made = await jira.addCommentAdvanced(key, { body: text('On my way') } as never);
    const id = Number(made['id']);
    await jira.updateComment(key, String(id), text('Almost there') as never);
    expect(await jira.getComment(key, id)).toMatchObject({ body: text('Almost there') });
    expect((await jira.getComments(key))['comments']).toHaveLength(1);
    await jira.deleteComment(key, id);
    expect((await jira.getComments(key))['comments']).toHaveLength(0);
  });

  test('it logs work, watches and links', async () => {
    const worklog = await jira.addWorklog(key, {
      timeSpent: '1h 30m',
      comment: text('Looked at it'),
    } as never);
    expect(worklog).toMatchObject({ timeSpentSeconds: 5400 });
    expect((await jira.getIssueWorklogs(key))['worklogs']).toHaveLength(1);
    await jira.deleteWorklog(key, worklog['id'] as string);

    await jira.addWatcher(key, world.people.agent.account.accountId);
    expect(await jira.getIssueWatchers(key)).toMatchObject({ watchCount: 1, isWatching: true });

    const other = await world.raise();
    const { issueLinkTypes } = (await jira.listIssueLinkTypes()) as { issueLinkTypes: { name: string }[] };
    expect(issueLinkTypes.map(({ name }) => name)).toContain('Blocks');
    await jira.issueLink({
      type: { name: 'Blocks' },
      inwardIssue: { key },
      outwardIssue: { key: other.key },
    } as never);
    const linked = (await jira.findIssue(key, '', 'issuelinks')) as {
      fields: { issuelinks: { id: string; outwardIssue?: { key: string } }[] };
    };
    expect(linked.fields.issuelinks).toMatchObject([{ outwardIssue: { key: other.key } }]);
    await jira.deleteIssueLink(linked.fields.issuelinks[0]?.id ?? '');
  });

  test('it attaches files and reads them', async () => {
    const path = join(folder, `report-${apiVersion}.txt`);
    await writeFile(path, 'It burns.');
    const [attached] = (await jira.addAttachmentOnIssue(key, createReadStream(path))) as unknown as {
      id: string;
      filename: string;
    }[];
    expect(attached?.filename).toBe(`report-${apiVersion}.txt`);
    const content = (await jira.downloadAttachment(attached ?? {})) as unknown as Buffer;
    expect(content.toString()).toBe('It burns.');
  });

  test('what it may not do is refused in Jira’s words', async () => {
    await expect(jira.findIssue('NORTH-99999')).rejects.toThrow('There is no such request');
    await expect(jira.updateIssue(key, { fields: { summary: '' } })).rejects.toThrow(
      '"errors":{"summary":"You must specify a summary of the issue."}',
    );
    const stranger = await clientOf(world.people.otherAgent, apiVersion);
    await expect(stranger.findIssue(key)).rejects.toThrow('There is no such request');
    await expect(stranger.addCommentAdvanced(key, { body: text('Hello') } as never)).rejects.toThrow(
      'There is no such request',
    );
  });
});
