import { Button, Popover } from '@mantine/core';
import { IconEye, IconEyeCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import type { Agent } from '../assignee/assign.ts';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import { WatcherList } from './watcher-list.tsx';
import { addWatcher, removeWatcher, watchersQuery } from './watchers-queries.ts';

/** How many watch the request; opens to who they are. `w` watches and stops watching. */
export function WatchButton({ requestKey }: { requestKey: string }) {
  const { t } = useTranslation('agent');
  const me = useAccount();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [isOpen, setIsOpen] = useState(false);
  const query = watchersQuery(requestKey);
  const { data, error } = useQuery(query);
  const isWatching = data?.watchers.some(({ accountId }) => accountId === me.accountId) ?? false;

  const change = useMutation({
    mutationFn: ({ agent, watches }: { agent: Agent; watches: boolean }) =>
      (watches ? addWatcher : removeWatcher)(requestKey, agent.accountId),
    onSuccess: (_, { agent, watches }) => {
      const isMe = agent.accountId === me.accountId;
      if (isMe) tellDone(t(watches ? 'watch.youDo' : 'watch.youDoNot', { key: requestKey }));
    },
    onError: (refusal) => tellFailure(t('watch.failed'), errorText(refusal)),
    onSettled: () => queries.invalidateQueries({ queryKey: query.queryKey }),
  });
  const toggle = () => change.mutate({ agent: me, watches: !isWatching });
  useShortcuts([
    {
      keys: 'w',
      group: t('shortcuts.request'),
      label: t(isWatching ? 'watch.stop' : 'watch.start'),
      run: () => data && !change.isPending && toggle(),
    },
  ]);

  const count = data?.watchers.length ?? 0;
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      width={300}
      shadow="md"
      trapFocus
      returnFocus
      portalProps={{ target: '#main' }}
    >
      <Popover.Target>
        <Button
          variant="subtle"
          {...(!isWatching && { color: 'gray' })}
          size="compact-sm"
          aria-label={t('watch.button', { count })}
          title={`${t('watch.button', { count })} (w)`}
          leftSection={
            isWatching ? (
              <IconEyeCheck size={18} aria-hidden="true" />
            ) : (
              <IconEye size={18} aria-hidden="true" />
            )
          }
          onClick={() => setIsOpen(!isOpen)}
        >
          {count}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('watch.title')}>
        <Button
          fullWidth
          variant={isWatching ? 'default' : 'filled'}
          size="xs"
          loading={change.isPending}
          onClick={toggle}
        >
          {t(isWatching ? 'watch.stop' : 'watch.start')}
        </Button>
        <WatcherList
          requestKey={requestKey}
          watchers={data?.watchers}
          error={error}
          onChange={(agent, watches) => change.mutate({ agent, watches })}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
