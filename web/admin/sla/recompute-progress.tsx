import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { tellFailure } from '../../kit/notices.ts';
import { cancelRecompute, type Recompute, recomputesQuery } from './sla-queries.ts';

/** How far the requests of a desk are computed anew, with a way to stop it; when it was done last. Nothing where it never was. */
export function RecomputeProgress({ deskId }: { deskId: string }) {
  const { t, i18n } = useTranslation('admin');
  const recomputes = useQuery(recomputesQuery(deskId)).data ?? [];
  const running = recomputes.filter(({ state }) => state === 'running');
  const last = recomputes[0];
  if (!last) return null;
  const count = (amount: number) => amount.toLocaleString(i18n.language);
  if (running.length === 0) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {t(last.state === 'cancelled' ? 'slas.recompute.cancelled' : 'slas.recompute.done', {
          count: last.done,
          amount: count(last.done),
        })}{' '}
        <Time at={(last.finishedDate ?? last.startedDate).iso8601} />
      </Text>
    );
  }
  return (
    <Paper p="md">
      <Stack gap="sm">
        {running.map((each) => (
          <Running key={each.id} deskId={deskId} recompute={each} count={count} />
        ))}
      </Stack>
    </Paper>
  );
}

interface RunningProps {
  readonly deskId: string;
  readonly recompute: Recompute;
  readonly count: (amount: number) => string;
}

function Running({ deskId, recompute, count }: RunningProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const stopping = useMutation({
    mutationFn: () => cancelRecompute(deskId, recompute.id),
    onError: (error) => tellFailure(t('slas.recompute.cancelFailed'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: recomputesQuery(deskId).queryKey }),
  });
  const { done, total, reason } = recompute;
  const words = t('slas.recompute.progress', { done: count(done), total: count(total) });
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb={6}>
        <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Text size="sm" fw={600}>
            {words}
          </Text>
          <Text size="xs" c="dimmed">
            {reason}
          </Text>
        </div>
        <Button
          variant="default"
          size="compact-sm"
          flex="none"
          loading={stopping.isPending}
          onClick={() => stopping.mutate()}
        >
          {t('slas.recompute.cancel')}
        </Button>
      </Group>
      <Progress value={total === 0 ? 100 : (done / total) * 100} aria-label={words} />
    </div>
  );
}
