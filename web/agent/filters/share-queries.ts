import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { plainText } from '../../kit/jql/jql-help.ts';
import { unquoted } from '../../kit/jql/tokens.ts';

/** Something that a filter can be shared with. */
export interface ShareChoice {
  readonly id: string;
  readonly name: string;
}

/** Groups whose name has these words. */
export function groupsQuery(query: string) {
  return queryOptions({
    queryKey: ['share', 'groups', query],
    queryFn: async ({ signal }): Promise<ShareChoice[]> => {
      const { groups } = await answer(
        api.GET('/rest/api/3/groups/picker', { params: { query: { query, maxResults: 50 } }, signal }),
      );
      return groups.map(({ groupId, name }) => ({ id: groupId, name }));
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** Service desks that the viewer sees, by the ids of their projects. */
export const projectsQuery = queryOptions({
  queryKey: ['share', 'projects'],
  queryFn: async ({ signal }): Promise<ShareChoice[]> => {
    const { values } = await answer(
      api.GET('/rest/api/3/project/search', { params: { query: { maxResults: 100 } }, signal }),
    );
    return values.map(({ id, name }) => ({ id, name }));
  },
  staleTime: 60_000,
});

/** Colleagues whose name or e-mail address matches: whom requests can be assigned to. */
export function colleaguesQuery(query: string) {
  return queryOptions({
    queryKey: ['share', 'people', query],
    queryFn: async ({ signal }): Promise<ShareChoice[]> => {
      const { results } = await answer(
        api.GET('/rest/api/3/jql/autocompletedata/suggestions', {
          params: { query: { fieldName: 'assignee', fieldValue: query } },
          signal,
        }),
      );
      return results.map(({ value, displayName }) => ({
        id: unquoted(value),
        name: plainText(displayName),
      }));
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
