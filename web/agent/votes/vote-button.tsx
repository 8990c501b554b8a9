import { Button, Popover, Text } from '@mantine/core';
import { IconThumbUp, IconThumbUpFilled } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { Loading, useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import classes from './votes.module.css';
import { changeVote, votesQuery } from './votes-queries.ts';

interface VoteButtonProps {
  readonly requestKey: string;
  /** accountId */
  readonly reporterId: string | undefined;
  readonly isResolved: boolean;
  /** as the request shows them */
  readonly votes: { readonly votes: number; readonly hasVoted: boolean } | undefined;
}

/** How many voted for the request; opens to who they are, and to one's own vote. */
export function VoteButton({ requestKey, reporterId, isResolved, votes }: VoteButtonProps) {
  const { t } = useTranslation('agent');
  const me = useAccount();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error } = useQuery({ ...votesQuery(requestKey), enabled: isOpen });
  const { votes: count = 0, hasVoted = false } = votes ?? {};
  const voters = data?.voters;
  const change = useMutation({
    mutationFn: (isFor: boolean) => changeVote(requestKey, isFor),
    onSuccess: (_, isFor) => tellDone(t(isFor ? 'vote.youDid' : 'vote.youDidNot', { key: requestKey })),
    onError: (refusal) => tellFailure(t('vote.failed'), errorText(refusal)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['request', requestKey] }),
  });
  const obstacle = isResolved ? t('vote.resolved') : reporterId === me.accountId ? t('vote.own') : null;
  const Icon = hasVoted ? IconThumbUpFilled : IconThumbUp;
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      width={280}
      shadow="md"
      trapFocus
      returnFocus
      portalProps={{ target: '#main' }}
    >
      <Popover.Target>
        <Button
          variant="subtle"
          {...(!hasVoted && { color: 'gray' })}
          size="compact-sm"
          aria-label={t('vote.button', { count })}
          title={t('vote.button', { count })}
          leftSection={<Icon size={18} aria-hidden="true" />}
          onClick={() => setIsOpen(!isOpen)}
        >
          {count}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('vote.title')}>
        {obstacle === null ? (
          <Button
            fullWidth
            variant={hasVoted ? 'default' : 'filled'}
            size="xs"
            loading={change.isPending}
            onClick={() => change.mutate(!hasVoted)}
          >
            {t(hasVoted ? 'vote.takeBack' : 'vote.add')}
          </Button>
        ) : (
          <Text size="sm" tabIndex={-1} data-autofocus>
            {obstacle}
          </Text>
        )}
        {error ? (
          <Text size="sm" role="alert" mt="xs">
            {errorText(error)}
          </Text>
        ) : !voters ? (
          <Loading lines={2} />
        ) : voters.length === 0 ? (
          <Text size="sm" c="dimmed" mt="xs">
            {t('vote.nobody')}
          </Text>
        ) : (
          <ul className={classes['list']} aria-label={t('vote.title')}>
            {voters.map(({ accountId, displayName }) => (
              <li key={accountId}>
                <PersonAvatar name={displayName} size={22} />
                <span>{displayName}</span>
              </li>
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
