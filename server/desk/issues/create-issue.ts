import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { actorIn, requireStaff } from '../access.ts';
import { findProject, type Project } from '../projects/store.ts';
import { choosableTypes, typeNamed } from '../request-types/choosable.ts';
import { serviceRequestIssueType } from '../request-types/json.ts';
import type { EditedRequest } from '../requests/edited.ts';
import { insertRequest, type RaisedRequest, requestTypeForRaising } from '../requests/raise-request.ts';
import { readEdit } from '../requests/read-edit.ts';
import { customerOfDesk } from '../requests/reporter.ts';
import { transitionRequest } from '../workflow/transition-request.ts';
import { addBeside, readUpdate, type UpdateBody } from './update-body.ts';

/** An issue to create, as clients of Jira send it. */
export interface NewIssue extends UpdateBody {
  /** a step of the workflow to take at once */
  readonly transition?: { readonly id: string | number };
}

/**
 * Creates an issue: a request that an agent raises, for themselves or for a reporter whom they name. Its fields are those of
 * issues and not of one form, as in Jira; of the request types the first of the desk is taken where none is named.
 *
 * @throws Invalid with a message per field, `project` also where the viewer knows of no such project
 * @throws Forbidden for customers
 */
export async function createIssue(trx: Database, viewer: Viewer, issue: NewIssue): Promise<RaisedRequest> {
  const { values, operations, additions } = readUpdate(issue);
  const { project: givenProject, issuetype, requesttype, ...fields } = values;
  const project = await projectFor(trx, viewer, givenProject);
  requireIssueType(issuetype);
  const requestTypeId = await requestTypeFor(trx, project, requesttype);
  const { serviceDeskId } = project;
  const actor = actorIn(viewer, { isAgent: true });
  const at = new Date();

  const type = await requestTypeForRaising(trx, serviceDeskId, requestTypeId);
  const own = await customerOfDesk(trx, serviceDeskId, viewer.id);
  const draft = draftOf({ serviceDeskId, requestTypeId, reporterId: viewer.id });
  const edit = { actor, values: withSummary(fields), operations };
  const { set } = await readEdit(trx, { ...draft, organizationId: own?.organizationId ?? null }, edit, at);
  const { summary, reporter_id: reporterId, organization_id: organizationId, ...columns } = set;
  if (columns.resolution) {
    throw Invalid.fields({ resolution: 'A new issue is unresolved: resolve it by a transition.' });
  }
  const created = await insertRequest(trx, {
    actor,
    serviceDeskId,
    requestTypeId,
    type,
    reporterId: typeof reporterId === 'string' ? reporterId : viewer.id,
    organizationId:
      organizationId === undefined ? (own?.organizationId ?? null) : (organizationId as string | null),
    columns: { channel: 'api', ...(columns as object), summary: String(summary) },
    attachmentIds: [],
    participantIds: [],
    sharedWith: [],
    at,
  });
  if (issue.transition) {
    await transitionRequest(trx, {
      requestId: created.id,
      transitionId: String(issue.transition.id),
      actor,
    });
  }
  await addBeside(trx, viewer, created.id, additions);
  return created;
}

async function projectFor(trx: Database, viewer: Viewer, given: unknown): Promise<Project> {
  const { id, key } = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  const named = key ?? id;
  const address = typeof named === 'string' || typeof named === 'number' ? String(named) : '';
  const project = await findProject(trx, viewer, address);
  if (project) return project;
  await requireStaff(trx, viewer);
  throw Invalid.fields({ project: 'Specify a valid project ID or key' });
}

function requireIssueType(given: unknown): void {
  if (given === undefined || given === null) throw Invalid.fields({ issuetype: 'Specify an issue type' });
  const { id, name } = (typeof given === 'object' ? given : {}) as { id?: unknown; name?: unknown };
  const isKnown =
    id === undefined
      ? typeof name === 'string' && name.toLowerCase() === serviceRequestIssueType.name.toLowerCase()
      : (typeof id === 'string' || typeof id === 'number') && String(id) === serviceRequestIssueType.id;
  if (!isKnown) throw Invalid.fields({ issuetype: 'Specify a valid issue type' });
}

async function requestTypeFor(trx: Database, project: Project, given: unknown): Promise<string> {
  const types = await choosableTypes(trx, project.serviceDeskId);
  const type = given === undefined || given === null ? types[0] : typeNamed(types, given);
  if (type) return type.id;
  const names = types.map(({ name }) => name).join(', ');
  throw Invalid.fields({
    requesttype:
      types.length === 0
        ? 'The service desk has no request type. Make one first.'
        : `Choose a request type of the project by {"id": …} or {"name": …}: ${names}.`,
  });
}

/** Without a summary there is no issue. */
function withSummary(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { summary: null, ...fields };
}

/** A request before anything is said of it, for what is said to be read against. */
function draftOf(of: Pick<EditedRequest, 'serviceDeskId' | 'requestTypeId' | 'reporterId'>): EditedRequest {
  return {
    ...of,
    id: '0',
    key: '',
    workflowId: '0',
    statusId: '0',
    statusName: '',
    customerStatus: '',
    organizationId: null,
    assigneeId: null,
    resolution: null,
    priorityId: '0',
    version: 1,
    summary: '',
    description: null,
    descriptionText: '',
    customFields: {},
  };
}
