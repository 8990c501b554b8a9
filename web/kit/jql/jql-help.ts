import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';

/** A field that can be searched by. */
export interface JqlFieldName {
  /** as it is written in a query, with quotes where it needs them */
  readonly value: string;
  readonly displayName: string;
  readonly orderable: boolean;
  readonly searchable: boolean;
  /** whether its values can be offered */
  readonly hasSuggestions: boolean;
  /** 'cf[10001]' for custom fields */
  readonly cfid: string | undefined;
  readonly operators: readonly string[];
  readonly types: readonly string[];
}

/** A function that can stand for a value. */
export interface JqlFunctionName {
  /** with its parentheses */
  readonly value: string;
  readonly displayName: string;
  /** it gives several values, and stands behind `in` */
  readonly isList: boolean;
  readonly types: readonly string[];
}

/** What the viewer can write in a query. */
export interface JqlCatalogue {
  readonly fields: readonly JqlFieldName[];
  readonly functions: readonly JqlFunctionName[];
}

/** The fields and functions of queries, those of the viewer's service desks among them. */
export const catalogueQuery = queryOptions({
  queryKey: ['jql', 'catalogue'],
  queryFn: async ({ signal }): Promise<JqlCatalogue> => {
    const { visibleFieldNames = [], visibleFunctionNames = [] } = await answer(
      api.GET('/rest/api/3/jql/autocompletedata', { signal }),
    );
    return {
      fields: visibleFieldNames.map((field) => ({
        value: field.value ?? '',
        displayName: field.displayName ?? field.value ?? '',
        orderable: field.orderable === 'true',
        searchable: field.searchable !== 'false',
        hasSuggestions: field.auto === 'true',
        cfid: field.cfid,
        operators: field.operators ?? [],
        types: field.types ?? [],
      })),
      functions: visibleFunctionNames.map((each) => ({
        value: each.value ?? '',
        displayName: each.displayName ?? each.value ?? '',
        isList: each.isList === 'true',
        types: each.types ?? [],
      })),
    };
  },
  staleTime: 300_000,
});

/** Values of a field that begin with what is typed; with `predicate`, what may stand behind that word of history. */
export function suggestionsQuery(fieldName: string, typed: string, predicate: 'by' | 'from' | 'to' | '') {
  return queryOptions({
    queryKey: ['jql', 'suggestions', fieldName, predicate, typed],
    queryFn: async ({ signal }) => {
      const { results = [] } = await answer(
        api.GET('/rest/api/3/jql/autocompletedata/suggestions', {
          params: {
            query: predicate
              ? { fieldName, predicateName: predicate, predicateValue: typed }
              : { fieldName, fieldValue: typed },
          },
          signal,
        }),
      );
      return results.map(({ value = '', displayName = value }) => ({
        value,
        displayName: plainText(displayName),
      }));
    },
    staleTime: 60_000,
  });
}

/** The name of a suggestion without its markup: Jira marks what fits by tags, and escapes the rest. */
export function plainText(html: string): string {
  return html
    .replace(/<\/?b>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
