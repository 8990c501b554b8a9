import { useQueryClient } from '@tanstack/react-query';
import { newsOfRequest } from './request-news.ts';
import { useLiveTopics } from './use-live.ts';

/**
 * Keeps all that is under ['request', key] up to date while the request's page is shown. `others`: the topics besides its own
 * through which it is heard that it was deleted. Id null: there is no such request, or not yet.
 */
export function useLiveRequest(key: string, id: string | null, others: readonly string[]): void {
  const queries = useQueryClient();
  useLiveTopics(id === null ? [] : [`request:${id}`, ...others], (change) => {
    const queryKey = ['request', key];
    const news = newsOfRequest(change, id ?? '');
    // what belonged to it has gone with it, and is not asked for
    if (news === 'deleted') void queries.invalidateQueries({ queryKey, exact: true });
    if (news === 'workflow') return [[...queryKey, 'transitions']];
    return news === 'changed' ? [queryKey] : [];
  });
}
