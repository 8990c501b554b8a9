import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../kit/api/client.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellFailure } from '../../kit/notices.ts';
import { type DeskQueues, queuesQuery } from '../desks/desk-queries.ts';

interface Star {
  readonly queueId: string;
  readonly isStarred: boolean;
}

/** Stars a queue of a desk for the viewer, or takes the star back. It shows at once. */
export function useStar(deskId: string): (star: Star) => void {
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { queryKey } = queuesQuery(deskId);
  const { mutate } = useMutation({
    mutationFn: ({ queueId, isStarred }: Star) => {
      const path = '/rest/portico/1/service-desk/{serviceDeskId}/queue/{queueId}/star';
      const params = { params: { path: { serviceDeskId: deskId, queueId } } };
      return answer(isStarred ? api.PUT(path, params) : api.DELETE(path, params));
    },
    async onMutate({ queueId, isStarred }) {
      // what is on its way still has the star as it was
      await queries.cancelQueries({ queryKey });
      queries.setQueryData<DeskQueues>(
        queryKey,
        (list) =>
          list && {
            ...list,
            queues: list.queues.map((queue) => (queue.id === queueId ? { ...queue, isStarred } : queue)),
          },
      );
    },
    onError: (error) => tellFailure(t('desks.starFailed'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  return mutate;
}
