import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantRole } from '../identity/index.ts';
import { adfFromText } from '../platform/formats/rich-text.ts';
import { isOfDesk, routesOf } from '../testing-routes.ts';
import { addComment, addFiles } from './comments/add-comment.ts';
import { linkRequests } from './links/link-requests.ts';
import { listLinkTypes } from './links/store.ts';
import { createDeskWorld, type DeskWorld, type TestPerson, uploadTo } from './testing.ts';
import { logWork } from './worklogs/log-work.ts';

// Every route of the desk × everyone who may come along, and what each is answered.
const roles = [
  'anonymous',
  'reporter',
  'member',
  'manager',
  'customerOfB',
  'otherAgent',
  'agent',
  // of the same desk as `agent`
  'deskAdministrator',
  'administrator',
] as const;
type Role = (typeof roles)[number];
type Statuses = readonly [number, number, number, number, number, number, number, number, number];

/** What a call can name: a request with a public and an internal comment and file, and what is around it. */
interface Names {
  readonly serviceDeskId: string;
  readonly requestTypeId: string;
  readonly issueIdOrKey: string;
  readonly commentId: string;
  readonly attachmentId: string;
  /** of an article */
  readonly pageId: string;
  readonly id: string;
  readonly queueId: string;
  /** of queues */
  readonly groupId: string;
  readonly worklogId: string;
  readonly linkId: string;
  readonly slaMetricId: string;
  readonly fileName: string;
  /** of another request on the same desk */
  readonly otherKey: string;
  readonly noteId: string;
  readonly notedFileId: string;
  readonly pictureId: string;
  readonly notedPictureId: string;
  readonly cancelId: string;
  readonly startId: string;
  readonly propertyKey: string;
  readonly approvalId: string;
  readonly cannedResponseId: string;
  /** of the agent's, shared with nobody */
  readonly filterId: string;
  readonly permissionId?: string;
  readonly calendarId: string;
  readonly projectIdOrKey?: string;
  readonly idOrName?: string;
  readonly slaId?: string;
  readonly recomputeId?: string;
  readonly idOrKey?: string;
  readonly issueTypeId?: string;
}

interface Row {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** as Fastify knows it, and what follows it in the call */
  readonly route: string;
  readonly query?: (names: Names) => string;
  readonly fill?: (names: Names) => Partial<Names>;
  readonly body?: (names: Names, who: TestPerson | null) => object | Promise<object>;
  readonly says?: string;
  readonly answers: Statuses;
}

const signedIn: Statuses = [401, 200, 200, 200, 200, 200, 200, 200, 200];
const deskUsers: Statuses = [401, 200, 200, 200, 404, 404, 200, 200, 200];
const deskAgents: Statuses = [401, 403, 403, 403, 404, 404, 200, 200, 200];
/** of the site or of the desk */
const administrators: Statuses = [401, 403, 403, 403, 403, 403, 403, 204, 204];
/** the same, where they are answered something */
const deskAdministrators: Statuses = [401, 403, 403, 403, 403, 403, 403, 200, 200];
const requestViewers: Statuses = [401, 200, 404, 200, 404, 404, 200, 200, 200];
// The manager of its organization is neither.
const reporterAndAgents: Statuses = [401, 200, 404, 403, 404, 404, 200, 200, 200];
const requestAgents: Statuses = [401, 404, 404, 404, 404, 404, 200, 200, 200];
const notesOfRequest = requestAgents;
const staff: Statuses = [401, 403, 403, 403, 403, 200, 200, 200, 200];
const notThere = () => ({ id: '999999' });

function instead(answers: Statuses, ok: number): Statuses {
  return answers.map((status) => (status === 200 ? ok : status)) as unknown as Statuses;
}

/** Jira's routes, under both versions of its API. */
function inBothVersions(rows: readonly Row[]): Row[] {
  return ['3', '2'].flatMap((version) =>
    rows.map((row) => ({ ...row, route: row.route.replace('/rest/api/3/', `/rest/api/${version}/`) })),
  );
}

const desk = '/rest/servicedeskapi/servicedesk/:serviceDeskId';
const request = '/rest/servicedeskapi/request/:issueIdOrKey';
const issue = '/rest/api/3/issue/:issueIdOrKey';
const attachment = '/rest/api/3/attachment';
const commentProperties = '/rest/api/3/comment/:commentId/properties';
const feedback = '/rest/servicedeskapi/request/:issueIdOrKey/feedback';
const ours = '/rest/portico/1/service-desk';
const cannedResponse = `${ours}/:serviceDeskId/canned-response`;
const sla = `${ours}/:serviceDeskId/sla`;
const slaBody = {
  starts: [{ kind: 'created' }],
  stops: [{ kind: 'resolution-set' }],
  pauses: [],
  goals: [{ jql: '', minutes: 60, calendarId: null }],
  warnMinutes: [],
};
const calendar = `${ours}/:serviceDeskId/calendar`;
const calendarBody = { name: 'Hours', timeZone: 'UTC', hours: { monday: [{ start: '9:00', end: '17:00' }] } };
const queue = `${ours}/:serviceDeskId/queue`;
const queueBody = { jql: 'order by created', columns: null, groupId: null, isTeamPriority: false };
const cannedBody = {
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hello' }] }],
};

function requestTypeInput(name: string): object {
  return {
    name,
    description: '',
    helpText: '',
    icon: 'help',
    groupIds: [],
    form: [
      {
        field: { key: 'summary', label: '', helpText: '', isRequired: true, isHidden: false, showWhen: null },
      },
    ],
  };
}

/** Rows of api/3 that are alike: `GET /search`. */
function alike(
  answers: Statuses,
  routes: readonly string[],
  row: Pick<Row, 'fill' | 'body' | 'query' | 'says'> = {},
): Row[] {
  return routes.map((route) => {
    const [method, path] = route.split(' ');
    return { method: method as Row['method'], route: `/rest/api/3${path}`, answers, ...row };
  });
}
/** The agent's, which is shared with nobody. */
const ownFilter: Statuses = [401, 403, 403, 403, 403, 404, 200, 404, 404];
const theFilter = ({ filterId }: Names) => ({ id: filterId });

const newIssue = {
  fields: { project: { key: 'NORTH' }, issuetype: { id: '10001' }, summary: 'New' },
};
const ofNorth = () => ({ projectIdOrKey: 'NORTH' });

let world: DeskWorld;
let deskAdministrator: TestPerson;
let shared: Names;
let keyNumber = 0;
beforeAll(async () => {
  world = await createDeskWorld();
  deskAdministrator = await administratorOf(world.desk.id);
  shared = await makeNames();
});
afterAll(() => world.close());

