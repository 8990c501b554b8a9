import { type Static, Type } from 'typebox';
import { escapeHtml } from '../../platform/http/escape-html.ts';
import type { RequestRow } from '../requests/store.ts';
import { statusJson, statusSchema } from '../workflow/json.ts';
import type { FoundIssues } from './find-issues.ts';

/** Issues as api/2 and api/3 suggest them while somebody types. */
export const suggestionsSchema = Type.Object(
  {
    sections: Type.Array(
      Type.Object({
        id: Type.String(),
        label: Type.String(),
        sub: Type.String(),
        msg: Type.Optional(Type.String()),
        issues: Type.Array(
          Type.Object({
            id: Type.Integer(),
            key: Type.String(),
            keyHtml: Type.String({ description: 'With what was looked for in bold' }),
            summary: Type.String({ description: 'As HTML, with what was looked for in bold' }),
            summaryText: Type.String(),
            _portico: Type.Object({ status: statusSchema }),
          }),
        ),
      }),
    ),
  },
  { title: 'IssuePickerSuggestions' },
);

/** Shows what was found: what one viewed lately, if that was looked for, and the others. */
export function suggestionsJson(
  { viewed, others }: FoundIssues,
  query: string,
  siteAddress: string,
): Static<typeof suggestionsSchema> {
  const words = query.trim().split(/\s+/).filter(Boolean);
  const section = (id: string, label: string, found: readonly RequestRow[]) => ({
    id,
    label,
    sub: found.length === 0 ? '' : `Showing ${found.length} matching issues`,
    ...(found.length === 0 && { msg: 'No matching issues found' }),
    issues: found.map((row) => suggestionJson(row, words, siteAddress)),
  });
  return {
    sections: [
      ...(viewed.length > 0 ? [section('hs', 'History Search', viewed)] : []),
      section('cs', 'Current Search', others),
    ],
  };
}

function suggestionJson(row: RequestRow, words: readonly string[], siteAddress: string) {
  return {
    id: Number(row.id),
    key: row.key,
    keyHtml: inBold(row.key, words),
    summary: inBold(row.summary, words),
    summaryText: row.summary,
    _portico: {
      status: statusJson(
        { id: row.statusId, name: row.statusName, category: row.statusCategory },
        siteAddress,
      ),
    },
  };
}

/** A text as HTML, the words in it in bold. */
function inBold(text: string, words: readonly string[]): string {
  if (words.length === 0) return escapeHtml(text);
  const pattern = new RegExp(`(${words.map((word) => RegExp.escape(word)).join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((part, at) => (at % 2 === 1 ? `<b>${escapeHtml(part)}</b>` : escapeHtml(part)))
    .join('');
}
