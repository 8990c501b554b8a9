import { type Static, Type } from 'typebox';
import {
  type Field,
  type FieldSettings,
  type JiraSchema,
  offeredCountries,
  offeredOptions,
  ruleOperators,
  type ShowWhen,
  termsOf,
} from '../../fields/index.ts';
import { rulesForAsked } from './asked-rules.ts';
import { formFieldTypeOf, isAskedFor } from './fields/form.ts';
import type { FormField } from './fields/form-field.ts';
import type { RequestType } from './store.ts';

const fieldValueSchema = Type.Object({
  value: Type.String(),
  label: Type.String(),
  children: Type.Array(Type.Unknown()),
});

const jiraSchemaSchema = Type.Object({
  type: Type.String(),
  items: Type.Optional(Type.String()),
  system: Type.Optional(Type.String()),
  custom: Type.Optional(Type.String()),
  customId: Type.Optional(Type.Integer()),
});

/** When a field or section is shown; null: always. */
export const showWhenSchema = Type.Union([
  Type.Object({
    match: Type.Enum(['all', 'any']),
    rules: Type.Array(
      Type.Object({
        field: Type.String(),
        operator: Type.Enum([...ruleOperators]),
        values: Type.Array(Type.String()),
      }),
    ),
  }),
  Type.Null(),
]);

const requestTypeFieldSchema = Type.Object({
  fieldId: Type.String(),
  name: Type.String(),
  description: Type.String(),
  required: Type.Boolean(),
  defaultValues: Type.Array(fieldValueSchema),
  validValues: Type.Array(fieldValueSchema),
  presetValues: Type.Array(Type.String()),
  jiraSchema: jiraSchemaSchema,
  visible: Type.Boolean(),
  _portico: Type.Object({
    type: Type.String({ description: 'Of several types Jira has no word: email, phone, country, amount' }),
    settings: Type.Object({
      min: Type.Optional(Type.Number()),
      max: Type.Optional(Type.Number()),
      decimals: Type.Optional(Type.Integer()),
      currencies: Type.Optional(Type.Array(Type.String())),
      notBefore: Type.Optional(Type.Literal('today')),
      notAfter: Type.Optional(Type.Literal('today')),
      maxValues: Type.Optional(Type.Integer()),
    }),
    section: Type.Union([
      Type.Object({
        id: Type.String(),
        title: Type.String(),
        description: Type.String(),
        showWhen: showWhenSchema,
      }),
      Type.Null(),
    ]),
    showWhen: showWhenSchema,
  }),
});

/** The form of a request type as servicedeskapi shows it. */
export const formSchema = Type.Object(
  {
    requestTypeFields: Type.Array(requestTypeFieldSchema),
    canRaiseOnBehalfOf: Type.Boolean(),
    canAddRequestParticipants: Type.Boolean(),
  },
  { title: 'RequestTypeForm' },
);

/** A request type as servicedeskapi shows it. */
export const requestTypeSchema = Type.Object(
  {
    _expands: Type.Array(Type.String()),
    id: Type.String(),
    _links: Type.Object({ self: Type.String() }),
    name: Type.String(),
    description: Type.String(),
    helpText: Type.String(),
    issueTypeId: Type.String(),
    serviceDeskId: Type.String(),
    portalId: Type.String(),
    groupIds: Type.Array(Type.String()),
    icon: Type.Object({
      id: Type.String({ description: 'Name of the icon' }),
      _links: Type.Object({ iconUrls: Type.Record(Type.String(), Type.String()) }),
    }),
    canCreateRequest: Type.Boolean(),
    restrictionStatus: Type.String(),
    fields: Type.Optional(formSchema),
  },
  { title: 'RequestType' },
);

/** A group of request types as servicedeskapi shows it. */
export const requestTypeGroupSchema = Type.Object({ id: Type.String(), name: Type.String() });

/** All requests are issues of one Jira issue type; what tells them apart is their request type. */
export const serviceRequestIssueType = {
  id: '10001',
  name: 'Service request',
  description: 'A request from a customer',
  subtask: false,
};

/** Shows a form the way servicedeskapi does. */
export function formJson(form: readonly FormField[], isAgent: boolean): Static<typeof formSchema> {
  return {
    requestTypeFields: form.filter(isAskedFor).map((field) => ({
      fieldId: field.key,
      name: field.label,
      description: field.helpText,
      required: field.isRequired || field.key === 'summary',
      defaultValues: chosenByDefault(field),
      validValues: choices(field, null),
      presetValues: [],
      jiraSchema: formFieldTypeOf(field).jiraSchema(field) satisfies JiraSchema,
      visible: true,
      _portico: {
        type: field.type,
        settings: settingsJson(field.settings),
        section: field.section && {
          id: field.section.id,
          title: field.section.title,
          description: field.section.description,
          showWhen: showWhenJson(rulesForAsked(field.section.showWhen, form)),
        },
        showWhen: showWhenJson(rulesForAsked(field.showWhen, form)),
      },
    })),
    canRaiseOnBehalfOf: isAgent,
    canAddRequestParticipants: false,
  };
}

/** Shows rules the way they were given. */
export function showWhenJson(when: ShowWhen | null): Static<typeof showWhenSchema> {
  return (
    when && {
      match: when.match,
      rules: when.rules.map(({ field, operator, values }) => ({ field, operator, values: [...values] })),
    }
  );
}

function settingsJson({ currencies, ...settings }: FieldSettings) {
  return { ...settings, ...(currencies && { currencies: [...currencies] }) };
}

/** What the form begins with: the ids of options, or the value as text. */
function chosenByDefault(field: FormField): { value: string; label: string; children: never[] }[] {
  if (field.defaultValue === null) return [];
  const options = field.options.filter(({ id }) => termsOf(field.defaultValue).includes(id));
  if (field.options.length > 0)
    return options.map(({ id, value }) => ({ value: id, label: value, children: [] }));
  const nobody = { timeZone: null, locale: 'en', person: () => null, organization: () => null };
  const shown = formFieldTypeOf(field).serviceDeskValue(field.defaultValue, field, nobody);
  const value = typeof shown === 'object' ? JSON.stringify(shown) : String(shown);
  return [{ value, label: formFieldTypeOf(field).display(field.defaultValue, field, nobody), children: [] }];
}

interface Choice {
  value: string;
  label: string;
  children: Choice[];
}

/** What can be chosen, with what can then be chosen under it. */
function choices(field: Field<string>, parentId: string | null): Choice[] {
  if (field.type === 'country') {
    return offeredCountries().map(({ code, name }) => ({ value: code, label: name, children: [] }));
  }
  return offeredOptions(field, parentId).map(({ id, value }) => ({
    value: id,
    label: value,
    children: choices(field, id),
  }));
}

/** Shows a request type the way servicedeskapi does; with its form when it was asked for (`expand=field`). */
export function requestTypeJson(
  type: RequestType,
  siteAddress: string,
  form?: Static<typeof formSchema>,
): Static<typeof requestTypeSchema> {
  return {
    _expands: form ? [] : ['field'],
    id: type.id,
    _links: {
      self: `${siteAddress}/rest/servicedeskapi/servicedesk/${type.serviceDeskId}/requesttype/${type.id}`,
    },
    name: type.name,
    description: type.description,
    helpText: type.helpText,
    issueTypeId: serviceRequestIssueType.id,
    serviceDeskId: type.serviceDeskId,
    portalId: type.serviceDeskId,
    groupIds: [...type.groupIds],
    icon: { id: type.icon, _links: { iconUrls: {} } },
    canCreateRequest: true,
    restrictionStatus: 'OPEN',
    ...(form && { fields: form }),
  };
}
