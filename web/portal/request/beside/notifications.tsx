import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../kit/api/client.ts';
import { ErrorAlert } from '../../../kit/components/states.tsx';
import { useTranslation } from '../../../kit/i18n/use-translation.ts';
import { Button } from '../../../kit/plain/button.tsx';
import { subscriptionQuery } from './beside-queries.ts';
import classes from './people.module.css';

/** Whether one hears of a request, and a button to change it. */
export function Notifications({ requestKey }: { requestKey: string }) {
  const { t } = useTranslation('beside');
  const queries = useQueryClient();
  const query = subscriptionQuery(requestKey);
  const subscribed = useQuery(query).data;
  const change = useMutation({
    mutationFn: async (wanted: boolean) => {
      const route = '/rest/servicedeskapi/request/{issueIdOrKey}/notification';
      const call = { params: { path: { issueIdOrKey: requestKey } } };
      await answer(wanted ? api.PUT(route, call) : api.DELETE(route, call));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: query.queryKey }),
  });
  if (subscribed === undefined) return null;
  const Icon = subscribed ? IconBell : IconBellOff;
  return (
    <>
      <div className={classes['notifications']}>
        <span className={classes['hears']} role="status">
          <Icon size={18} stroke={1.6} aria-hidden="true" />
          {t(subscribed ? 'notify.on' : 'notify.off')}
        </span>
        <Button size="sm" isChange isBusy={change.isPending} onClick={() => change.mutate(!subscribed)}>
          {t(subscribed ? 'notify.stop' : 'notify.start')}
        </Button>
      </div>
      {change.error && <ErrorAlert error={change.error} />}
    </>
  );
}
