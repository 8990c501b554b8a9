import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { actorIn } from '../access.ts';
import { listAttachments } from '../attachments/store.ts';
import { commentsOfIssueJson, maxCommentsOfIssue, peopleOfComments } from '../comments/jira-json.ts';
import { firstComments } from '../comments/store.ts';
import { peopleOfLinks, shownLinkJson } from '../links/json.ts';
import { linksOfRequests } from '../links/store.ts';
import { jiraPersonJson, showing } from '../people.ts';
import { choosableTypes } from '../request-types/choosable.ts';
import { loadFieldNames } from '../request-types/field-names.ts';
import type { FormField } from '../request-types/fields/form-field.ts';
import { formsOf } from '../request-types/store.ts';
import { editableFields } from '../requests/edit-request.ts';
import { fieldsBeside } from '../requests/editable-fields.ts';
import type { Site } from '../requests/show-requests.ts';
import type { RequestContent, RequestRow } from '../requests/store.ts';
import { watchesJson } from '../watchers/json.ts';
import { watchingOf } from '../watchers/store.ts';
import { transitionsJson } from '../workflow/json.ts';
import { workflowStateOf } from '../workflow/store.ts';
import { possibleTransitions } from '../workflow/transition-request.ts';
import { peopleOfWorklogs, worklogJson } from '../worklogs/json.ts';
import { listWorklogs } from '../worklogs/store.ts';
import type { ApiVersion } from './api-version.ts';
import { issueAttachmentJson } from './attachment-json.ts';
import { changeJson, listChanges } from './changelog.ts';
import { editMetaJson, loadChoices } from './field-meta.ts';
import { fieldNamesJson, fieldSchemasJson } from './issue-fields.ts';
import { filledFieldsJson, filledInWords, type IssueJson } from './issue-json.ts';
import { listedIssueJson } from './json.ts';
import { renderedFieldsJson } from './rendered.ts';
import { requestTypeFieldJson } from './request-type-field.ts';
import type { IssueRow } from './require-issue.ts';
import type { WantedFields } from './wanted-fields.ts';

/** What to show of an issue. */
export interface IssueView {
  readonly version: ApiVersion;
  readonly wanted: WantedFields;
  readonly expand: ReadonlySet<string>;
}

/** Most files, entries of the work log and changes that an issue shows; the rest is at addresses of their own. */
const maxFiles = 200;
const maxWorklogs = 20;
const maxChanges = 100;

const noComments = { comments: [], total: 0 };
const noWorklogs = { worklogs: [], total: 0 };

const expansions =
  'renderedFields,names,schema,operations,editmeta,changelog,transitions,versionedRepresentations';

