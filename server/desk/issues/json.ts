import { type Static, Type } from 'typebox';
import { jiraUserSchema } from '../../identity/index.ts';
import { jiraDate } from '../../platform/formats/dates.ts';
import { jiraPersonJson, type Showing } from '../people.ts';
import { serviceRequestIssueType } from '../request-types/json.ts';
import type { RequestRow } from '../requests/store.ts';
import { statusJson, statusSchema } from '../workflow/json.ts';
import { type ApiVersion, nullable } from './api-version.ts';

const prioritySchema = Type.Object({
  self: Type.String(),
  id: Type.String(),
  name: Type.String(),
  _portico: Type.Object({ color: Type.String() }),
});

/** The fields that every list shows. */
export const listedFields = {
  summary: Type.String(),
  status: statusSchema,
  priority: prioritySchema,
  assignee: nullable(jiraUserSchema),
  reporter: jiraUserSchema,
  created: Type.String(),
  updated: Type.String(),
  resolution: nullable(Type.Object({ self: Type.String(), id: Type.String(), name: Type.String() })),
  resolutiondate: nullable(Type.String()),
  project: Type.Object({
    self: Type.String(),
    id: Type.String(),
    key: Type.String(),
    name: Type.String(),
    projectTypeKey: Type.String(),
  }),
  issuetype: Type.Object({
    self: Type.String(),
    id: Type.String(),
    name: Type.String(),
    description: Type.String(),
    subtask: Type.Boolean(),
  }),
};

/** What of an issue is not among Jira's fields. */
export const listedExtras = {
  version: Type.Integer({ description: 'Send it as If-Match to change only what you saw' }),
  serviceDeskId: Type.String(),
  requestType: Type.Object({ id: Type.String(), name: Type.String(), icon: Type.String() }),
  organization: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
};

/** An issue in a list. */
export const listedIssueSchema = Type.Object(
  {
    id: Type.String(),
    key: Type.String(),
    self: Type.String(),
    fields: Type.Object(listedFields),
    _portico: Type.Object(listedExtras),
  },
  { title: 'ListedIssue' },
);

/** Shows an issue as a list does: without what was filled in, and without files. */
export function listedIssueJson(
  request: RequestRow,
  showing: Showing,
  version: ApiVersion = '3',
): Static<typeof listedIssueSchema> {
  const { siteAddress, viewer } = showing;
  const { organizationId, organizationName, priority } = request;
  const api = `${siteAddress}/rest/api/${version}`;
  return {
    id: request.id,
    key: request.key,
    self: `${api}/issue/${request.id}`,
    fields: {
      summary: request.summary,
      status: statusJson(
        { id: request.statusId, name: request.statusName, category: request.statusCategory },
        siteAddress,
      ),
      priority: {
        self: `${api}/priority/${priority.id}`,
        id: priority.id,
        name: priority.name,
        _portico: { color: priority.color },
      },
      assignee:
        request.assigneeId === null
          ? null
          : jiraPersonJson({ accountId: request.assigneeId, isStaff: true }, showing),
      reporter: jiraPersonJson({ accountId: request.reporterId, isStaff: request.isReporterStaff }, showing),
      created: jiraDate(request.createdAt, viewer.timeZone),
      updated: jiraDate(request.updatedAt, viewer.timeZone),
      resolution:
        request.resolution === null
          ? null
          : {
              self: `${api}/resolution/${request.resolutionId}`,
              id: request.resolutionId ?? '',
              name: request.resolution,
            },
      resolutiondate: request.resolvedAt && jiraDate(request.resolvedAt, viewer.timeZone),
      project: {
        self: `${api}/project/${request.projectId}`,
        id: request.projectId,
        key: request.projectKey,
        name: request.projectName,
        projectTypeKey: 'service_desk',
      },
      issuetype: {
        self: `${api}/issuetype/${serviceRequestIssueType.id}`,
        ...serviceRequestIssueType,
      },
    },
    _portico: {
      version: request.version,
      serviceDeskId: request.serviceDeskId,
      requestType: {
        id: request.requestTypeId,
        name: request.requestTypeName,
        icon: request.requestTypeIcon,
      },
      organization:
        organizationId !== null && organizationName !== null
          ? { id: organizationId, name: organizationName }
          : null,
    },
  };
}
