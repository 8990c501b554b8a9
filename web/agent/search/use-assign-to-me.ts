import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { assignRequest } from '../assignee/assign.ts';
import type { TableRow } from '../request-table/table-row.ts';

/** Assigns a request that was found to the viewer. */
export function useAssignToMe(): (row: TableRow) => void {
  const { t } = useTranslation('search');
  const queries = useQueryClient();
  const me = useAccount();
  const errorText = useErrorText();
  const { mutate } = useMutation({
    mutationFn: ({ key, _portico }: TableRow) => assignRequest(key, me, _portico?.version ?? null),
    onSuccess: (_, { key }) => tellDone(t('results.assigned', { key })),
    onError: (error, { key }) => tellFailure(t('results.assignFailed', { key }), errorText(error)),
    onSettled: (_, __, { key }) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['search', 'rows'] }),
        queries.invalidateQueries({ queryKey: ['request', key] }),
      ]),
  });
  return mutate;
}
