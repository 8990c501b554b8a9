import { type Static, Type } from 'typebox';
import type { Shown } from '../../fields/index.ts';
import { dateJson, dateSchema } from '../../platform/formats/dates.ts';
import { type AdfNode, adfSchema, htmlFromAdf } from '../../platform/formats/rich-text.ts';
import { pageSchema } from '../../platform/http/paging.ts';
import { attachmentSchema } from '../attachments/json.ts';
import { commentSchema } from '../comments/json.ts';
import { personJson, personSchema, type Showing } from '../people.ts';
import { type FieldNames, shownToCustomers } from '../request-types/field-names.ts';
import { formFieldTypeOf } from '../request-types/fields/form.ts';
import type { FormField } from '../request-types/fields/form-field.ts';
import { requestTypeSchema } from '../request-types/json.ts';
import { serviceDeskSchema } from '../service-desks/json.ts';
import { requestStatusJson, requestStatusSchema } from '../workflow/json.ts';
import type { RequestContent, RequestRow } from './store.ts';

const fieldValueSchema = Type.Object({
  fieldId: Type.String(),
  label: Type.String(),
  value: Type.Unknown(),
  renderedValue: Type.Optional(Type.Object({ html: Type.String() })),
  _portico: Type.Object({
    type: Type.String({ description: 'summary, description, or a type of custom fields' }),
    section: Type.Union([Type.Object({ id: Type.String(), title: Type.String() }), Type.Null()], {
      description: 'of the form; null: outside all sections',
    }),
    document: Type.Optional(adfSchema),
  }),
});

const allowedSchema = Type.Object({ allowed: Type.Boolean() });

/** A request as servicedeskapi shows it. */
export const requestSchema = Type.Object(
  {
    _expands: Type.Array(Type.String()),
    issueId: Type.String(),
    issueKey: Type.String(),
    summary: Type.String(),
    requestTypeId: Type.String(),
    requestType: Type.Optional(requestTypeSchema),
    serviceDeskId: Type.String(),
    serviceDesk: Type.Optional(serviceDeskSchema),
    createdDate: dateSchema,
    reporter: personSchema,
    requestFieldValues: Type.Array(fieldValueSchema),
    currentStatus: requestStatusSchema,
    status: Type.Optional(pageSchema(requestStatusSchema)),
    attachments: Type.Optional(pageSchema(attachmentSchema)),
    comments: Type.Optional(pageSchema(commentSchema)),
    participants: Type.Optional(pageSchema(personSchema)),
    actions: Type.Optional(
      Type.Object({
        addAttachment: allowedSchema,
        addComment: allowedSchema,
        addParticipant: allowedSchema,
        removeParticipant: allowedSchema,
      }),
    ),
    _links: Type.Object({
      self: Type.String(),
      jiraRest: Type.String(),
      web: Type.String(),
      agent: Type.Optional(Type.String()),
    }),
    _portico: Type.Object({
      isAgent: Type.Boolean({ description: 'You are an agent of its service desk' }),
      organization: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()]),
      requestType: Type.Object({ name: Type.String(), icon: Type.String() }),
      updatedDate: dateSchema,
      hasFeedback: Type.Boolean({
        description: 'The reporter has said what they think of how it was handled',
      }),
    }),
  },
  { title: 'Request' },
);

/** What can be shown in full with `expand`. */
export const requestExpansions = [
  'serviceDesk',
  'requestType',
  'status',
  'attachment',
  'comment',
  'participant',
  'action',
] as const;

/** The parts of a request that were asked for with `expand`. */
export type ExpandedParts = Pick<
  Static<typeof requestSchema>,
  'serviceDesk' | 'requestType' | 'status' | 'attachments' | 'comments' | 'participants' | 'actions'
>;

/** Shows a request the way servicedeskapi does. */
export function requestJson(
  request: RequestRow & RequestContent,
  form: readonly FormField[],
  names: FieldNames,
  showing: Showing,
  expanded: ExpandedParts,
): Static<typeof requestSchema> {
  const { siteAddress, viewer } = showing;
  return {
    _expands: requestExpansions.filter((name) => expanded[partNames[name]] === undefined),
    issueId: request.id,
    issueKey: request.key,
    summary: request.summary,
    requestTypeId: request.requestTypeId,
    serviceDeskId: request.serviceDeskId,
    createdDate: dateJson(request.createdAt, viewer.timeZone),
    reporter: personJson(
      {
        accountId: request.reporterId,
        isStaff: request.isReporterStaff,
        readerIsAgent: request.isAgent,
      },
      showing,
    ),
    requestFieldValues: fieldValues(request, form, shownToCustomers(names, showing, request.isAgent)),
    currentStatus: requestStatusJson(
      {
        customerName: request.customerStatus,
        category: request.statusCategory,
        since: request.statusSince,
      },
      viewer.timeZone,
    ),
    ...expanded,
    _links: {
      self: `${siteAddress}/rest/servicedeskapi/request/${request.id}`,
      jiraRest: `${siteAddress}/rest/api/3/issue/${request.id}`,
      web: `${siteAddress}/servicedesk/customer/portal/${request.serviceDeskId}/${request.key}`,
      ...(request.isAgent && { agent: `${siteAddress}/browse/${request.key}` }),
    },
    _portico: {
      isAgent: request.isAgent,
      organization:
        request.organizationId !== null && request.organizationName !== null
          ? { id: request.organizationId, name: request.organizationName }
          : null,
      requestType: { name: request.requestTypeName, icon: request.requestTypeIcon },
      updatedDate: dateJson(request.updatedAt, viewer.timeZone),
      hasFeedback: request.hasFeedback,
    },
  };
}

const partNames = {
  serviceDesk: 'serviceDesk',
  requestType: 'requestType',
  status: 'status',
  attachment: 'attachments',
  comment: 'comments',
  participant: 'participants',
  action: 'actions',
} as const;

/** What was filled in, field by field of the form; files are at the request's attachments. */
function fieldValues(
  request: RequestRow & RequestContent,
  form: readonly FormField[],
  shown: Shown,
): Static<typeof fieldValueSchema>[] {
  const values: Static<typeof fieldValueSchema>[] = [];
  for (const field of form) {
    const { key: fieldId, label, type, section } = field;
    const _portico = { type, section: section && { id: section.id, title: section.title } };
    // What the form does not ask customers for is for the agents.
    if (field.type === 'attachment' || (field.isHidden && !request.isAgent)) continue;
    if (field.type === 'summary') values.push({ fieldId, label, value: request.summary, _portico });
    else if (field.type === 'description') {
      if (request.description === null) continue;
      values.push({
        fieldId,
        label,
        value: request.descriptionText,
        ...richParts(request.description, _portico),
      });
    } else {
      const stored = request.customFields[field.customId ?? ''];
      if (stored === undefined || stored === null) continue;
      const value = formFieldTypeOf(field).serviceDeskValue(stored, field, shown);
      const rich =
        field.type === 'paragraph' ? richParts(stored as unknown as AdfNode, _portico) : { _portico };
      values.push({ fieldId, label, value, ...rich });
    }
  }
  return values;
}

/** What a value has beside its plain text where it is rich text. */
function richParts(document: AdfNode, _portico: Static<typeof fieldValueSchema>['_portico']) {
  return { renderedValue: { html: htmlFromAdf(document) }, _portico: { ..._portico, document } };
}