function person(role: Role): TestPerson | null {
  if (role === 'anonymous') return null;
  return role === 'deskAdministrator' ? deskAdministrator : world.people[role];
}

function accountId(role: keyof DeskWorld['people']): string {
  return world.people[role].account.accountId;
}

const rows: readonly Row[] = [
  {
    method: 'GET',
    route: '/rest/servicedeskapi/info',
    answers: [200, 200, 200, 200, 200, 200, 200, 200, 200],
  },
  ...inBothVersions([
    { method: 'GET', route: '/rest/api/3/serverInfo', answers: signedIn },
    { method: 'GET', route: '/rest/api/3/field', answers: signedIn },
  ]),
  { method: 'GET', route: '/rest/servicedeskapi/servicedesk', answers: signedIn },
  { method: 'GET', route: desk, answers: deskUsers },
  { method: 'GET', route: '/rest/portico/1/my-desks', answers: signedIn },
  {
    method: 'POST',
    route: ours,
    body: () => ({
      projectKey: `KEY${++keyNumber}`,
      projectName: 'New',
      portalName: 'New',
      access: 'restricted',
    }),
    answers: [401, 403, 403, 403, 403, 403, 403, 403, 201],
  },
  {
    method: 'GET',
    route: `${ours}-template`,
    answers: [401, 403, 403, 403, 403, 403, 403, 403, 200],
  },
  {
    method: 'PUT',
    route: `${ours}/:serviceDeskId`,
    body: async ({ serviceDeskId }) => ({ portalName: 'Renamed', version: await versionOf(serviceDeskId) }),
    answers: [401, 403, 403, 403, 403, 403, 403, 200, 200],
  },
  {
    method: 'GET',
    route: `${ours}/:serviceDeskId/access-preview`,
    query: () => '?access=invited',
    answers: deskAdministrators,
  },
  {
    method: 'GET',
    route: `${ours}/:serviceDeskId/candidate`,
    query: () => '?query=alice',
    answers: [401, 403, 403, 403, 403, 403, 403, 200, 200],
  },
  { method: 'GET', route: `${ours}/:serviceDeskId/agent`, answers: deskAgents },
  { method: 'GET', route: `${ours}/:serviceDeskId/customer`, answers: deskAgents },
  {
    method: 'POST',
    route: `${ours}/:serviceDeskId/agent`,
    body: () => ({ accountId: accountId('agent') }),
    answers: administrators,
  },
  {
    method: 'DELETE',
    route: `${ours}/:serviceDeskId/agent`,
    body: () => ({ accountId: accountId('otherAgent') }),
    answers: administrators,
  },
  { method: 'GET', route: `${desk}/customer`, answers: deskAgents },
  {
    method: 'POST',
    route: `${desk}/customer`,
    body: () => ({ accountIds: [accountId('reporter')] }),
    answers: administrators,
  },
  {
    method: 'DELETE',
    route: `${desk}/customer`,
    body: () => ({ accountIds: [accountId('reporter')] }),
    answers: administrators,
  },
  { method: 'GET', route: `${desk}/organization`, answers: deskAgents },
  {
    method: 'POST',
    route: `${desk}/organization`,
    body: () => ({ organizationId: world.acme.id }),
    answers: administrators,
  },
  {
    method: 'DELETE',
    route: `${desk}/organization`,
    body: () => ({ organizationId: world.globex.id }),
    answers: administrators,
  },
  { method: 'GET', route: '/rest/servicedeskapi/requesttype', answers: signedIn },
  { method: 'GET', route: `${desk}/requesttype`, answers: deskUsers },
  { method: 'GET', route: `${desk}/requesttype/:requestTypeId`, answers: deskUsers },
  { method: 'GET', route: `${desk}/requesttype/:requestTypeId/field`, answers: deskUsers },
  { method: 'GET', route: `${desk}/requesttypegroup`, answers: deskUsers },
  { method: 'GET', route: `${desk}/requesttype/:requestTypeId/property`, answers: deskAgents },
  {
    method: 'GET',
    route: `${desk}/requesttype/:requestTypeId/property/:propertyKey`,
    answers: deskAgents,
  },
  {
    method: 'PUT',
    route: `${desk}/requesttype/:requestTypeId/property/:propertyKey`,
    body: () => ({ tier: 1 }),
    answers: [401, 403, 403, 403, 403, 403, 403, 200, 200],
  },
  {
    method: 'DELETE',
    route: `${desk}/requesttype/:requestTypeId/property/:propertyKey`,
    fill: () => ({ propertyKey: 'gone' }),
    says: 'that is not there',
    answers: [401, 403, 403, 403, 403, 403, 403, 404, 404],
  },
  {
    method: 'POST',
    route: `${desk}/requesttype`,
    body: () => ({ issueTypeId: '10001', name: `Type ${++keyNumber}` }),
    answers: instead(deskAdministrators, 201),
  },
  {
    method: 'DELETE',
    route: `${desk}/requesttype/:requestTypeId`,
    fill: () => ({ requestTypeId: '999999' }),
    says: 'of a type that is not there',
    answers: instead(deskAdministrators, 404),
  },
  { method: 'GET', route: `${ours}/:serviceDeskId/nameable-person`, answers: deskUsers },
  { method: 'GET', route: `${ours}/:serviceDeskId/nameable-organization`, answers: deskUsers },
  { method: 'GET', route: `${ours}/:serviceDeskId/reporter-candidate`, answers: deskAgents },
  { method: 'GET', route: `${ours}/:serviceDeskId/form-field`, answers: deskAdministrators },
  { method: 'GET', route: `${ours}/:serviceDeskId/request-type`, answers: deskAdministrators },
  {
    method: 'POST',
    route: `${ours}/:serviceDeskId/request-type`,
    body: () => requestTypeInput(`Type ${++keyNumber}`),
    answers: instead(deskAdministrators, 201),
  },
  { method: 'GET', route: `${ours}/:serviceDeskId/request-type/:requestTypeId`, answers: deskAdministrators },
  {
    method: 'PUT',
    route: `${ours}/:serviceDeskId/request-type/:requestTypeId`,
    body: () => ({ ...requestTypeInput('Stale'), workflowId: '1', version: 1000 }),
    says: 'that has changed meanwhile',
    answers: instead(deskAdministrators, 409),
  },
  {
    method: 'GET',
    route: `${ours}/:serviceDeskId/request-type/:requestTypeId/workflow`,
    query: () => '?workflowId=0',
    says: 'for a workflow that is none',
    answers: instead(deskAdministrators, 400),
  },
  {
    method: 'PUT',
    route: `${ours}/:serviceDeskId/request-type/:requestTypeId/workflow`,
    body: () => ({ version: 1000, workflowId: '1', mapping: {} }),
    says: 'that has changed meanwhile',
    answers: instead(deskAdministrators, 409),
  },
  {
    method: 'POST',
    route: `${ours}/:serviceDeskId/request-type/:requestTypeId/archive`,
    fill: () => ({ requestTypeId: world.types.get('Order a change') ?? '' }),
    answers: deskAdministrators,
  },
  {
    method: 'POST',
    route: `${ours}/:serviceDeskId/request-type/:requestTypeId/restore`,
    fill: () => ({ requestTypeId: world.types.get('Order a change') ?? '' }),
    answers: deskAdministrators,
  },
  {
    method: 'PUT',
    route: `${ours}/:serviceDeskId/request-type-order`,
    body: () => ({ ids: [] }),
    says: 'that names none of them',
    answers: instead(deskAdministrators, 400),
  },
  {
    method: 'PUT',
    route: `${ours}/:serviceDeskId/request-type-group`,
    body: () => ({ groups: [{ name: 'All' }] }),
    answers: deskAdministrators,
  },
  {
    method: 'POST',
    route: `${desk}/attachTemporaryFile`,
    answers: [401, 201, 201, 201, 404, 404, 201, 201, 201],
  },
  { method: 'GET', route: cannedResponse, answers: deskAgents },
  {
    method: 'POST',
    route: cannedResponse,
    body: () => ({ name: `Answer ${++keyNumber}`, body: cannedBody }),
    answers: instead(deskAgents, 201),
  },
  {
    method: 'POST',
    route: `${cannedResponse}-preview`,
    body: () => ({ body: cannedBody }),
    answers: deskAgents,
  },
  { method: 'GET', route: `${cannedResponse}/:cannedResponseId`, answers: deskAgents },
  {
    method: 'PUT',
    route: `${cannedResponse}/:cannedResponseId`,
    fill: () => ({ cannedResponseId: '999999' }),
    body: () => ({ name: 'Answer', body: cannedBody, version: 1 }),
    says: 'that is not there',
    answers: instead(deskAgents, 404),
  },
  {
    method: 'DELETE',
    route: `${cannedResponse}/:cannedResponseId`,
    fill: () => ({ cannedResponseId: '999999' }),
    says: 'that is not there',
    answers: instead(deskAgents, 404),
  },
  {
    method: 'POST',
    route: `${cannedResponse}/:cannedResponseId/fill`,
    body: ({ issueIdOrKey }) => ({ issueIdOrKey }),
    answers: deskAgents,
  },
  { method: 'GET', route: sla, answers: deskAgents },
  {
    method: 'POST',
    route: sla,
    body: () => ({ ...slaBody, name: `SLA ${++keyNumber}` }),
    answers: instead(deskAdministrators, 201),
  },
  {
    method: 'GET',
    route: `${sla}/:slaId`,
    fill: () => ({ slaId: '999999' }),
    says: 'that is not there',
    answers: instead(deskAgents, 404),
  },
  {
    method: 'PUT',
    route: `${sla}/:slaId`,
    fill: () => ({ slaId: '999999' }),
    body: () => ({ ...slaBody, name: 'SLA', version: 1 }),
    says: 'that is not there',
    answers: instead(deskAdministrators, 404),
  },
  {
    method: 'DELETE',
    route: `${sla}/:slaId`,
    fill: () => ({ slaId: '999999' }),
    says: 'that is not there',
    answers: instead(deskAdministrators, 404),
  },
  {
    method: 'PUT',
    route: `${sla}-order`,
    body: () => ({ ids: ['999999'] }),
    says: 'of what is not there',
    answers: instead(deskAdministrators, 400),
  },
  {
    method: 'POST',
    route: `${sla}-preview`,
    body: () => ({ ...slaBody, name: 'SLA' }),
    answers: deskAdministrators,
  },
  { method: 'GET', route: `${sla}-recompute`, answers: deskAdministrators },
  {
    method: 'POST',
    route: `${sla}-recompute`,
    body: () => ({ scope: 'open' }),
    answers: instead(deskAdministrators, 202),
  },
  {
    method: 'POST',
    route: `${sla}-recompute/:recomputeId/cancel`,
    fill: () => ({ recomputeId: '999999' }),
    says: 'that is not there',
    answers: instead(deskAdministrators, 404),
  },
  { method: 'GET', route: calendar, answers: deskAgents },
  {
    method: 'POST',
    route: calendar,
    body: () => ({ ...calendarBody, name: `Hours ${++keyNumber}` }),
    answers: instead(deskAdministrators, 201),
  },
  { method: 'GET', route: `${calendar}/:calendarId`, answers: deskAgents },
  {
    method: 'PUT',
    route: `${calendar}/:calendarId`,
    fill: () => ({ calendarId: '999999' }),
    body: () => ({ ...calendarBody, version: 1 }),
    says: 'that is not there',
    answers: instead(deskAdministrators, 404),
  },
  {
    method: 'DELETE',
    route: `${calendar}/:calendarId`,
    fill: () => ({ calendarId: '999999' }),
    says: 'that is not there',
    answers: instead(deskAdministrators, 404),
  },
  {
    method: 'POST',
    route: `${calendar}/:calendarId/copy`,
    body: () => ({}),
    answers: instead(deskAdministrators, 201),
  },
  {
    method: 'POST',
    route: `${calendar}-preview`,
    body: () => ({ timeZone: 'UTC', hours: calendarBody.hours, start: '2026-03-02T10:00:00Z', minutes: 60 }),
    answers: deskAgents,
  },
  {
    method: 'POST',
    route: `${calendar}-holiday-preview`,
    body: () => ({ format: 'lines', text: '12-25 Christmas Day' }),
    answers: deskAdministrators,
  },
  { method: 'GET', route: `${desk}/queue`, answers: deskAgents },
  { method: 'GET', route: `${desk}/queue/:queueId`, answers: deskAgents },
  { method: 'GET', route: `${desk}/queue/:queueId/issue`, answers: deskAgents },
  { method: 'GET', route: queue, answers: deskAgents },
  { method: 'GET', route: `${queue}/:queueId`, answers: deskAgents },
  { method: 'PUT', route: `${queue}/:queueId/star`, answers: instead(deskAgents, 204) },
  { method: 'DELETE', route: `${queue}/:queueId/star`, answers: instead(deskAgents, 204) },
  {
    method: 'POST',
    route: `${queue}/:queueId/take-next`,
    fill: () => ({ queueId: '999999' }),
    says: 'that is not there',
    answers: instead(deskAgents, 404),
  },
  {
    method: 'POST',
    route: queue,
    body: () => ({ ...queueBody, name: `Queue ${++keyNumber}` }),
    answers: instead(deskAdministrators, 201),
  },
  {
    method: 'PUT',
    route: `${queue}/:queueId`,
    fill: () => ({ queueId: '999999' }),
    body: () => ({ ...queueBody, name: 'Queue', version: 1 }),
    says: 'that is not there',
    answers: instead(deskAdministrators, 404),
  },
  {
    method: 'DELETE',
    route: `${queue}/:queueId`,
    fill: () => ({ queueId: '999999' }),
    says: 'that is not there',
    answers: instead(deskAdministrators, 404),
  },
  {
    method: 'POST',
    route: `${queue}-preview`,
    body: () => ({ jql: '', columns: null }),
    answers: deskAdministrators,
  },
  {
    method: 'PUT',
    route: `${queue}-order`,
    body: () => ({ groups: [] }),
    says: 'that names none of them',
    answers: instead(deskAdministrators, 409),
  },
  {
    method: 'POST',
    route: `${queue}-group`,
    body: () => ({ name: `Section ${++keyNumber}` }),
    answers: instead(deskAdministrators, 201),
  },
  {
    method: 'PUT',
    route: `${queue}-group/:groupId`,
    body: () => ({ name: 'Section' }),
    says: 'that is not there',
    answers: instead(deskAdministrators, 404),
  },
  {
    method: 'DELETE',
    route: `${queue}-group/:groupId`,
    says: 'that is not there',
    answers: instead(deskAdministrators, 404),
  },
  { method: 'GET', route: '/rest/servicedeskapi/request', answers: signedIn },
  {
    method: 'POST',
    route: '/rest/servicedeskapi/request',
    body: ({ serviceDeskId, requestTypeId }) => ({
      serviceDeskId,
      requestTypeId,
      requestFieldValues: { summary: 'How?' },
    }),
    answers: [401, 201, 201, 201, 404, 404, 201, 201, 201],
  },
  { method: 'GET', route: request, answers: requestViewers },
  { method: 'GET', route: `${request}/comment`, answers: requestViewers },
  {
    method: 'POST',
    route: `${request}/comment`,
    says: 'a public comment',
    body: () => ({ body: 'Hello', public: true }),
    answers: instead(requestViewers, 201),
  },
  {
    method: 'POST',
    route: `${request}/comment`,
    says: 'an internal note',
    body: () => ({ body: 'Hello', public: false }),
    answers: [401, 403, 404, 403, 404, 404, 201, 201, 201],
  },
  { method: 'GET', route: `${request}/comment/:commentId`, says: 'a public one', answers: requestViewers },
  {
    method: 'GET',
    route: `${request}/comment/:commentId`,
    says: 'an internal one',
    fill: ({ noteId }) => ({ commentId: noteId }),
    answers: notesOfRequest,
  },
  { method: 'GET', route: `${request}/attachment`, answers: requestViewers },
  {
    method: 'POST',
    route: `${request}/attachment`,
    says: 'for everyone',
    body: async (_, who) => ({ temporaryAttachmentIds: [await uploaded(who)], public: true }),
    answers: instead(requestViewers, 201),
  },
  {
    method: 'POST',
    route: `${request}/attachment`,
    says: 'for agents',
    body: async (_, who) => ({ temporaryAttachmentIds: [await uploaded(who)], public: false }),
    answers: [401, 403, 404, 403, 404, 404, 201, 201, 201],
  },
  {
    method: 'GET',
    route: `${request}/attachment/:attachmentId`,
    says: 'a public one',
    answers: requestViewers,
  },
  {
    method: 'GET',
    route: `${request}/attachment/:attachmentId`,
    says: 'an internal one',
    fill: ({ notedFileId }) => ({ attachmentId: notedFileId }),
    answers: notesOfRequest,
  },
  {
    method: 'GET',
    route: `${request}/attachment/:attachmentId/thumbnail`,
    says: 'of a picture',
    fill: ({ pictureId }) => ({ attachmentId: pictureId }),
    answers: requestViewers,
  },
  {
    method: 'GET',
    route: `${request}/attachment/:attachmentId/thumbnail`,
    says: 'of an internal picture',
    fill: ({ notedPictureId }) => ({ attachmentId: notedPictureId }),
    answers: notesOfRequest,
  },
  { method: 'GET', route: '/secure/attachment/:id/:fileName', says: 'a public one', answers: requestViewers },
  { method: 'GET', route: `${request}/comment/:commentId/attachment`, answers: requestViewers },
  {
    method: 'GET',
    route: `${request}/comment/:commentId/attachment`,
    says: 'of an internal one',
    fill: ({ noteId }) => ({ commentId: noteId }),
    answers: notesOfRequest,
  },
  ...inBothVersions([
    { method: 'GET', route: '/rest/api/3/attachment/meta', answers: signedIn },
    { method: 'GET', route: `${attachment}/content/:id`, says: 'a public one', answers: requestViewers },
    {
      method: 'GET',
      route: `${attachment}/content/:id`,
      says: 'an internal one',
      fill: ({ notedFileId }) => ({ id: notedFileId }),
      answers: notesOfRequest,
    },
    {
      method: 'GET',
      route: `${attachment}/thumbnail/:id`,
      says: 'of a picture',
      fill: ({ pictureId }) => ({ id: pictureId }),
      answers: requestViewers,
    },
    {
      method: 'GET',
      route: `${attachment}/thumbnail/:id`,
      says: 'of an internal picture',
      fill: ({ notedPictureId }) => ({ id: notedPictureId }),
      answers: notesOfRequest,
    },
    { method: 'GET', route: `${attachment}/:id`, answers: requestAgents },
    {
      method: 'DELETE',
      route: `${attachment}/:id`,
      fill: notThere,
      says: 'that is not there',
      answers: instead(requestAgents, 404),
    },
    {
      method: 'POST',
      route: `${issue}/attachments`,
      says: 'without the header that clients of Jira send',
      answers: instead(requestAgents, 403),
    },
  ]),
  { method: 'GET', route: `${request}/participant`, answers: requestViewers },
  {
    method: 'POST',
    route: `${request}/participant`,
    body: () => ({ accountIds: [accountId('reporter')] }),
    says: 'of the reporter, who is there',
    answers: requestViewers,
  },
  {
    method: 'DELETE',
    route: `${request}/participant`,
    body: () => ({ accountIds: [accountId('member')] }),
    says: 'of somebody who is none',
    // The manager of the organization is neither an agent nor the reporter.
    answers: [401, 200, 404, 403, 404, 404, 200, 200, 200],
  },
  {
    method: 'GET',
    route: '/rest/portico/1/request/:issueIdOrKey/participant-candidate',
    query: () => '?query=Max',
    answers: requestViewers,
  },
  {
    method: 'GET',
    route: '/rest/portico/1/request/:issueIdOrKey/organization',
    answers: requestViewers,
  },
  {
    method: 'POST',
    route: '/rest/portico/1/request/:issueIdOrKey/organization',
    body: () => ({ organizationIds: [world.acme.id] }),
    answers: reporterAndAgents,
  },
  {
    method: 'DELETE',
    route: '/rest/portico/1/request/:issueIdOrKey/organization',
    body: () => ({ organizationIds: [world.acme.id] }),
    answers: reporterAndAgents,
  },
  {
    method: 'GET',
    route: '/rest/portico/1/request/:issueIdOrKey/organization-candidate',
    answers: requestViewers,
  },
  { method: 'GET', route: `${ours}/:serviceDeskId/organization-candidate`, answers: deskUsers },
  { method: 'GET', route: `${request}/approval`, answers: requestViewers },
  { method: 'GET', route: `${request}/approval/:approvalId`, answers: requestViewers },
  {
    method: 'POST',
    route: `${request}/approval/:approvalId`,
    body: () => ({ decision: 'approve' }),
    says: 'of another request',
    answers: instead(requestViewers, 404),
  },
  {
    method: 'POST',
    route: '/rest/servicedeskapi/customer',
    body: () => ({ email: `new-${++keyNumber}@acme.example`, displayName: 'New' }),
    answers: instead(staff, 201),
  },
  {
    method: 'POST',
    route: '/rest/servicedeskapi/customer',
    says: 'of a service desk',
    body: ({ serviceDeskId }) => ({
      email: `new-${++keyNumber}@acme.example`,
      displayName: 'New',
      _portico: { serviceDeskId },
    }),
    answers: [401, 403, 403, 403, 403, 404, 201, 201, 201],
  },
  { method: 'GET', route: '/rest/servicedeskapi/insight/workspace', answers: signedIn },
  { method: 'GET', route: '/rest/servicedeskapi/assets/workspace', answers: signedIn },
  {
    method: 'GET',
    route: '/rest/servicedeskapi/knowledgebase/article/view/:pageId',
    answers: instead(signedIn, 404),
  },
  {
    method: 'GET',
    route: '/rest/servicedeskapi/knowledgebase/article',
    query: () => '?query=vpn',
    answers: signedIn,
  },
  { method: 'GET', route: `${desk}/knowledgebase/article`, query: () => '?query=vpn', answers: deskUsers },
  { method: 'GET', route: `${request}/sla`, answers: requestAgents },
  {
    method: 'GET',
    route: `${request}/sla/:slaMetricId`,
    answers: instead(requestAgents, 404),
  },
  { method: 'GET', route: `${request}/notification`, answers: requestViewers },
  { method: 'PUT', route: `${request}/notification`, answers: instead(requestViewers, 204) },
  { method: 'DELETE', route: `${request}/notification`, answers: instead(requestViewers, 204) },
  { method: 'GET', route: feedback, says: 'that was not given', answers: instead(requestViewers, 404) },
  {
    method: 'POST',
    route: feedback,
    body: () => ({ rating: 5 }),
    says: 'before it is resolved',
    answers: [401, 409, 404, 403, 404, 404, 403, 403, 403],
  },
  {
    method: 'DELETE',
    route: feedback,
    says: 'that was not given',
    answers: [401, 404, 404, 403, 404, 404, 403, 403, 403],
  },
  {
    method: 'POST',
    route: `${issue}/comment`,
    body: () => ({ body: adfFromText('Hello') }),
    answers: instead(requestAgents, 201),
  },
  {
    method: 'POST',
    route: '/rest/api/2/issue/:issueIdOrKey/comment',
    body: () => ({ body: 'Hello' }),
    answers: instead(requestAgents, 201),
  },
  ...inBothVersions([
    { method: 'GET', route: `${issue}/watchers`, answers: requestAgents },
    {
      method: 'POST',
      route: `${issue}/watchers`,
      answers: instead(requestAgents, 204),
    },
    { method: 'DELETE', route: `${issue}/watchers`, answers: instead(requestAgents, 204) },
    { method: 'GET', route: `${issue}/votes`, answers: requestAgents },
    { method: 'POST', route: `${issue}/votes`, answers: instead(requestAgents, 204) },
    { method: 'DELETE', route: `${issue}/votes`, answers: instead(requestAgents, 204) },
    { method: 'GET', route: '/rest/api/3/issue/picker', answers: signedIn },
    {
      method: 'POST',
      route: '/rest/api/3/issue/watching',
      body: () => ({ issueIds: ['10001'] }),
      answers: staff,
    },
    { method: 'GET', route: `${issue}/comment`, answers: requestAgents },
    {
      method: 'GET',
      route: `${issue}/comment/:id`,
      fill: ({ noteId }) => ({ id: noteId }),
      answers: requestAgents,
    },
    {
      method: 'PUT',
      route: `${issue}/comment/:id`,
      fill: notThere,
      body: () => ({ jsdPublic: true }),
      says: 'that is not there',
      answers: instead(requestAgents, 404),
    },
    {
      method: 'DELETE',
      route: `${issue}/comment/:id`,
      fill: notThere,
      says: 'that is not there',
      answers: instead(requestAgents, 404),
    },
    { method: 'POST', route: '/rest/api/3/comment/list', body: () => ({ ids: [1] }), answers: staff },
    { method: 'GET', route: `${issue}/properties`, answers: requestAgents },
    {
      method: 'GET',
      route: `${issue}/properties/:propertyKey`,
      says: 'that is not there',
      answers: instead(requestAgents, 404),
    },
    {
      method: 'PUT',
      route: `${issue}/properties/:propertyKey`,
      fill: () => ({ propertyKey: `mood-${++keyNumber}` }),
      body: () => ({ good: true }),
      answers: instead(requestAgents, 201),
    },
    {
      method: 'DELETE',
      route: `${issue}/properties/:propertyKey`,
      fill: () => ({ propertyKey: 'gone' }),
      says: 'that is not there',
      answers: instead(requestAgents, 404),
    },
    { method: 'GET', route: commentProperties, answers: requestAgents },
    {
      method: 'GET',
      route: `${commentProperties}/:propertyKey`,
      says: 'that is not there',
      answers: instead(requestAgents, 404),
    },
    {
      method: 'PUT',
      route: `${commentProperties}/:propertyKey`,
      fill: () => ({ propertyKey: `mood-${++keyNumber}` }),
      body: () => ({ good: true }),
      answers: instead(requestAgents, 201),
    },
    {
      method: 'DELETE',
      route: `${commentProperties}/:propertyKey`,
      fill: () => ({ propertyKey: 'gone' }),
      says: 'that is not there',
      answers: instead(requestAgents, 404),
    },
    { method: 'GET', route: `${issue}/worklog`, answers: requestAgents },
    {
      method: 'POST',
      route: `${issue}/worklog`,
      body: () => ({ timeSpent: '10m' }),
      answers: instead(requestAgents, 201),
    },
    {
      method: 'GET',
      route: `${issue}/worklog/:id`,
      fill: ({ worklogId }) => ({ id: worklogId }),
      answers: requestAgents,
    },
    {
      method: 'PUT',
      route: `${issue}/worklog/:id`,
      fill: notThere,
      body: () => ({ timeSpent: '10m' }),
      says: 'that is not there',
      answers: instead(requestAgents, 404),
    },
    {
      method: 'DELETE',
      route: `${issue}/worklog/:id`,
      fill: notThere,
      says: 'that is not there',
      answers: instead(requestAgents, 404),
    },
    { method: 'GET', route: '/rest/api/3/issueLinkType', answers: staff },
    { method: 'GET', route: '/rest/api/3/issueLinkType/:id', fill: () => ({ id: '10003' }), answers: staff },
    {
      method: 'POST',
      route: '/rest/api/3/issueLink',
      body: ({ issueIdOrKey, otherKey }) => ({
        type: { name: 'Blocks' },
        inwardIssue: { key: issueIdOrKey },
        outwardIssue: { key: otherKey },
      }),
      answers: instead(requestAgents, 201),
    },
    {
      method: 'GET',
      route: '/rest/api/3/issueLink/:id',
      fill: ({ linkId }) => ({ id: linkId }),
      answers: requestAgents,
    },
    {
      method: 'DELETE',
      route: '/rest/api/3/issueLink/:id',
      fill: notThere,
      says: 'that is not there',
      answers: instead(requestAgents, 404),
    },
  ]),
  { method: 'GET', route: `${request}/status`, answers: requestViewers },
  { method: 'GET', route: `${request}/transition`, answers: requestViewers },
  {
    method: 'POST',
    route: `${request}/transition`,
    says: 'shown to customers',
    body: ({ cancelId }) => ({ id: cancelId }),
    answers: instead(requestViewers, 204),
  },
  {
    method: 'POST',
    route: `${request}/transition`,
    says: 'not shown to customers',
    body: ({ startId }) => ({ id: startId }),
    answers: [401, 404, 404, 404, 404, 404, 404, 404, 404],
  },
  ...inBothVersions([
    { method: 'GET', route: issue, answers: requestAgents },
    { method: 'GET', route: `${issue}/editmeta`, answers: requestAgents },
    {
      method: 'POST',
      route: '/rest/api/3/issue',
      body: () => newIssue,
      // Whoever does not know the project is told that there is none.
      answers: [401, 403, 403, 403, 403, 400, 201, 201, 201],
    },
    {
      method: 'POST',
      route: '/rest/api/3/issue/bulk',
      body: () => ({ issueUpdates: [newIssue] }),
      answers: [401, 403, 403, 403, 403, 400, 201, 201, 201],
    },
    { method: 'GET', route: '/rest/api/3/issue/createmeta', answers: signedIn },
    {
      method: 'GET',
      route: '/rest/api/3/issue/createmeta/:projectIdOrKey/issuetypes',
      fill: ofNorth,
      answers: requestAgents,
    },
    {
      method: 'GET',
      route: '/rest/api/3/issue/createmeta/:projectIdOrKey/issuetypes/:issueTypeId',
      fill: () => ({ ...ofNorth(), issueTypeId: '10001' }),
      answers: requestAgents,
    },
    {
      method: 'PUT',
      route: issue,
      body: () => ({ fields: { summary: 'Changed' } }),
      answers: instead(requestAgents, 204),
    },
    {
      method: 'DELETE',
      route: issue,
      answers: [401, 404, 404, 404, 404, 404, 403, 204, 204],
    },
    {
      method: 'PUT',
      route: `${issue}/assignee`,
      body: () => ({ accountId: accountId('agent') }),
      answers: instead(requestAgents, 204),
    },
    { method: 'GET', route: `${issue}/transitions`, answers: requestAgents },
    {
      method: 'POST',
      route: `${issue}/transitions`,
      body: ({ startId }) => ({ transition: { id: startId } }),
      answers: instead(requestAgents, 204),
    },
    { method: 'GET', route: `${issue}/changelog`, answers: requestAgents },
    {
      method: 'POST',
      route: `${issue}/changelog/list`,
      body: () => ({ changelogIds: [] }),
      answers: requestAgents,
    },
    {
      method: 'GET',
      route: '/rest/api/3/user/assignable/search',
      query: ({ issueIdOrKey }) => `?issueKey=${issueIdOrKey}`,
      answers: requestAgents,
    },
    {
      method: 'GET',
      route: '/rest/api/3/user/assignable/multiProjectSearch',
      query: () => '?projectKeys=NORTH',
      answers: requestAgents,
    },
    {
      method: 'GET',
      route: '/rest/api/3/user/viewissue/search',
      query: ({ issueIdOrKey }) => `?issueKey=${issueIdOrKey}`,
      answers: requestAgents,
    },
    { method: 'GET', route: '/rest/api/3/permissions', answers: staff },
    { method: 'GET', route: '/rest/api/3/mypermissions', answers: signedIn },
    {
      method: 'GET',
      route: '/rest/api/3/mypermissions',
      query: () => '?projectKey=NORTH',
      says: 'in a project',
      answers: requestAgents,
    },
    {
      method: 'POST',
      route: '/rest/api/3/permissions/project',
      body: () => ({ permissions: ['BROWSE_PROJECTS'] }),
      answers: staff,
    },
    { method: 'POST', route: '/rest/api/3/permissions/check', body: () => ({}), answers: staff },
    {
      method: 'POST',
      route: '/rest/api/3/permissions/check',
      body: () => ({ accountId: accountId('member') }),
      says: 'of others',
      answers: [401, 403, 403, 403, 403, 403, 403, 403, 200],
    },
    { method: 'GET', route: '/rest/api/3/project', answers: signedIn },
    { method: 'GET', route: '/rest/api/3/project/search', answers: signedIn },
    {
      method: 'GET',
      route: '/rest/api/3/project/:projectIdOrKey',
      fill: ofNorth,
      answers: requestAgents,
    },
    {
      method: 'GET',
      route: '/rest/api/3/project/:projectIdOrKey/statuses',
      fill: ofNorth,
      answers: requestAgents,
    },
    {
      method: 'GET',
      route: '/rest/api/3/issuetype/project',
      query: () => '?projectId=NORTH',
      answers: requestAgents,
    },
    { method: 'GET', route: '/rest/api/3/issuetype', answers: staff },
    { method: 'GET', route: '/rest/api/3/issuetype/:id', fill: () => ({ id: '10001' }), answers: staff },
    { method: 'GET', route: '/rest/api/3/status', answers: staff },
    {
      method: 'GET',
      route: '/rest/api/3/status/:idOrName',
      fill: () => ({ idOrName: 'In progress' }),
      answers: staff,
    },
    { method: 'GET', route: '/rest/api/3/statuscategory', answers: staff },
    {
      method: 'GET',
      route: '/rest/api/3/statuscategory/:idOrKey',
      fill: () => ({ idOrKey: 'done' }),
      answers: staff,
    },
    { method: 'GET', route: '/rest/api/3/priority', answers: staff },
    { method: 'GET', route: '/rest/api/3/priority/search', answers: staff },
    { method: 'GET', route: '/rest/api/3/priority/:id', fill: () => ({ id: '1' }), answers: staff },
    { method: 'GET', route: '/rest/api/3/resolution', answers: staff },
    { method: 'GET', route: '/rest/api/3/resolution/search', answers: staff },
    { method: 'GET', route: '/rest/api/3/resolution/:id', fill: () => ({ id: '1' }), answers: staff },
    ...alike(staff, ['GET /search', 'GET /search/jql', 'GET /jql/autocompletedata']),
    ...alike(staff, ['POST /search', 'POST /search/jql', 'POST /search/approximate-count'], {
      body: () => ({ jql: '' }),
    }),
    ...alike(staff, ['POST /jql/parse'], { body: () => ({ queries: [''] }) }),
    ...alike(staff, ['POST /jql/match'], { body: () => ({ issueIds: [1], jqls: [''] }) }),
    ...alike(staff, ['POST /jql/pdcleaner'], { body: () => ({ queryStrings: [''] }) }),
    ...alike(staff, ['POST /jql/autocompletedata'], { body: () => ({}) }),
    ...alike(staff, ['GET /jql/autocompletedata/suggestions'], { query: () => '?fieldName=status' }),
    ...alike(staff, ['POST /filter'], { body: () => ({ name: `Filter ${++keyNumber}`, jql: '' }) }),
    ...alike(staff, ['GET /filter/my', 'GET /filter/favourite', 'GET /filter/search']),
    ...alike(staff, ['GET /filter/defaultShareScope', 'GET /user/columns']),
    ...alike(staff, ['PUT /filter/defaultShareScope'], { body: () => ({ scope: 'PRIVATE' }) }),
    ...alike(staff, ['PUT /user/columns'], { body: () => ({ columns: ['summary'] }) }),
    ...alike(instead(staff, 204), ['DELETE /user/columns']),
    ...alike(ownFilter, ['GET /filter/:id', 'GET /filter/:id/permission', 'GET /filter/:id/columns'], {
      fill: theFilter,
    }),
    ...alike(ownFilter, ['PUT /filter/:id/favourite', 'DELETE /filter/:id/favourite'], { fill: theFilter }),
    ...alike(ownFilter, ['PUT /filter/:id'], { fill: theFilter, body: () => ({}) }),
    ...alike(ownFilter, ['PUT /filter/:id/columns'], {
      fill: theFilter,
      body: () => ({ columns: ['summary'] }),
    }),
    ...alike(instead(ownFilter, 204), ['DELETE /filter/:id/columns'], { fill: theFilter }),
    ...alike(instead(ownFilter, 201), ['POST /filter/:id/permission'], {
      fill: theFilter,
      body: () => ({ type: 'user', accountId: accountId('agent') }),
    }),
    ...alike(
      instead(ownFilter, 404),
      ['GET /filter/:id/permission/:permissionId', 'DELETE /filter/:id/permission/:permissionId'],
      { fill: ({ filterId }) => ({ id: filterId, permissionId: '1' }), says: 'that is not there' },
    ),
    ...alike(instead(staff, 404), ['DELETE /filter/:id'], { fill: notThere, says: 'that is not there' }),
    ...alike(instead(staff, 404), ['PUT /filter/:id/owner'], {
      fill: notThere,
      body: () => ({ accountId: accountId('agent') }),
      says: 'that is not there',
    }),
  ]),
];

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The id of a fresh upload, for whoever may upload here. */
async function uploaded(who: TestPerson | null): Promise<string> {
  const { statusCode, body } = await uploadTo(world.app, who, world.desk.id, 'file.txt', 'text');
  if (statusCode !== 201) return 'temp-none';
  return JSON.parse(body).temporaryAttachments[0].temporaryAttachmentId;
}

