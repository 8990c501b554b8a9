import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Detail } from '../request/detail.tsx';
import { workTime } from './work-time.ts';
import { worklogQuery } from './worklog-queries.ts';

/** All the time that was logged, among the details; nothing while there is none. */
export function TimeLogged({ requestKey }: { requestKey: string }) {
  const { t } = useTranslation('agent');
  const entries = useQuery(worklogQuery(requestKey)).data ?? [];
  if (entries.length === 0) return null;
  const seconds = entries.reduce((sum, { timeSpentSeconds }) => sum + timeSpentSeconds, 0);
  return <Detail label={t('worklog.total')}>{workTime(seconds)}</Detail>;
}
