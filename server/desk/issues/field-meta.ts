import { type Static, Type } from 'typebox';
import { type Field, offeredCountries, offeredOptions } from '../../fields/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { listPriorities } from '../priorities/store.ts';
import type { ChoosableType } from '../request-types/choosable.ts';
import type { EditableField } from '../requests/edit-request.ts';
import { listResolutions, type Resolution } from '../resolutions/store.ts';

const jsonTypeSchema = Type.Object({
  type: Type.String(),
  items: Type.Optional(Type.String()),
  system: Type.Optional(Type.String()),
  custom: Type.Optional(Type.String()),
  customId: Type.Optional(Type.Integer()),
});

/** What api/3 says of a field that can be filled in. */
export const fieldMetaSchema = Type.Object(
  {
    required: Type.Boolean(),
    schema: jsonTypeSchema,
    name: Type.String(),
    key: Type.String(),
    hasDefaultValue: Type.Boolean(),
    defaultValue: Type.Optional(Type.Unknown({ description: 'What a form that asks for it begins with' })),
    operations: Type.Array(Type.String()),
    allowedValues: Type.Optional(Type.Array(Type.Unknown())),
    autoCompleteUrl: Type.Optional(Type.String()),
    _portico: Type.Optional(
      Type.Object({
        type: Type.String({
          description: 'Of several types Jira has no word: email, phone, country, amount',
        }),
        settings: Type.Object({
          min: Type.Optional(Type.Number()),
          max: Type.Optional(Type.Number()),
          decimals: Type.Optional(Type.Integer()),
          currencies: Type.Optional(Type.Array(Type.String())),
          notBefore: Type.Optional(Type.Literal('today')),
          notAfter: Type.Optional(Type.Literal('today')),
          maxValues: Type.Optional(Type.Integer()),
        }),
      }),
    ),
  },
  { title: 'FieldMeta' },
);

/** What can be edited of an issue. */
export const editMetaSchema = Type.Object(
  { fields: Type.Record(Type.String(), fieldMetaSchema) },
  { title: 'EditMeta' },
);

/** What fields of an issue can be set to, beside what is said of the fields themselves. */
export interface Choices {
  readonly priorities: readonly object[];
  readonly resolutions: readonly object[];
  /** what a screen that asks how a request ended begins with */
  readonly defaultResolution?: object | undefined;
}

/** Loads what priority and resolution can be set to, as far as the fields have them. */
export async function loadChoices(
  db: Database,
  fields: readonly EditableField[],
  apiAddress: string,
): Promise<Choices> {
  const has = (key: string) => fields.some((field) => field.key === key);
  const [priorities, resolutions] = await Promise.all([
    has('priority') ? listPriorities(db) : [],
    has('resolution') ? listResolutions(db) : [],
  ]);
  const resolutionJson = ({ id, name }: Pick<Resolution, 'id' | 'name'>) => ({
    self: `${apiAddress}/resolution/${id}`,
    id,
    name,
  });
  const begin = resolutions.find(({ isDefault }) => isDefault);
  return {
    priorities: priorities.map(({ id, name }) => ({ self: `${apiAddress}/priority/${id}`, id, name })),
    resolutions: resolutions.map(resolutionJson),
    defaultResolution: begin && resolutionJson(begin),
  };
}

/** Where the people are who can be in a field. */
interface Completing {
  /** of the API's version that was asked */
  readonly apiAddress: string;
  /** such as issueKey=SUP-1 */
  readonly assignableTo: string;
}

/** Shows what can be done with a field the way api/3 does. */
export function fieldMetaJson(
  { key, name, isRequired, schema, operations, form }: EditableField,
  { priorities, resolutions, defaultResolution }: Choices,
  { apiAddress, assignableTo }: Completing,
): Static<typeof fieldMetaSchema> {
  const allowedValues =
    key === 'priority' ? priorities : key === 'resolution' ? resolutions : form && allowed(form, null);
  const { currencies, ...settings } = form?.settings ?? {};
  const defaultValue = key === 'resolution' ? defaultResolution : undefined;
  return {
    required: isRequired,
    schema,
    name,
    key,
    hasDefaultValue: key === 'priority' || defaultValue !== undefined,
    ...(defaultValue && { defaultValue }),
    operations: [...operations],
    ...(allowedValues && { allowedValues: [...allowedValues] }),
    ...(key === 'assignee' && {
      autoCompleteUrl: `${apiAddress}/user/assignable/search?${assignableTo}&query=`,
    }),
    ...(form && {
      _portico: {
        type: form.type,
        settings: { ...settings, ...(currencies && { currencies: [...currencies] }) },
      },
    }),
  };
}

/** Shows the field that holds the request type. */
export function requestTypeMetaJson(types: readonly ChoosableType[]): Static<typeof fieldMetaSchema> {
  return {
    required: true,
    schema: { type: 'sd-customerrequesttype', custom: 'com.atlassian.servicedesk:vp-origin' },
    name: 'Request Type',
    key: 'requesttype',
    hasDefaultValue: false,
    operations: ['set'],
    allowedValues: types.map(({ id, name }) => ({ id, name })),
    _portico: { type: 'select', settings: {} },
  };
}

/** Shows what can be edited of an issue the way api/3 does. */
export function editMetaJson(
  fields: readonly EditableField[],
  types: readonly ChoosableType[],
  choices: Choices,
  completing: Completing,
): Static<typeof editMetaSchema> {
  return {
    fields: {
      ...Object.fromEntries(
        fields.map((field) => [field.key, fieldMetaJson(field, choices, completing)] as const),
      ),
      requesttype: requestTypeMetaJson(types),
    },
  };
}

/** The options of a field, with those under each; null: it has none. */
function allowed(field: Field<string>, parentId: string | null): object[] | null {
  if (field.type === 'country') {
    return offeredCountries().map(({ code, name }) => ({ id: code, value: name }));
  }
  if (field.options.length === 0) return null;
  return offeredOptions(field, parentId).map(({ id, value }) => {
    const children = parentId === null ? (allowed(field, id) ?? []) : [];
    return { id, value, ...(children.length > 0 && { children }) };
  });
}
