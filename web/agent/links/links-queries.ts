import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { Issue } from '../request/request-queries.ts';

async function fetchLink(linkId: string) {
  return answer(api.GET('/rest/api/3/issueLink/{id}', { params: { path: { id: linkId } } }));
}

type IssueLink = Awaited<ReturnType<typeof fetchLink>>;
type LinkedIssue = NonNullable<IssueLink['outwardIssue']>;

/** A way in which one request can be to another. */
export interface Relation {
  /** Jira's id of the type of link */
  readonly typeId: string;
  readonly direction: 'outward' | 'inward';
  /** how it reads: 'blocks', 'is blocked by' */
  readonly words: string;
}

/** A request that is linked to the one on the page. */
export interface Linked {
  readonly linkId: string;
  readonly relation: Relation;
  readonly key: string;
  readonly summary: string;
  readonly status: LinkedIssue['fields']['status'];
}

/** The requests that are linked to this one, under how they are related. */
export function linkedOf(issue: Issue): { readonly words: string; readonly linked: readonly Linked[] }[] {
  const links = (issue.fields['issuelinks'] ?? []) as readonly IssueLink[];
  const linked = links.flatMap(({ id, type, outwardIssue, inwardIssue }): Linked[] => {
    const other = outwardIssue ?? inwardIssue;
    if (!other) return [];
    const direction = outwardIssue ? 'outward' : 'inward';
    return [
      {
        linkId: id,
        relation: { typeId: type.id, direction, words: type[direction] },
        key: other.key,
        summary: other.fields.summary,
        status: other.fields.status,
      },
    ];
  });
  const groups = Map.groupBy(linked, ({ relation }) => relation.words);
  return [...groups].map(([words, members]) => ({ words, linked: members }));
}

/** The ways in which requests can be linked, each from both ends. */
export const relationsQuery = queryOptions({
  queryKey: ['link-types'],
  queryFn: async ({ signal }): Promise<Relation[]> => {
    const { issueLinkTypes } = await answer(api.GET('/rest/api/3/issueLinkType', { signal }));
    return issueLinkTypes.flatMap(({ id, outward, inward }) => [
      { typeId: id, direction: 'outward', words: outward },
      ...(inward === outward ? [] : [{ typeId: id, direction: 'inward', words: inward } as const]),
    ]);
  },
  staleTime: 300_000,
});

/** Requests that can be linked to this one, by their key or words of the summary. */
export function linkableQuery(requestKey: string, query: string) {
  return queryOptions({
    queryKey: ['linkable', requestKey, query],
    queryFn: async ({ signal }) => {
      const { sections } = await answer(
        api.GET('/rest/api/3/issue/picker', {
          params: { query: { query, currentIssueKey: requestKey } },
          signal,
        }),
      );
      return sections.flatMap(({ issues }) => issues);
    },
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

/** Links the request to another. */
export async function linkRequest(requestKey: string, relation: Relation, otherKey: string): Promise<void> {
  const [from, to] = relation.direction === 'outward' ? [requestKey, otherKey] : [otherKey, requestKey];
  await answer(
    api.POST('/rest/api/3/issueLink', {
      // Jira calls inward what the link begins at
      body: { type: { id: relation.typeId }, inwardIssue: { key: from }, outwardIssue: { key: to } },
    }),
  );
}

/** Takes a link away. */
export async function unlinkRequest(linkId: string): Promise<void> {
  await answer(api.DELETE('/rest/api/3/issueLink/{id}', { params: { path: { id: linkId } } }));
}
