import { type Static, Type } from 'typebox';
import { ruleOperators } from '../../fields/index.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import { fieldTypeSchema, settingsJson, settingsSchema } from '../custom-fields/json.ts';
import { formFieldTypeOf } from './fields/form.ts';
import type { FormField, FormSection } from './fields/form-field.ts';
import { maxFormFields, maxHelpLength, maxLabelLength } from './form-input.ts';
import { showWhenJson, showWhenSchema } from './json.ts';
import type { AdministeredType } from './store.ts';

// Lengths are checked where the text is cleaned, so that what is wrong is said of its place on the form.
const lineSchema = Type.String({ maxLength: 4 * maxLabelLength });
const textSchema = Type.String({ maxLength: 4 * maxHelpLength });
const showWhenInput = Type.Union([
  Type.Object(
    {
      match: Type.Enum(['all', 'any']),
      rules: Type.Array(
        Type.Object(
          {
            field: Type.String({ maxLength: 100 }),
            operator: Type.Enum([...ruleOperators]),
            values: Type.Array(Type.String({ maxLength: 255 }), { maxItems: 100 }),
          },
          { additionalProperties: false },
        ),
        { maxItems: 100 },
      ),
    },
    { additionalProperties: false },
  ),
  Type.Null(),
]);

const fieldInputSchema = Type.Object(
  {
    key: Type.String({
      maxLength: 100,
      description: 'summary, description, attachment or customfield_NNNNN',
    }),
    label: lineSchema,
    helpText: textSchema,
    isRequired: Type.Boolean(),
    isHidden: Type.Boolean(),
    preset: Type.Optional(Type.Unknown({ description: 'Of a hidden field: its value, as it is sent' })),
    showWhen: showWhenInput,
  },
  { additionalProperties: false },
);

const formInputSchema = Type.Array(
  Type.Union([
    Type.Object({ field: fieldInputSchema }, { additionalProperties: false }),
    Type.Object(
      {
        section: Type.Object(
          {
            title: lineSchema,
            description: textSchema,
            showWhen: showWhenInput,
            fields: Type.Array(fieldInputSchema, { maxItems: maxFormFields }),
          },
          { additionalProperties: false },
        ),
      },
      { additionalProperties: false },
    ),
  ]),
  { maxItems: maxFormFields, description: 'Fields, and sections with fields, in order' },
);

/** What a request type is changed to: all of it. */
export const requestTypeInputProperties = {
  name: lineSchema,
  description: textSchema,
  helpText: textSchema,
  icon: Type.String({ maxLength: 50, pattern: '^[a-z0-9-]+$' }),
  workflowId: Type.String(),
  groupIds: Type.Array(Type.String(), { maxItems: 100 }),
  form: formInputSchema,
};

const listedProperties = {
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  helpText: Type.String(),
  icon: Type.String(),
  workflowId: Type.String(),
  groupIds: Type.Array(Type.String()),
  isArchived: Type.Boolean(),
  isUsed: Type.Boolean({ description: 'There are requests of it' }),
  version: Type.Integer(),
};

/** A request type in the list of administrators. */
export const administeredTypeSchema = Type.Object(listedProperties, { title: 'AdministeredRequestType' });

const shownFieldSchema = Type.Object({
  key: Type.String(),
  label: Type.String(),
  helpText: Type.String(),
  isRequired: Type.Boolean(),
  isHidden: Type.Boolean(),
  isArchived: Type.Boolean({ description: 'The field itself is out of use, and not asked for' }),
  preset: Type.Unknown(),
  showWhen: showWhenSchema,
});

/** A request type with its form, as administrators change it. */
export const editedTypeSchema = Type.Object(
  {
    ...listedProperties,
    form: Type.Array(
      Type.Object({
        field: Type.Optional(shownFieldSchema),
        section: Type.Optional(
          Type.Object({
            title: Type.String(),
            description: Type.String(),
            showWhen: showWhenSchema,
            fields: Type.Array(shownFieldSchema),
          }),
        ),
      }),
    ),
  },
  { title: 'EditedRequestType' },
);

/** A field that can be put on a form of the desk. */
export const askableFieldSchema = Type.Object(
  {
    key: Type.String(),
    name: Type.String(),
    type: Type.Union([fieldTypeSchema, Type.Enum(['summary', 'description', 'attachment'])]),
    settings: settingsSchema,
    options: Type.Array(
      Type.Object({
        id: Type.String(),
        value: Type.String(),
        parentId: Type.Union([Type.String(), Type.Null()]),
        isArchived: Type.Boolean(),
      }),
    ),
  },
  { title: 'AskableField' },
);

/** Shows a request type in the list of administrators. */
export function administeredTypeJson(type: AdministeredType): Static<typeof administeredTypeSchema> {
  const { id, name, description, helpText, icon, workflowId, groupIds, isArchived, isUsed, version } = type;
  return {
    id,
    name,
    description,
    helpText,
    icon,
    workflowId,
    groupIds: [...groupIds],
    isArchived,
    isUsed,
    version,
  };
}

/** Shows a request type as administrators change it. */
export function editedTypeJson(
  type: AdministeredType,
  fields: readonly FormField[],
  sections: readonly (FormSection & { readonly position: number })[],
): Static<typeof editedTypeSchema> {
  const entries: Static<typeof editedTypeSchema>['form'] = [];
  const shown = new Set<string>();
  // Sections without fields are in no field; they stand where their position says.
  const emptyBefore = (count: number) => {
    for (const section of sections) {
      const isEmpty = !fields.some((field) => field.section?.id === section.id);
      if (isEmpty && section.position <= count && !shown.has(section.id)) {
        shown.add(section.id);
        entries.push({ section: sectionJson(section, []) });
      }
    }
  };
  for (const field of fields) {
    emptyBefore(entries.length);
    const { section } = field;
    if (!section) entries.push({ field: shownFieldJson(field) });
    else if (!shown.has(section.id)) {
      shown.add(section.id);
      entries.push({
        section: sectionJson(
          section,
          fields.filter((each) => each.section?.id === section.id),
        ),
      });
    }
  }
  emptyBefore(Number.POSITIVE_INFINITY);
  return { ...administeredTypeJson(type), form: entries };
}

function sectionJson({ title, description, showWhen }: FormSection, fields: readonly FormField[]) {
  return { title, description, showWhen: showWhenJson(showWhen), fields: fields.map(shownFieldJson) };
}

function shownFieldJson(field: FormField): Static<typeof shownFieldSchema> {
  const { key, label, helpText, isRequired, isHidden, isArchived, showWhen } = field;
  return {
    key,
    label,
    helpText,
    isRequired,
    isHidden,
    isArchived,
    preset: sentAgain(field.preset, field),
    showWhen: showWhenJson(showWhen),
  };
}

/** A stored value as it is sent: presets name no people and organizations. */
export function sentAgain(stored: JsonValue, field: FormField): JsonValue {
  if (stored === null) return null;
  const nobody = { timeZone: null, locale: 'en', person: () => null, organization: () => null };
  return formFieldTypeOf(field).serviceDeskValue(stored, field, nobody);
}

/** Shows a field that can be put on a form. */
export function askableFieldJson(field: FormField): Static<typeof askableFieldSchema> {
  const { key, name, type, settings, options } = field;
  return {
    key,
    name,
    type,
    settings: settingsJson(settings),
    options: options.map((option) => ({ ...option })),
  };
}
