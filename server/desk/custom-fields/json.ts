import { type Static, Type } from 'typebox';
import { type FieldSettings, fieldTypeNames, fieldTypeOf, type JiraSchema } from '../../fields/index.ts';
import type { CustomField, FieldContext } from './store.ts';
import { maxContexts, maxDescriptionLength, maxFieldNameLength, maxOptions } from './validate.ts';

/** The name of a field type on the wire. */
export const fieldTypeSchema = Type.Enum([...fieldTypeNames]);

/** What administrators set of the values of a field; each type takes some of them. */
export const settingsSchema = Type.Object(
  {
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 10 })),
    currencies: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Z]{3}$' }), { maxItems: 50 })),
    notBefore: Type.Optional(Type.Literal('today')),
    notAfter: Type.Optional(Type.Literal('today')),
    maxValues: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { additionalProperties: false },
);

// Lengths are checked where the text is cleaned, so that what is wrong is said of the option that it is wrong with.
const textSchema = Type.String({ maxLength: 4 * maxFieldNameLength });
const optionProperties = {
  id: Type.Optional(Type.String({ description: 'Without: a new option' })),
  value: textSchema,
  isArchived: Type.Optional(Type.Boolean()),
};
const optionInputSchema = Type.Object(
  {
    ...optionProperties,
    children: Type.Optional(
      Type.Array(Type.Object(optionProperties, { additionalProperties: false }), { maxItems: maxOptions }),
    ),
  },
  { additionalProperties: false },
);
const contextInputSchema = Type.Object(
  {
    id: Type.Optional(Type.String({ description: 'Without: a new context' })),
    name: textSchema,
    isGlobal: Type.Boolean(),
    serviceDeskIds: Type.Array(Type.String(), { maxItems: 1000 }),
    defaultValue: Type.Optional(Type.Unknown({ description: 'As a value of the field is sent' })),
    options: Type.Array(optionInputSchema, { maxItems: maxOptions }),
  },
  { additionalProperties: false },
);

/** What a field is changed to: all of it. */
export const fieldInputProperties = {
  name: textSchema,
  description: Type.String({ maxLength: 4 * maxDescriptionLength }),
  settings: settingsSchema,
  contexts: Type.Array(contextInputSchema, { minItems: 1, maxItems: maxContexts }),
};

const listedProperties = {
  id: Type.String(),
  key: Type.String({ description: 'customfield_NNNNN' }),
  name: Type.String(),
  description: Type.String(),
  type: fieldTypeSchema,
  isArchived: Type.Boolean(),
  formCount: Type.Integer({ description: 'Request types that ask for it' }),
  version: Type.Integer(),
};

/** A field in a list. */
export const listedFieldSchema = Type.Object(listedProperties, { title: 'ListedCustomField' });

const shownOptionProperties = { id: Type.String(), value: Type.String(), isArchived: Type.Boolean() };

/** A field in full. */
export const customFieldSchema = Type.Object(
  {
    ...listedProperties,
    settings: settingsSchema,
    contexts: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        isGlobal: Type.Boolean(),
        serviceDeskIds: Type.Array(Type.String()),
        defaultValue: Type.Unknown(),
        options: Type.Array(
          Type.Object({ ...shownOptionProperties, children: Type.Array(Type.Object(shownOptionProperties)) }),
        ),
      }),
    ),
  },
  { title: 'CustomField' },
);

/** Shows a field as a list does. */
export function listedFieldJson(field: CustomField): Static<typeof listedFieldSchema> {
  const { id, name, description, type, isArchived, formCount, version } = field;
  return { id, key: `customfield_${id}`, name, description, type, isArchived, formCount, version };
}

/** Shows what administrators set of the values of a field. */
export function settingsJson({ currencies, ...settings }: FieldSettings): Static<typeof settingsSchema> {
  return { ...settings, ...(currencies && { currencies: [...currencies] }) };
}

