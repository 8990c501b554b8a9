import { dateJson } from '../../platform/formats/dates.ts';
import { type AdfNode, htmlFromAdf } from '../../platform/formats/rich-text.ts';
import type { Showing } from '../people.ts';
import type { FormField } from '../request-types/fields/form-field.ts';
import type { RequestContent, RequestRow } from '../requests/store.ts';

/** The fields of an issue as pages show them: rich text as HTML, moments in words; null where there is nothing to be made of. */
export function renderedFieldsJson(
  keys: readonly string[],
  request: RequestRow & RequestContent,
  form: readonly FormField[],
  { viewer }: Showing,
): Record<string, unknown> {
  const moments: Record<string, Date | null> = {
    created: request.createdAt,
    updated: request.updatedAt,
    resolutiondate: request.resolvedAt,
  };
  const texts: Record<string, unknown> = { description: request.description };
  for (const { key, type, customId } of form) {
    if (type === 'paragraph' && customId !== null) texts[key] = request.customFields[customId];
  }
  return Object.fromEntries(
    keys.map((key) => {
      const moment = moments[key];
      if (moment) return [key, dateJson(moment, viewer.timeZone).friendly];
      const document = texts[key];
      return [key, document ? htmlFromAdf(document as AdfNode) : null];
    }),
  );
}
