import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../kit/api/client.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';

/** Assigns the first request of a queue that is nobody's to the viewer, and opens it. */
export function useTakeNext(deskId: string, queueId: string) {
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/rest/portico/1/service-desk/{serviceDeskId}/queue/{queueId}/take-next', {
          params: { path: { serviceDeskId: deskId, queueId } },
        }),
      ),
    onSuccess({ key }) {
      tellDone(t('queue.taken', { key }));
      void navigate({ to: '/browse/$key', params: { key } });
    },
    onError: (error) => tellFailure(t('queue.takeFailed'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['desk', deskId] }),
  });
  return { takeNext: () => mutate(), isPending };
}