async function makeNames(): Promise<Names> {
  const { desk: made, types, people, platform } = world;
  const { db } = platform;
  const { id, key } = await world.raise();
  const agent = { accountId: people.agent.account.id, isAgent: true };
  async function fileAndComment(isPublic: boolean) {
    const temporaryIds = [
      await world.upload(people.agent, 'file.txt', 'text'),
      await world.upload(people.agent, 'picture.png', onePixel),
    ];
    return db.transaction().execute(async (trx) => {
      const comment = await addComment(trx, { requestId: id, actor: agent, body: 'Words', isPublic });
      const { files } = await addFiles(trx, {
        requestId: id,
        actor: agent,
        temporaryIds,
        body: '',
        isPublic,
      });
      return { commentId: comment.id, fileId: files[0]?.id ?? '', pictureId: files[1]?.id ?? '' };
    });
  }
  await db
    .insertInto('request_type_property')
    .values({ request_type_id: types.get('Ask a question') ?? '', key: 'tier', value: '1' })
    .execute();
  const worklog = await db
    .transaction()
    .execute((trx) => logWork(trx, { requestId: id, actor: agent }, { timeSpent: '1h' }));
  const other = await world.raise();
  const relates = (await listLinkTypes(db)).find(({ name }) => name === 'Relates');
  if (!relates) throw new Error('There is no such way to link requests');
  await db
    .transaction()
    .execute((trx) =>
      linkRequests(trx, { type: relates, actor: agent, sourceId: id, destinationId: other.id }),
    );
  const link = await db.selectFrom('request_link').select('id').executeTakeFirstOrThrow();
  const shown = await fileAndComment(true);
  const internal = await fileAndComment(false);
  const someQueue = await db
    .selectFrom('queue')
    .select('id')
    .where('service_desk_id', '=', made.id)
    .limit(1)
    .executeTakeFirstOrThrow();
  const approval = await db
    .insertInto('approval')
    .values({ request_id: id, status_id: sql<string>`(select min(id) from status)`, name: 'Waiting' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const canned = await db
    .insertInto('canned_response')
    .values({ service_desk_id: made.id, name: 'Hello', body: JSON.stringify(cannedBody), body_text: 'Hello' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const filter = await db
    .insertInto('jql_filter')
    .values({ owner_id: people.agent.account.id, name: 'Mine', jql: '' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const hours = await db
    .insertInto('calendar')
    .values({
      service_desk_id: made.id,
      name: 'Hours',
      time_zone: 'UTC',
      hours: '[[[540,1020]],[],[],[],[],[],[]]',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const transition = (name: string) =>
    db
      .selectFrom('workflow_transition')
      .innerJoin('workflow_transition_from as start', 'start.transition_id', 'workflow_transition.id')
      .innerJoin('status', 'status.id', 'start.status_id')
      .select('workflow_transition.id')
      .where('workflow_transition.name', '=', name)
      .where('status.name', '=', 'Waiting for support')
      .executeTakeFirstOrThrow();
  return {
    serviceDeskId: made.id,
    requestTypeId: types.get('Ask a question') ?? '',
    issueIdOrKey: key,
    commentId: shown.commentId,
    attachmentId: shown.fileId,
    pageId: '1',
    id: shown.fileId,
    queueId: someQueue.id,
    groupId: '999999',
    worklogId: worklog.id,
    linkId: link.id,
    slaMetricId: '1',
    fileName: 'file.txt',
    otherKey: other.key,
    noteId: internal.commentId,
    notedFileId: internal.fileId,
    pictureId: shown.pictureId,
    notedPictureId: internal.pictureId,
    cancelId: (await transition('Cancel request')).id,
    startId: (await transition('Start work')).id,
    propertyKey: 'tier',
    approvalId: approval.id,
    cannedResponseId: canned.id,
    filterId: filter.id,
    calendarId: hours.id,
  };
}

async function call(row: Row, who: TestPerson | null): Promise<number> {
  // What changes a request gets one of its own.
  const isChange = row.method !== 'GET' && row.route.includes(':issueIdOrKey');
  const names = isChange ? { ...shared, issueIdOrKey: (await world.raise()).key } : shared;
  const filled = { ...names, ...row.fill?.(names) };
  const path = row.route.replace(/:(\w+)/g, (_, name: keyof Names) => filled[name] ?? '');
  if (row.route.endsWith('/attachTemporaryFile')) {
    return (await uploadTo(world.app, who, filled.serviceDeskId, 'file.txt', 'text')).statusCode;
  }
  const body = await row.body?.(filled, who);
  return (await world.ask(who, row.method, path + (row.query?.(filled) ?? ''), body)).status;
}

describe('who is answered what', () => {
  test.each(
    rows.map((row) => [`${row.method} ${row.route}${row.says ? `: ${row.says}` : ''}`, row] as const),
  )('%s', async (_, row) => {
    const found: Partial<Record<Role, number>> = {};
    for (const role of roles) {
      found[role] = await call(row, person(role));
    }
    expect(found).toEqual(Object.fromEntries(roles.map((role, index) => [role, row.answers[index]])));
  });
});

describe('who administers another desk', () => {
  let elsewhere: TestPerson;
  beforeAll(async () => {
    elsewhere = await administratorOf(world.otherDesk.id);
  });

  test.each(
    rows.map((row) => [`${row.method} ${row.route}${row.says ? `: ${row.says}` : ''}`, row] as const),
  )('is answered as its agents are: %s', async (_, row) => {
    expect(await call(row, elsewhere)).toBe(row.answers[roles.indexOf('otherAgent')]);
  });
});

async function administratorOf(deskId: string): Promise<TestPerson> {
  const who = await world.person();
  const holder = { accountId: who.account.id };
  await grantRole(world.platform.db, { role: 'desk-administrator', deskId, holder }, null);
  return who;
}

async function versionOf(deskId: string): Promise<number> {
  const found = await world.platform.db
    .selectFrom('service_desk')
    .select('version')
    .where('id', '=', deskId)
    .executeTakeFirstOrThrow();
  return found.version;
}

describe('on a portal that takes no password sessions', () => {
  beforeAll(() =>
    world.platform.db
      .insertInto('portal_sign_in')
      .values({ portal_id: world.desk.id, requires_provider: true })
      .execute(),
  );
  afterAll(() => world.platform.db.deleteFrom('portal_sign_in').execute());

  // Lists leave out what such a session may not see (sessions.test.ts).
  const ofNoPortal = (route: string) => !route.includes(':');
  const named = rows.filter(({ method, route }) => method === 'POST' || !ofNoPortal(route));

  test.each(
    named.map((row) => [`${row.method} ${row.route}${row.says ? `: ${row.says}` : ''}`, row] as const),
  )('customers may not %s', async (_, row) => {
    for (const role of ['reporter', 'manager'] as const) {
      const usual = row.answers[roles.indexOf(role)] ?? 0;
      const found = await call(row, world.people[role]);
      if (usual < 400) expect(found).toBe(403);
      else expect([403, 404]).toContain(found);
    }
  });

  test.each(
    rows
      .filter(({ method }) => method === 'GET')
      .map((row) => [`${row.route} ${row.says ?? ''}`, row] as const),
  )('staff may still read %s', async (_, row) => {
    for (const role of ['agent', 'administrator'] as const) {
      expect(await call(row, world.people[role])).toBe(row.answers[roles.indexOf(role)]);
    }
  });

  test.each(
    rows
      .filter(({ method }) => method === 'GET')
      .map((row) => [`${row.route} ${row.says ?? ''}`, row] as const),
  )('customers who came through their company may still read %s', async (_, row) => {
    const reporter = await world.throughCompany(world.people.reporter);
    expect(await call(row, reporter)).toBe(row.answers[roles.indexOf('reporter')]);
  });
});

test('every route of the desk is in the table', () => {
  const covered = new Set(rows.map(({ method, route }) => `${method} ${route}`));
  const missing = routesOf(world.app.printRoutes({ commonPrefix: false })).filter(
    (route) => isOfDesk(route.split(' ')[1] ?? '') && !covered.has(route),
  );
  expect(missing).toEqual([]);
});