/** Shows an issue: the fields that are wanted, and what is to be shown beside them. What is not asked for is not loaded. */
export async function showIssue(
  db: Database,
  site: Site,
  viewer: Viewer,
  request: IssueRow,
  view: IssueView,
): Promise<IssueJson> {
  const { version, wanted, expand } = view;
  const [form, comments, files, worklog, watching, links, history, transitions] = await Promise.all([
    formOf(db, request),
    request.hasComments && wanted.has('comment')
      ? firstComments(db, request, maxCommentsOfIssue)
      : noComments,
    request.hasFiles && wanted.has('attachment')
      ? listAttachments(db, request, { start: 0, limit: maxFiles })
      : [],
    request.hasWorklogs && wanted.has('worklog')
      ? listWorklogs(db, request.id, {}, { start: 0, limit: maxWorklogs })
      : noWorklogs,
    request.hasWatchers && wanted.has('watches') ? watchingOf(db, [request.id], viewer.id) : null,
    request.hasLinks && wanted.has('issuelinks') ? linksOfRequests(db, viewer, [request.id]) : null,
    expand.has('changelog')
      ? listChanges(db, viewer, request.id, { startAt: 0, maxResults: maxChanges, newestFirst: true })
      : null,
    expand.has('transitions') ? transitionsOf(db, viewer, request) : null,
  ]);
  const linked = links?.get(request.id) ?? [];
  const shownForm = form.filter(({ key, customId }) => customId === null || wanted.has(key));
  const [names, shown, editmeta] = await Promise.all([
    loadFieldNames(db, [{ form: shownForm, customFields: request.customFields }]),
    showing(db, site, viewer, [
      request.reporterId,
      request.assigneeId,
      request.creatorId,
      ...files.map(({ authorId }) => authorId),
      ...peopleOfComments(comments.comments),
      ...peopleOfWorklogs(worklog.worklogs),
      ...peopleOfLinks(linked.map(({ other }) => other)),
      ...(history?.changes ?? []).map(({ authorId }) => authorId),
    ]),
    expand.has('editmeta') ? editMetaOf(db, site, request, version) : null,
  ]);
  const issue = listedIssueJson(request, shown, version);
  const api = `${site.siteAddress}/rest/api/${version}`;
  const comment = commentsOfIssueJson(comments, request.id, version, shown);
  const fields: Record<string, unknown> = {
    ...filledFieldsJson(request, shownForm, names, shown, version),
    ...issue.fields,
    creator:
      request.creatorId === null
        ? null
        : jiraPersonJson({ accountId: request.creatorId, isStaff: request.isCreatorStaff }, shown),
    organization: issue._portico.organization,
    requesttype: requestTypeFieldJson(request, shown),
    attachment: files.map((file) => issueAttachmentJson(file, version, shown)),
    comment,
    worklog: {
      startAt: 0,
      maxResults: maxWorklogs,
      total: worklog.total,
      worklogs: worklog.worklogs.map((entry) => worklogJson(entry, version, shown)),
    },
    issuelinks: linked.map((link) => shownLinkJson(link, version, shown)),
    watches: watchesJson(watching?.get(request.id), `${api}/issue/${request.id}`),
  };
  if (!wanted.isEverything) {
    for (const key of Object.keys(fields)) if (!wanted.has(key)) delete fields[key];
  }
  const keys = Object.keys(fields);
  return {
    expand: expansions,
    ...issue,
    // Without those that nobody asked for. With all of them it is what the schema says.
    fields: fields as IssueJson['fields'],
    ...(expand.has('names') && { names: fieldNamesJson(keys, form) }),
    ...(expand.has('schema') && { schema: fieldSchemasJson(keys, form) }),
    ...(expand.has('renderedFields') && {
      renderedFields: renderedFieldsJson(
        keys,
        { request, form, comment, comments: comments.comments },
        shown,
      ),
    }),
    ...(history && {
      changelog: {
        startAt: 0,
        maxResults: maxChanges,
        total: history.total,
        histories: history.changes.map((change) => changeJson(change, shown)),
      },
    }),
    ...(transitions && { transitions: transitionsJson(transitions, site.siteAddress).transitions }),
    ...(editmeta && { editmeta }),
    _portico: {
      ...issue._portico,
      hasFeedback: request.hasFeedback,
      ...(wanted.wantsAll && { fields: filledInWords(request, shownForm, names, shown) }),
    },
  };
}

/** The fields of the form, and those that have a value besides. */
async function formOf(db: Database, request: RequestRow & RequestContent): Promise<FormField[]> {
  const form = (await formsOf(db, [request.requestTypeId])).get(request.requestTypeId) ?? [];
  return [...form, ...(await fieldsBeside(db, request, form))];
}

async function transitionsOf(db: Database, viewer: Viewer, { id }: RequestRow) {
  const state = await workflowStateOf(db, id);
  const actor = actorIn(viewer, { isAgent: true });
  return state ? possibleTransitions(db, state, { actor, asCustomer: false }) : [];
}

/** What can be edited of the request. */
export async function editMetaOf(
  db: Database,
  { siteAddress }: Site,
  request: RequestRow & RequestContent,
  version: ApiVersion,
) {
  const [fields, types] = await Promise.all([
    editableFields(db, request),
    choosableTypes(db, request.serviceDeskId),
  ]);
  const apiAddress = `${siteAddress}/rest/api/${version}`;
  const choices = await loadChoices(db, fields, apiAddress);
  return editMetaJson(fields, types, choices, { apiAddress, assignableTo: `issueKey=${request.key}` });
}
