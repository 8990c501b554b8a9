import type { Database } from '../../platform/database/database.ts';
import type { Person } from '../access-rules.ts';
import type { JqlField } from './field.ts';
import { jqlFieldSources } from './field-sources.ts';
import { type HistoryNames, loadHistoryNames } from './history/names.ts';
import { isOwnFieldName } from './named-fields.ts';
import { namesInQueries } from './names-in-queries.ts';
import { parseJql } from './parse.ts';
import { loadSavedFilters, type SavedFilters } from './saved-filters.ts';

/** Whose query it is: what it may name, and by whose clocks it is read. */
export interface JqlViewer extends Person {
  readonly timeZone: string | null;
  readonly locale?: string | null;
}

/** What a query is compiled with: who asks, when, and what its words stand for. */
export interface JqlContext {
  /** account.id: `currentUser()` */
  readonly viewerId: string;
  readonly viewer?: JqlViewer;
  readonly timeZone: string | null;
  readonly now: Date;
  /** ISO: 1 is Monday, 7 is Sunday */
  readonly weekStartsOn?: number;
  /** those that queries may name besides the ones that every query knows */
  readonly fields?: readonly JqlField[];
  /** the saved filters that queries may name */
  readonly filters?: SavedFilters;
  /** what the names in questions about history stand for */
  readonly historyNames?: HistoryNames;
}

/** Who asks where nobody does: rules of the site itself, such as goals. Knows every field, reads UTC, and is nobody. */
export const siteItself: JqlViewer = { id: '0', isAdministrator: true, timeZone: null };

/**
 * Loads what the queries name: custom fields and whatever else is a field, in a few questions whatever their number, and in none
 * when they name nothing of the kind.
 *
 * @throws InvalidJql for what is no JQL
 */
export async function loadJqlContext(
  db: Database,
  viewer: JqlViewer,
  queries: readonly string[],
  { now = new Date() }: { now?: Date } = {},
): Promise<JqlContext> {
  const read = queries.map(parseJql);
  const filters = await loadSavedFilters(db, viewer, read);
  const saved = [...filters.values()].flatMap(({ query }) => query ?? []);
  const names = namesInQueries([...read, ...saved]).filter((name) => !isOwnFieldName(name));
  const fields: JqlField[] = [];
  if (names.length > 0) {
    for (const source of jqlFieldSources) fields.push(...(await source(db, names, viewer)));
  }
  return {
    viewerId: viewer.id,
    viewer,
    timeZone: viewer.timeZone,
    now,
    weekStartsOn: firstWeekday(viewer.locale),
    fields,
    filters,
    historyNames: await loadHistoryNames(db, [...read, ...saved]),
  };
}

/** The day on which weeks begin where this language is spoken. */
function firstWeekday(locale: string | null | undefined): number {
  const known = new Intl.Locale(locale ?? 'en') as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
  };
  return known.getWeekInfo?.().firstDay ?? 1;
}