/** Shows a field in full, its defaults as a value of it is sent. */
export function customFieldJson(
  field: CustomField,
  contexts: readonly FieldContext[],
): Static<typeof customFieldSchema> {
  const { type, id, name, settings } = field;
  return {
    ...listedFieldJson(field),
    settings: settingsJson(settings),
    contexts: contexts.map(({ defaultValue, serviceDeskIds, options, ...context }) => ({
      ...context,
      serviceDeskIds: [...serviceDeskIds],
      defaultValue:
        defaultValue === null
          ? null
          : fieldTypeOf({ type }).serviceDeskValue(
              defaultValue,
              {
                type,
                customId: id,
                name,
                settings,
                options: options.flatMap((option) => [
                  { ...option, parentId: null },
                  ...option.children.map((child) => ({ ...child, parentId: option.id })),
                ]),
              },
              { timeZone: null, locale: 'en', person: () => null, organization: () => null },
            ),
      options: options.map((option) => ({
        ...option,
        children: option.children.map((child) => ({ ...child })),
      })),
    })),
  };
}

/** A field as api/3 lists it. */
export const jiraFieldSchema = Type.Object(
  {
    id: Type.String(),
    key: Type.String(),
    name: Type.String(),
    custom: Type.Boolean(),
    orderable: Type.Boolean(),
    navigable: Type.Boolean(),
    searchable: Type.Boolean(),
    clauseNames: Type.Array(Type.String()),
    schema: Type.Optional(
      Type.Object({
        type: Type.String(),
        items: Type.Optional(Type.String()),
        system: Type.Optional(Type.String()),
        custom: Type.Optional(Type.String()),
        customId: Type.Optional(Type.Integer()),
      }),
    ),
  },
  { title: 'FieldDetails' },
);

/** The requests' own fields, as api/3 lists them. */
export const ownJiraFields: readonly Static<typeof jiraFieldSchema>[] = [
  own('issuekey', 'Key', ['id', 'issue', 'issuekey', 'key']),
  own('summary', 'Summary', ['summary'], { type: 'string', system: 'summary' }),
  own('description', 'Description', [], { type: 'string', system: 'description' }),
  own('issuetype', 'Issue Type', [], { type: 'issuetype', system: 'issuetype' }),
  own('requesttype', 'Request Type', ['request type', 'requesttype'], {
    type: 'sd-customerrequesttype',
    custom: 'com.atlassian.servicedesk:vp-origin',
  }),
  own('project', 'Project', ['project'], { type: 'project', system: 'project' }),
  own('status', 'Status', ['status'], { type: 'status', system: 'status' }),
  own('priority', 'Priority', ['priority'], { type: 'priority', system: 'priority' }),
  own('resolution', 'Resolution', ['resolution'], { type: 'resolution', system: 'resolution' }),
  own('resolutiondate', 'Resolved', ['resolutiondate', 'resolved'], {
    type: 'datetime',
    system: 'resolutiondate',
  }),
  own('assignee', 'Assignee', ['assignee'], { type: 'user', system: 'assignee' }),
  own('creator', 'Creator', [], { type: 'user', system: 'creator' }),
  own('reporter', 'Reporter', ['reporter'], { type: 'user', system: 'reporter' }),
  own('organization', 'Organization', [], { type: 'sd-customerorganization', system: 'organization' }),
  own('created', 'Created', ['created', 'createdDate'], { type: 'datetime', system: 'created' }),
  own('updated', 'Updated', ['updated', 'updatedDate'], { type: 'datetime', system: 'updated' }),
  own('attachment', 'Attachment', [], { type: 'array', items: 'attachment', system: 'attachment' }),
  own('comment', 'Comment', [], { type: 'comments-page', system: 'comment' }),
  own('worklog', 'Log Work', [], { type: 'array', items: 'worklog', system: 'worklog' }),
  own('issuelinks', 'Linked Issues', [], { type: 'array', items: 'issuelinks', system: 'issuelinks' }),
  own('watches', 'Watchers', [], { type: 'watches', system: 'watches' }),
  own('votes', 'Votes', ['votes'], { type: 'votes', system: 'votes' }),
];

function own(id: string, name: string, clauseNames: string[], schema?: JiraSchema) {
  return {
    id,
    key: id,
    name,
    custom: false,
    orderable: id !== 'issuekey',
    navigable: true,
    searchable: clauseNames.length > 0,
    clauseNames,
    ...(schema && { schema }),
  };
}

/** Shows a custom field as api/3 lists it. */
export function jiraFieldJson({ id, name, type, settings }: CustomField): Static<typeof jiraFieldSchema> {
  const schema = fieldTypeOf({ type }).jiraSchema({ type, customId: id, name, settings, options: [] });
  return {
    id: `customfield_${id}`,
    key: `customfield_${id}`,
    name,
    custom: true,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [`cf[${id}]`, name],
    schema,
  };
}
