import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import type { Account } from './people-queries.ts';
import { type AccountSession, endSessions, sessionsQuery } from './sessions-queries.ts';

/** Where somebody is signed in, and ending that. */
export function SessionsDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { accountId, displayName: name } = account;
  const query = useQuery(sessionsQuery(accountId));
  const ending = useMutation({
    mutationFn: (id: string | null) => endSessions(accountId, id),
    onSuccess: (_, id) =>
      tellDone(id === null ? t('people.sessions.allEnded', { name }) : t('people.sessions.ended')),
    onError: (error) => tellFailure(t('people.sessions.failed'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery(accountId).queryKey }),
  });
  const sessions = query.data;
  const endable = sessions?.filter(({ isCurrent }) => !isCurrent) ?? [];
  return (
    <Dialog onClose={onClose} title={t('people.sessions.title', { name })} size="lg">
      {!sessions ? (
        <QueryState query={query} lines={3} />
      ) : sessions.length === 0 ? (
        <Text size="sm">{t('people.sessions.none', { name })}</Text>
      ) : (
        <Stack gap="md">
          {sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              isEnding={ending.isPending && ending.variables === session.id}
              onEnd={() => ending.mutate(session.id)}
            />
          ))}
          {endable.length > 0 ? (
            <Group justify="space-between" align="center">
              <Text size="sm" c="dimmed" flex="1 1 16rem">
                {t('people.sessions.endAllHelp')}
              </Text>
              <Button
                color="red"
                loading={ending.isPending && ending.variables === null}
                onClick={() => ending.mutate(null)}
              >
                {t('people.sessions.endAll')}
              </Button>
            </Group>
          ) : null}
        </Stack>
      )}
    </Dialog>
  );
}

interface SessionRowProps {
  readonly session: AccountSession;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

function SessionRow({ session, isEnding, onEnd }: SessionRowProps) {
  const { t } = useTranslation('admin');
  const { address, providerName, startedAt, lastSeenAt, isCurrent } = session;
  const browser = t('people.sessions.on', {
    browser: session.browser ?? t('people.sessions.unknownBrowser'),
    system: session.system ?? t('people.sessions.unknownSystem'),
  });
  const way = providerName
    ? t('people.sessions.through', { provider: providerName })
    : t('people.sessions.password');
  const from = address ? `, ${t('people.sessions.from', { address })}` : '';
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div>
        <Text fw={600} size="sm">
          {browser}
        </Text>
        <Text size="sm" c="dimmed">
          {way}
          {from}
        </Text>
        <Text size="sm" c="dimmed">
          {t('people.sessions.since')} <Time at={startedAt} />, {t('people.sessions.lastSeen')}{' '}
          <Time at={lastSeenAt} />
        </Text>
      </div>
      {isCurrent ? (
        <Badge>{t('people.sessions.current')}</Badge>
      ) : (
        <Button
          size="xs"
          variant="default"
          loading={isEnding}
          aria-label={t('people.sessions.endLabel', { browser })}
          onClick={onEnd}
        >
          {t('people.sessions.end')}
        </Button>
      )}
    </Group>
  );
}
