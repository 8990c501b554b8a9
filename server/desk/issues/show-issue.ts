import type { JiraSchema } from '../../fields/index.ts';
import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { noSuchRequest } from '../access.ts';
import { commentsOfIssueJson, peopleOfComments } from '../comments/jira-json.ts';
import { peopleOfLinks, shownLinkJson } from '../links/json.ts';
import { jiraPersonJson, type Showing, showing } from '../people.ts';
import { choosableTypes } from '../request-types/choosable.ts';
import { type FieldNames, loadFieldNames } from '../request-types/field-names.ts';
import { editableFields } from '../requests/edit-request.ts';
import type { Site } from '../requests/show-requests.ts';
import type { RequestContent, RequestRow } from '../requests/store.ts';
import { type SlaFields, slaFieldsOf } from '../sla/read-slas.ts';
import { votesJson } from '../votes/json.ts';
import { watchesJson } from '../watchers/json.ts';
import { transitionsJson } from '../workflow/json.ts';
import { peopleOfWorklogs, worklogJson } from '../worklogs/json.ts';
import type { ApiVersion } from './api-version.ts';
import { issueAttachmentJson } from './attachment-json.ts';
import { changeJson } from './changelog.ts';
import { editMetaJson, loadChoices } from './field-meta.ts';
import { fieldNamesJson, fieldSchemasJson } from './issue-fields.ts';
import { filledFieldsJson, filledInWords, type IssueJson } from './issue-json.ts';
import { type IssueParts, loadParts, maxChanges, maxWorklogs } from './issue-parts.ts';
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
  const [{ issues, names, schema }, editmeta] = await Promise.all([
    showIssues(db, site, viewer, [request], view),
    view.expand.has('editmeta') ? editMetaOf(db, site, request, view.version) : null,
  ]);
  const [issue] = issues;
  if (!issue) throw noSuchRequest();
  return { ...issue, ...(names && { names }), ...(schema && { schema }), ...(editmeta && { editmeta }) };
}

/** Issues in a list, and what their fields are called and hold if that was asked for. */
export interface ShownIssues {
  readonly issues: IssueJson[];
  readonly names?: Record<string, string>;
  readonly schema?: Record<string, JiraSchema>;
}

/** Shows issues as `showIssue` does, without what can be edited. Loads what they need once for all of them. */
export async function showIssues(
  db: Database,
  site: Site,
  viewer: Viewer,
  requests: readonly IssueRow[],
  view: IssueView,
): Promise<ShownIssues> {
  const { wanted, expand } = view;
  const parts = await loadParts(db, viewer, requests, view);
  const filled = requests.map(({ id, customFields }) => ({
    customFields,
    form: (parts.forms.get(id) ?? []).filter(({ key, customId }) => customId === null || wanted.has(key)),
  }));
  const [fieldNames, slas, shown] = await Promise.all([
    loadFieldNames(db, filled),
    slaFieldsOf(
      db,
      wanted.wantsCustom ? requests : [],
      { siteAddress: site.siteAddress, timeZone: viewer.timeZone },
      wanted.has,
    ),
    showing(
      db,
      site,
      viewer,
      requests.flatMap((request) => [
        request.reporterId,
        request.assigneeId,
        request.creatorId,
        ...(parts.files.get(request.id) ?? []).map(({ authorId }) => authorId),
        ...peopleOfComments(parts.comments.get(request.id)?.comments ?? []),
        ...peopleOfWorklogs(parts.worklogs.get(request.id)?.worklogs ?? []),
        ...peopleOfLinks((parts.links.get(request.id) ?? []).map(({ other }) => other)),
        ...(parts.histories.get(request.id)?.changes ?? []).map(({ authorId }) => authorId),
      ]),
    ),
  ]);
  const issues = requests.map((request) => issueJson(request, parts, { ...view, fieldNames, slas, shown }));
  const keys = [...new Set(issues.flatMap(({ fields }) => Object.keys(fields)))];
  const form = filled.flatMap((each) => each.form);
  return {
    issues,
    ...(expand.has('names') && { names: { ...fieldNamesJson(keys, form), ...slas.names } }),
    ...(expand.has('schema') && { schema: { ...fieldSchemasJson(keys, form), ...slas.schemas } }),
  };
}

interface Shown extends IssueView {
  readonly fieldNames: FieldNames;
  readonly slas: SlaFields;
  readonly shown: Showing;
}

function issueJson(
  request: IssueRow,
  parts: IssueParts,
  { version, wanted, expand, fieldNames, slas, shown }: Shown,
): IssueJson {
  const { id } = request;
  const form = parts.forms.get(id) ?? [];
  const shownForm = form.filter(({ key, customId }) => customId === null || wanted.has(key));
  const comments = parts.comments.get(id) ?? noComments;
  const worklog = parts.worklogs.get(id) ?? noWorklogs;
  const issue = listedIssueJson(request, shown, version);
  const comment = commentsOfIssueJson(comments, id, version, shown);
  const fields: Record<string, unknown> = {
    ...filledFieldsJson(request, shownForm, fieldNames, shown, version),
    ...slas.values.get(id),
    ...issue.fields,
    creator:
      request.creatorId === null
        ? null
        : jiraPersonJson({ accountId: request.creatorId, isStaff: request.isCreatorStaff }, shown),
    organization: issue._portico.organization,
    requesttype: requestTypeFieldJson(request, shown),
    attachment: (parts.files.get(id) ?? []).map((file) => issueAttachmentJson(file, version, shown)),
    comment,
    worklog: {
      startAt: 0,
      maxResults: maxWorklogs,
      total: worklog.total,
      worklogs: worklog.worklogs.map((entry) => worklogJson(entry, version, shown)),
    },
    issuelinks: (parts.links.get(id) ?? []).map((link) => shownLinkJson(link, version, shown)),
    watches: watchesJson(parts.watching.get(id), `${shown.siteAddress}/rest/api/${version}/issue/${id}`),
    votes: votesJson(parts.votes.get(id), `${shown.siteAddress}/rest/api/${version}/issue/${id}`),
  };
  if (!wanted.isEverything) {
    for (const key of Object.keys(fields)) if (!wanted.has(key)) delete fields[key];
  }
  const keys = Object.keys(fields);
  const history = parts.histories.get(id);
  return {
    expand: expansions,
    ...issue,
    // Without those that nobody asked for. With all of them it is what the schema says.
    fields: fields as IssueJson['fields'],
    ...(expand.has('renderedFields') && {
      renderedFields: renderedFieldsJson(
        keys,
        { request, form, comment, comments: comments.comments },
        shown,
      ),
    }),
    ...(expand.has('changelog') && {
      changelog: {
        startAt: 0,
        maxResults: maxChanges,
        total: history?.total ?? 0,
        histories: (history?.changes ?? []).map((change) => changeJson(change, shown)),
      },
    }),
    ...(expand.has('transitions') && {
      transitions: transitionsJson(parts.transitions.get(id) ?? [], shown.siteAddress).transitions,
    }),
    _portico: {
      ...issue._portico,
      hasFeedback: request.hasFeedback,
      ...(wanted.wantsAll && { fields: filledInWords(request, shownForm, fieldNames, shown) }),
    },
  };
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
