import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

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

/** Agents of these desks whose name or e-mail address matches. */
export function colleaguesQuery(projectKeys: readonly string[], query: string) {
  return queryOptions({
    queryKey: ['share', 'people', projectKeys, query],
    queryFn: async ({ signal }): Promise<ShareChoice[]> => {
      const people = await answer(
        api.GET('/rest/api/3/user/assignable/multiProjectSearch', {
          params: { query: { projectKeys: projectKeys.join(','), query, maxResults: 50 } },
          signal,
        }),
      );
      return people.map(({ accountId, displayName }) => ({ id: accountId, name: displayName }));
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
