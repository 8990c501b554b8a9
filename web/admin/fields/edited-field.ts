import type { CustomField, FieldContext, FieldInput } from './field-queries.ts';
import { type OfferedOption, sentValue, withoutOptions } from './values.ts';

/** An option while it is edited. One that is new has an id of our own until it is saved. */
export interface EditedOption {
  readonly id: string;
  readonly isNew: boolean;
  readonly value: string;
  readonly isArchived: boolean;
  readonly children: readonly EditedOption[];
}

/** A context while it is edited. */
export interface EditedContext {
  readonly id: string;
  readonly isNew: boolean;
  readonly name: string;
  readonly isGlobal: boolean;
  readonly serviceDeskIds: readonly string[];
  readonly defaultValue: unknown;
  readonly options: readonly EditedOption[];
}

/** A field while it is edited. */
export interface EditedField {
  readonly name: string;
  readonly description: string;
  readonly settings: CustomField['settings'];
  readonly contexts: readonly EditedContext[];
}

let made = 0;
function newId(): string {
  made += 1;
  return `new-${made}`;
}

/** A new option. */
export function newOption(value: string): EditedOption {
  return { id: newId(), isNew: true, value, isArchived: false, children: [] };
}

/** A new context, for desks that are still to be chosen. */
export function newContext(name: string, options: readonly EditedOption[]): EditedContext {
  const copied = (option: EditedOption): EditedOption => ({
    ...newOption(option.value),
    children: option.children.filter(({ isArchived }) => !isArchived).map(copied),
  });
  return {
    id: newId(),
    isNew: true,
    name,
    isGlobal: false,
    serviceDeskIds: [],
    defaultValue: null,
    options: options.filter(({ isArchived }) => !isArchived).map(copied),
  };
}

/** Options for the lines of a text: blank lines and those that are there already are left out. */
export function optionsFromLines(text: string, there: readonly EditedOption[]): EditedOption[] {
  const known = new Set(there.map(({ value }) => value.trim().toLowerCase()));
  return text.split('\n').flatMap((line) => {
    const value = line.trim();
    if (value === '' || known.has(value.toLowerCase())) return [];
    known.add(value.toLowerCase());
    return [newOption(value)];
  });
}

/** A field as it is edited. */
export function editedField({ name, description, settings, contexts }: CustomField): EditedField {
  return { name, description, settings, contexts: contexts.map(editedContext) };
}

function editedContext(context: FieldContext): EditedContext {
  return {
    ...context,
    isNew: false,
    options: context.options.map((option) => ({
      ...option,
      isNew: false,
      children: option.children.map((child) => ({ ...child, isNew: false, children: [] })),
    })),
  };
}

/** A field as it is sent. */
export function fieldInput({ contexts, ...field }: EditedField, version: number): FieldInput {
  return {
    ...field,
    version,
    contexts: contexts.map((context) => ({
      ...(context.isNew ? {} : { id: context.id }),
      name: context.name,
      isGlobal: context.isGlobal,
      serviceDeskIds: [...context.serviceDeskIds],
      defaultValue: sentDefault(context),
      options: context.options.map((option) => ({
        ...sentOption(option),
        ...(option.children.length > 0 && { children: option.children.map(sentOption) }),
      })),
    })),
  };
}

function sentOption({ id, isNew, value, isArchived }: EditedOption) {
  return { ...(isNew ? {} : { id }), value, isArchived };
}

function sentDefault({ defaultValue, options }: EditedContext): unknown {
  const added = new Map(
    flat(options).flatMap((option) => (option.isNew ? [[option.id, option.value] as const] : [])),
  );
  return sentValue(defaultValue, (id) => added.get(id) ?? null);
}

function flat(options: readonly EditedOption[]): EditedOption[] {
  return options.flatMap((option) => [option, ...option.children]);
}

/** The options of a context as controls offer them. */
export function offeredOptions(options: readonly EditedOption[]): OfferedOption[] {
  return options.flatMap(({ id, value, isArchived, children }) => [
    { id, value, isArchived, parentId: null },
    ...children.map((child) => ({ ...child, parentId: id })),
  ]);
}

/** The context with other options. A default that is no longer offered goes with its option. */
export function withOptions(context: EditedContext, options: readonly EditedOption[]): EditedContext {
  const offered = new Set(
    flat(options.filter(({ isArchived }) => !isArchived)).flatMap(({ id, isArchived }) =>
      isArchived ? [] : [id],
    ),
  );
  const gone = new Set(flat(context.options).flatMap(({ id }) => (offered.has(id) ? [] : [id])));
  return { ...context, options, defaultValue: withoutOptions(context.defaultValue, gone) };
}

/** Under what messages about an option are kept. */
export function optionKey(id: string): string {
  return `option-${id}`;
}

/** Under what messages about a context are kept. */
export function contextKey(id: string): string {
  return `context-${id}`;
}

/**
 * The server's messages, by what they are about: `name`, `settings.max`, or a context's or option's key with what of it
 * (`option-new-3.value`), so that they stay with what is moved.
 */
export function placedErrors(
  { contexts }: EditedField,
  errors: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([place, message]) => {
      const match = /^contexts\.(\d+)\.(?:options\.(\d+)\.)?(?:children\.(\d+)\.)?(\w+)$/.exec(place);
      const context = match ? contexts[Number(match[1])] : undefined;
      if (!match || !context) return [place, message];
      const option = match[2] === undefined ? undefined : context.options[Number(match[2])];
      const child = match[3] === undefined ? undefined : option?.children[Number(match[3])];
      const at = option ? optionKey((child ?? option).id) : contextKey(context.id);
      return [`${at}.${match[4]}`, message];
    }),
  );
}

/** The messages that still hold after a change: those about what is as it was. */
export function errorsAfter(
  errors: Readonly<Record<string, string>>,
  before: EditedField,
  after: EditedField,
): Record<string, string> {
  const was = placesOf(before);
  const is = placesOf(after);
  return Object.fromEntries(Object.entries(errors).filter(([place]) => was[place] === is[place]));
}

function placesOf({ name, description, settings, contexts }: EditedField): Record<string, string> {
  const places: [string, unknown][] = [
    ['name', name],
    ['description', description],
    ['contexts', contexts],
    ...Object.entries(settings).map(([setting, value]): [string, unknown] => [`settings.${setting}`, value]),
    ...contexts.flatMap((context): [string, unknown][] => {
      const at = contextKey(context.id);
      return [
        [`${at}.name`, context.name],
        [`${at}.serviceDeskIds`, context.serviceDeskIds],
        [`${at}.defaultValue`, context.defaultValue],
        [`${at}.options`, context.options],
        ...flat(context.options).map((option): [string, unknown] => [
          `${optionKey(option.id)}.value`,
          option.value,
        ]),
      ];
    }),
  ];
  return Object.fromEntries(places.map(([place, value]) => [place, JSON.stringify(value)]));
}
