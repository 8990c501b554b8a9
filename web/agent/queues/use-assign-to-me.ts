import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { type Agent, assignRequest } from '../assignee/assign.ts';
import type { QueuePage } from './queue-queries.ts';

/** Assigns a request of a list to the viewer. The list shows it at once, and takes it back when it is refused. */
export function useAssignToMe(deskId: string): (row: { key: string; version: number }) => void {
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const me = useAccount();
  const errorText = useErrorText();
  const { mutate } = useMutation({
    mutationFn: (row: { key: string; version: number }) => assignRequest(row.key, me, row.version),
    onMutate: ({ key }) => {
      queries.setQueriesData<InfiniteData<QueuePage>>({ queryKey: ['desk', deskId, 'queue'] }, (list) =>
        list ? withAssignee(list, key, me) : list,
      );
    },
    onSuccess: (_, { key }) => tellDone(t('queue.assigned', { key })),
    onError: (error, { key }) => tellFailure(t('queue.assignFailed', { key }), errorText(error)),
    onSettled: (_, __, { key }) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['desk', deskId] }),
        queries.invalidateQueries({ queryKey: ['request', key] }),
      ]),
  });
  return mutate;
}

function withAssignee(list: InfiniteData<QueuePage>, key: string, agent: Agent): InfiniteData<QueuePage> {
  return {
    ...list,
    pages: list.pages.map((page) => ({
      ...page,
      values: page.values.map((row) =>
        row.key === key
          ? {
              ...row,
              fields: {
                ...row.fields,
                assignee: { ...row.fields.assignee, ...agent } as typeof row.fields.assignee,
              },
            }
          : row,
      ),
    })),
  };
}
