import { type Reader, shownValue } from '../../kit/field-values/shown-value.ts';
import { textOfDocument } from '../../kit/rich-text/adf.ts';
import { shortDate } from '../../kit/time.ts';
import type { TableColumn } from './columns.ts';
import { momentOf, type TableRow } from './table-row.ts';

/** The value of a column in a request; the same for fields that lists show in a place of their own. */
export function cellValue({ id }: TableColumn, { key, fields, _portico: extras }: TableRow): unknown {
  switch (id) {
    case 'issuekey':
      return key;
    case 'requesttype':
      return (
        extras?.requestType ?? (fields['requesttype'] as { requestType?: unknown } | undefined)?.requestType
      );
    case 'organization':
      return fields['organization'] ?? extras?.organization;
    default:
      return fields[id];
  }
}

/** A cell in words, on one line; empty where there is nothing. What a filter looks through. */
export function cellText(column: TableColumn, row: TableRow, reader: Reader): string {
  const value = cellValue(column, row);
  switch (column.kind) {
    case 'count':
      return String(countOf(value));
    case 'moment': {
      const at = momentOf(value);
      return at ? shortDate(at, reader.language, reader.timeZone) : '';
    }
    // a clock is no word
    case 'sla':
      return '';
    case 'document':
      return typeof value === 'string' ? value : textOfDocument(value);
    default:
      return inWords(value, reader);
  }
}

function inWords(value: unknown, reader: Reader): string {
  const shown = shownValue(typeof value === 'string' ? 'text' : '', value, reader);
  switch (shown.kind) {
    case 'nothing':
      return '';
    case 'list':
    case 'people':
      return shown.items.join(', ');
    default:
      return shown.text;
  }
}

/** How many there are of what a field holds: votes, watchers, comments, files. */
export function countOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return 0;
  const { votes, watchCount, total } = value as Record<string, unknown>;
  const count = votes ?? watchCount ?? total;
  return typeof count === 'number' ? count : 0;
}
