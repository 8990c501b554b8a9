/**
 * What can be said of a thing: the types of fields, each in one module that knows how its values are read, kept, shown and
 * asked for. Requests have fields; customers and organizations will. Other rooms come in through this file only.
 */
export {
  type Field,
  type FieldCondition,
  type FieldOption,
  type FieldQuery,
  type FieldSettings,
  type FieldType,
  type FieldTypeName,
  fieldTypeNames,
  isEmpty,
  type JiraSchema,
  type Named,
  type ReadContext,
  type Reading,
  type Shown,
} from './field.ts';
export { fieldTypeOf } from './field-types.ts';
export { type FieldRule, isMet, ruleOperators, type ShowWhen, termsOf } from './show-when.ts';
export { offeredCountries } from './types/country.ts';
export { offeredOptions } from './types/options.ts';
export { displayAdf, readParagraphs } from './types/paragraph.ts';
export { readLine } from './types/text.ts';
