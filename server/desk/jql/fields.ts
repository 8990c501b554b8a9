import { textFields } from '../text-search/jql-fields.ts';
import { besideFields } from './beside-fields.ts';
import { choiceFields } from './choice-fields.ts';
import type { JqlField } from './field.ts';
import { filterField } from './filter-field.ts';
import { keyField } from './key-field.ts';
import { lastViewedField } from './last-viewed-field.ts';
import { momentFields } from './moment-fields.ts';
import { personFields } from './person-fields.ts';
import { placeFields } from './place-fields.ts';
import { worklogFields } from './worklog-fields.ts';

/** The fields that every query knows. */
export const jqlFields: readonly JqlField[] = [
  ...placeFields,
  keyField,
  ...choiceFields,
  ...personFields,
  ...momentFields,
  ...textFields,
  ...besideFields,
  ...worklogFields,
  lastViewedField,
  filterField,
];
