import type { FieldType } from '../../../fields/index.ts';
import type { FormField } from './form-field.ts';

/** A field that is the request's own: kept in columns, and asked for in queries by them (jql/fields.ts). */
export type OwnField = Omit<FieldType<FormField>, 'query'>;
