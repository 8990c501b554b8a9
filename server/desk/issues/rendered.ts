import type { Static } from 'typebox';
import { dateJson } from '../../platform/formats/dates.ts';
import { type AdfNode, htmlFromAdf } from '../../platform/formats/rich-text.ts';
import type { commentsOfIssueSchema } from '../comments/jira-json.ts';
import type { Comment } from '../comments/store.ts';
import type { Showing } from '../people.ts';
import type { FormField } from '../request-types/fields/form-field.ts';
import type { RequestContent, RequestRow } from '../requests/store.ts';

/** What is to be rendered of an issue. */
interface Rendered {
  readonly request: RequestRow & RequestContent;
  readonly form: readonly FormField[];
  /** as the issue shows them, and the comments themselves in the same order */
  readonly comment: Static<typeof commentsOfIssueSchema>;
  readonly comments: readonly Comment[];
}

/** The fields of an issue as pages show them: rich text as HTML, moments in words; null where there is nothing to be made of. */
export function renderedFieldsJson(
  keys: readonly string[],
  { request, form, comment, comments }: Rendered,
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
  const inWords = (date: Date) => dateJson(date, viewer.timeZone).friendly;
  const renderedComments = comment.comments.map((shown, index) => {
    const found = comments[index];
    if (!found) return shown;
    const { body, createdAt, updatedAt } = found;
    return {
      ...shown,
      body: htmlFromAdf(body),
      created: inWords(createdAt),
      updated: inWords(updatedAt ?? createdAt),
    };
  });
  return Object.fromEntries(
    keys.map((key) => {
      if (key === 'comment') return [key, { ...comment, comments: renderedComments }];
      const moment = moments[key];
      if (moment) return [key, inWords(moment)];
      const document = texts[key];
      return [key, document ? htmlFromAdf(document as AdfNode) : null];
    }),
  );
}
