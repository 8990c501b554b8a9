import { type Static, Type } from 'typebox';
import { jiraUserSchema } from '../../identity/index.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import { jiraDate } from '../../platform/formats/dates.ts';
import { adfSchema } from '../../platform/formats/rich-text.ts';
import { jiraPersonJson, type Showing } from '../people.ts';
import { type FieldNames, shownToAgents } from '../request-types/field-names.ts';
import { formFieldTypeOf } from '../request-types/fields/form.ts';
import type { FormField } from '../request-types/fields/form-field.ts';
import { serviceRequestIssueType } from '../request-types/json.ts';
import type { RequestContent, RequestRow } from '../requests/store.ts';
import { watchesSchema } from '../watchers/json.ts';
import { statusJson, statusSchema } from '../workflow/json.ts';
import { worklogPageSchema } from '../worklogs/json.ts';
import { type ApiVersion, nullable } from './api-version.ts';
import { issueAttachmentSchema } from './attachment-json.ts';
import { changelogPageSchema } from './changelog.ts';
import { editMetaSchema } from './field-meta.ts';

const prioritySchema = Type.Object({
  self: Type.String(),
  id: Type.String(),
  name: Type.String(),
  _portico: Type.Object({ color: Type.String() }),
});

const listedFields = {
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

/** An issue, with what there is of its fields. */
function schemaOf(version: ApiVersion) {
  return Type.Object(
    {
      expand: Type.Optional(Type.String()),
      id: Type.String(),
      key: Type.String(),
      self: Type.String(),
      fields: Type.Object(
        {
          ...listedFields,
          description: Type.Optional(nullable(version === '3' ? adfSchema : Type.String())),
          attachment: Type.Optional(Type.Array(issueAttachmentSchema)),
          watches: Type.Optional(watchesSchema),
          worklog: Type.Optional(worklogPageSchema),
          requesttype: Type.Optional(Type.Unknown({ description: 'The request type, as JSM shows it' })),
        },
        { additionalProperties: Type.Unknown() },
      ),
      names: Type.Optional(Type.Record(Type.String(), Type.String())),
      schema: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      renderedFields: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      changelog: Type.Optional(changelogPageSchema),
      transitions: Type.Optional(Type.Array(Type.Unknown())),
      editmeta: Type.Optional(editMetaSchema),
      _portico: Type.Object({
        version: Type.Integer({ description: 'Send it as If-Match to change only what you saw' }),
        serviceDeskId: Type.String(),
        requestType: Type.Object({ id: Type.String(), name: Type.String(), icon: Type.String() }),
        organization: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
        fields: Type.Optional(
          Type.Array(
            Type.Object({
              id: Type.String(),
              label: Type.String(),
              value: Type.String({ description: 'In words' }),
              type: Type.String(),
              content: Type.Unknown({ description: 'As the service desk API shows it' }),
              section: nullable(Type.Object({ id: Type.String(), title: Type.String() })),
            }),
            { description: 'What was filled into the form, in its order' },
          ),
        ),
      }),
    },
    { title: version === '3' ? 'Issue' : 'Issue2' },
  );
}

/** A request as api/3 shows it: an issue. */
export const issueSchema = schemaOf('3');
/** The same as api/2 shows it, which has text where api/3 has documents. */
export const issueSchema2 = schemaOf('2');

/** An issue on the wire. */
export type IssueJson = Static<typeof issueSchema>;

/** Shows an issue as a list does: without what was filled in, and without files. */
export function listedIssueJson(
  request: RequestRow,
  showing: Showing,
  version: ApiVersion = '3',
): IssueJson & { fields: Static<ReturnType<typeof Type.Object<typeof listedFields>>> } {
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

/** What was filled into a request, as api/2 and api/3 show it by field id; null where there is nothing. */
export function filledFieldsJson(
  { customFields, description, descriptionText }: RequestContent,
  form: readonly FormField[],
  names: FieldNames,
  showing: Showing,
  version: ApiVersion,
): Record<string, unknown> {
  const shown = shownToAgents(names, showing);
  const fields: Record<string, unknown> = {
    description: version === '3' ? description : description && descriptionText,
  };
  for (const field of form) {
    if (field.customId === null) continue;
    const stored = customFields[field.customId] ?? null;
    const type = formFieldTypeOf(field);
    const isText = version === '2' && field.type === 'paragraph';
    fields[field.key] =
      stored === null
        ? null
        : isText
          ? type.display(stored, field, shown)
          : type.issueValue(stored, field, shown);
  }
  return fields;
}

/** What was filled into the form, in its order and in words. */
export function filledInWords(
  { customFields }: RequestContent,
  form: readonly FormField[],
  names: FieldNames,
  showing: Showing,
): NonNullable<IssueJson['_portico']['fields']> {
  const shown = shownToAgents(names, showing);
  return form.flatMap((field) => {
    const stored: JsonValue = field.customId === null ? null : (customFields[field.customId] ?? null);
    if (stored === null) return [];
    const type = formFieldTypeOf(field);
    return {
      id: field.key,
      label: field.label,
      value: type.display(stored, field, shown),
      type: field.type,
      content: type.serviceDeskValue(stored, field, shown),
      section: field.section && { id: field.section.id, title: field.section.title },
    };
  });
}
