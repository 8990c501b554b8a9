import { type FieldSettings, type FieldTypeName, fieldTypeOf } from '../../fields/index.ts';
import { cleanLine, cleanText } from '../../platform/formats/rich-text.ts';

/** Most characters of a field's name and of an option. */
export const maxFieldNameLength = 255;
export const maxDescriptionLength = 2000;
/** Most options of one context, those under others included. */
export const maxOptions = 5000;
export const maxContexts = 100;

/** An option as administrators send it; without an id: a new one. */
export interface OptionInput {
  readonly id?: string | undefined;
  readonly value: string;
  readonly isArchived?: boolean | undefined;
  readonly children?: readonly Omit<OptionInput, 'children'>[] | undefined;
}

/** A context as administrators send it; without an id: a new one. */
export interface ContextInput {
  readonly id?: string | undefined;
  readonly name: string;
  readonly isGlobal: boolean;
  readonly serviceDeskIds: readonly string[];
  /** as a client sends a value of the field; null: none */
  readonly defaultValue?: unknown;
  readonly options: readonly OptionInput[];
}

/** What of a field can be changed. */
export interface FieldInput {
  readonly name: string;
  readonly description: string;
  readonly settings: FieldSettings;
  readonly contexts: readonly ContextInput[];
}

/** Messages by the place they are about, such as `contexts.0.options.2.value`. */
export type FieldErrors = Record<string, string>;

/** What a field takes of its input, with what is wrong with it. */
export function cleanFieldInput(
  input: FieldInput,
  type: FieldTypeName,
): { readonly clean: FieldInput; readonly errors: FieldErrors } {
  const errors: FieldErrors = {};
  const name = cleanLine(input.name);
  if (name === '') errors['name'] = 'Give the field a name.';
  else if (name.length > maxFieldNameLength)
    errors['name'] = `A name has at most ${maxFieldNameLength} characters.`;
  const description = cleanText(input.description);
  if (description.length > maxDescriptionLength) {
    errors['description'] = `A description has at most ${maxDescriptionLength} characters.`;
  }
  Object.assign(errors, settingsProblems(input.settings, type));
  const contexts = input.contexts.map((context, index) => cleanContext(context, index, type, errors));
  if (!contexts.some(({ isGlobal }) => isGlobal)) {
    errors['contexts'] =
      'One context must be for all service desks: the field needs options and a default there too.';
  }
  if (contexts.filter(({ isGlobal }) => isGlobal).length > 1) {
    errors['contexts'] = 'Only one context can be for all service desks.';
  }
  const desks = contexts.flatMap(({ serviceDeskIds }) => serviceDeskIds);
  const twice = desks.find((desk, index) => desks.indexOf(desk) !== index);
  if (twice !== undefined)
    errors['contexts'] = 'A service desk is in two contexts. Take it out of one of them.';
  return { clean: { name, description, settings: input.settings, contexts }, errors };
}

function settingsProblems(settings: FieldSettings, type: FieldTypeName): FieldErrors {
  const errors: FieldErrors = {};
  const takes: readonly string[] = fieldTypeOf({ type }).settings;
  for (const name of Object.keys(settings)) {
    if (!takes.includes(name)) errors[`settings.${name}`] = 'Fields of this type have no such setting.';
  }
  const { min, max, currencies } = settings;
  if (min !== undefined && max !== undefined && min > max) {
    errors['settings.max'] = 'The largest value must not be less than the smallest.';
  }
  if (type === 'amount') {
    const known = new Set(Intl.supportedValuesOf('currency'));
    const unknown = (currencies ?? []).filter((code) => !known.has(code));
    if ((currencies ?? []).length === 0)
      errors['settings.currencies'] = 'Name at least one currency, such as EUR.';
    else if (unknown.length > 0) {
      errors['settings.currencies'] =
        `There is no currency ${unknown.join(', ')}. Use codes such as EUR, USD, GBP.`;
    }
  }
  return errors;
}

function cleanContext(
  { id, isGlobal, serviceDeskIds, defaultValue = null, ...context }: ContextInput,
  index: number,
  type: FieldTypeName,
  errors: FieldErrors,
): ContextInput {
  const at = `contexts.${index}`;
  const name = cleanLine(context.name);
  if (name === '') errors[`${at}.name`] = 'Give the context a name.';
  else if (name.length > maxFieldNameLength)
    errors[`${at}.name`] = `A name has at most ${maxFieldNameLength} characters.`;
  if (isGlobal && serviceDeskIds.length > 0) {
    errors[`${at}.serviceDeskIds`] = 'The context for all service desks names none.';
  }
  if (!isGlobal && serviceDeskIds.length === 0) {
    errors[`${at}.serviceDeskIds`] = 'Choose the service desks that the context is for.';
  }
  const offers = fieldTypeOf({ type }).options;
  if (!offers && context.options.length > 0) errors[`${at}.options`] = 'Fields of this type have no options.';
  const count = context.options.reduce((sum, { children = [] }) => sum + 1 + children.length, 0);
  if (count > maxOptions) errors[`${at}.options`] = `A context has at most ${maxOptions} options.`;
  const options = cleanOptions(context.options, `${at}.options`, offers === 'tree', errors);
  return { id, name, isGlobal, serviceDeskIds: [...new Set(serviceDeskIds)], defaultValue, options };
}

function cleanOptions(
  options: readonly OptionInput[],
  at: string,
  takesChildren: boolean,
  errors: FieldErrors,
): OptionInput[] {
  const seen = new Set<string>();
  return options.map(({ id, isArchived = false, children = [], ...option }, index) => {
    const value = cleanLine(option.value);
    const place = `${at}.${index}`;
    if (value === '') errors[`${place}.value`] = 'Give the option a name, or remove it.';
    else if (value.length > maxFieldNameLength) {
      errors[`${place}.value`] = `An option has at most ${maxFieldNameLength} characters.`;
    } else if (seen.has(value.toLowerCase())) errors[`${place}.value`] = `"${value}" is there twice.`;
    seen.add(value.toLowerCase());
    if (children.length > 0 && !takesChildren) {
      errors[`${place}.children`] = 'Only a cascading select has options under options.';
    }
    return { id, value, isArchived, children: cleanOptions(children, `${place}.children`, false, errors) };
  });
}
