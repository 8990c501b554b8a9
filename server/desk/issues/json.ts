import { type Static, Type } from 'typebox';
import { jiraUserSchema } from '../../identity/index.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import { jiraDate } from '../../platform/formats/dates.ts';
import { adfSchema } from '../../platform/formats/rich-text.ts';
import type { Attachment } from '../attachments/store.ts';
import { jiraPersonJson, type Showing } from '../people.ts';
import { type FieldNames, shownToAgents } from '../request-types/field-names.ts';
import { formFieldTypeOf } from '../request-types/fields/form.ts';
import type { FormField } from '../request-types/fields/form-field.ts';
import { serviceRequestIssueType } from '../request-types/json.ts';
import type { RequestContent, RequestRow } from '../requests/store.ts';
import { statusJson, statusSchema } from '../workflow/json.ts';

function nullable<Schema extends Parameters<typeof Type.Optional>[0]>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

const attachmentSchema = Type.Object({
  self: Type.String(),
  id: Type.String(),
  filename: Type.String(),
  author: jiraUserSchema,
  created: Type.String(),
  size: Type.Integer(),
  mimeType: Type.String(),
  content: Type.String(),
  _portico: Type.Object({ public: Type.Boolean() }),
});

const fieldsSchema = Type.Object(
  {
    summary: Type.String(),
    status: statusSchema,
    assignee: nullable(jiraUserSchema),
    reporter: jiraUserSchema,
    created: Type.String(),
    updated: Type.String(),
    resolution: nullable(Type.Object({ name: Type.String() })),
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
    description: Type.Optional(nullable(adfSchema)),
    attachment: Type.Optional(Type.Array(attachmentSchema)),
  },
  { additionalProperties: Type.Unknown() },
);

/** A request as api/3 shows it: an issue. */
export const issueSchema = Type.Object(
  {
    id: Type.String(),
    key: Type.String(),
    self: Type.String(),
    fields: fieldsSchema,
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
  { title: 'Issue' },
);

/** Shows an issue as a list does: without what was filled in, and without files. */
export function listedIssueJson(request: RequestRow, showing: Showing): Static<typeof issueSchema> {
  const { siteAddress, viewer } = showing;
  const { organizationId, organizationName } = request;
  return {
    id: request.id,
    key: request.key,
    self: `${siteAddress}/rest/api/3/issue/${request.id}`,
    fields: {
      summary: request.summary,
      status: statusJson(
        { id: request.statusId, name: request.statusName, category: request.statusCategory },
        siteAddress,
      ),
      assignee:
        request.assigneeId === null
          ? null
          : jiraPersonJson({ accountId: request.assigneeId, isStaff: true }, showing),
      reporter: jiraPersonJson({ accountId: request.reporterId, isStaff: request.isReporterStaff }, showing),
      created: jiraDate(request.createdAt, viewer.timeZone),
      updated: jiraDate(request.updatedAt, viewer.timeZone),
      resolution: request.resolution === null ? null : { name: request.resolution },
      resolutiondate: request.resolvedAt && jiraDate(request.resolvedAt, viewer.timeZone),
      project: {
        self: `${siteAddress}/rest/api/3/project/${request.projectId}`,
        id: request.projectId,
        key: request.projectKey,
        name: request.projectName,
        projectTypeKey: 'service_desk',
      },
      issuetype: {
        self: `${siteAddress}/rest/api/3/issuetype/${serviceRequestIssueType.id}`,
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

/** Shows an issue in full. */
export function issueJson(
  request: RequestRow & RequestContent,
  form: readonly FormField[],
  names: FieldNames,
  attachments: readonly Attachment[],
  showing: Showing,
): Static<typeof issueSchema> {
  const issue = listedIssueJson(request, showing);
  const customFields: Record<string, JsonValue> = {};
  const shown = shownToAgents(names, showing);
  const words: NonNullable<Static<typeof issueSchema>['_portico']['fields']> = [];
  for (const field of form) {
    if (field.customId === null) continue;
    const stored = request.customFields[field.customId] ?? null;
    const type = formFieldTypeOf(field);
    customFields[field.key] = stored === null ? null : type.issueValue(stored, field, shown);
    if (stored === null) continue;
    words.push({
      id: field.key,
      label: field.label,
      value: type.display(stored, field, shown),
      type: field.type,
      content: type.serviceDeskValue(stored, field, shown),
      section: field.section && { id: field.section.id, title: field.section.title },
    });
  }
  return {
    ...issue,
    fields: {
      ...customFields,
      ...issue.fields,
      description: request.description,
      attachment: attachments.map((attachment) => attachmentJson(attachment, showing)),
    },
    _portico: { ...issue._portico, fields: words },
  };
}

function attachmentJson(attachment: Attachment, showing: Showing): Static<typeof attachmentSchema> {
  const { siteAddress, viewer } = showing;
  const content = `${siteAddress}/rest/api/3/attachment/content/${attachment.id}`;
  return {
    self: content,
    id: attachment.id,
    filename: attachment.fileName,
    author: jiraPersonJson({ accountId: attachment.authorId, isStaff: attachment.isAuthorStaff }, showing),
    created: jiraDate(attachment.createdAt, viewer.timeZone),
    size: attachment.sizeBytes,
    mimeType: attachment.mediaType,
    content,
    _portico: { public: attachment.isPublic },
  };
}
