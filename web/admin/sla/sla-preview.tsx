import { Anchor, Badge, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { Loading, useErrorText } from '../../kit/components/states.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { goalTime, wholeSlaDuration } from '../../kit/sla/duration.ts';
import { lookOf, type SlaState } from '../../kit/sla/sla-state.ts';
import type { CompletedCycle, OngoingCycle, SlaValue } from '../../kit/sla/sla-value.ts';
import { Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import type { Previewed } from './sla-queries.ts';
import type { Trial } from './use-trial.ts';

const colors: Record<SlaState, string> = {
  running: 'gray',
  outside: 'gray',
  paused: 'gray',
  dueSoon: 'yellow',
  breached: 'red',
  met: 'green',
  missed: 'red',
};

/** What a service level would say of requests as it is being changed, beside what it says now. */
export function SlaPreview({ trial }: { trial: Trial }) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const { keys, setKeys, isUnfinished, query } = trial;
  const { error, data } = query;
  const keysError = error instanceof ApiError ? error.errors['issueIdsOrKeys'] : undefined;
  return (
    <Paper p="lg">
      <Stack gap="md">
        <div>
          <Title order={2} size="h4">
            {t('slas.preview.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('slas.preview.help')}
          </Text>
        </div>
        <TextInput
          size="sm"
          maw="24rem"
          label={t('slas.preview.keys')}
          description={t('slas.preview.keysHelp')}
          value={keys}
          maxLength={500}
          error={keysError}
          onChange={(event) => setKeys(event.currentTarget.value)}
        />
        {isUnfinished ? (
          <Text size="sm" c="dimmed">
            {t('slas.preview.unfinished')}
          </Text>
        ) : error && keysError === undefined ? (
          <Note tone="error">
            {error instanceof ApiError && error.status === 400
              ? Object.values(error.errors).concat(error.errorMessages).join(' ')
              : errorText(error)}
          </Note>
        ) : !data ? (
          <Loading lines={4} />
        ) : data.values.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('slas.preview.empty')}
          </Text>
        ) : (
          <PreviewTable values={data.values} />
        )}
      </Stack>
    </Paper>
  );
}

function PreviewTable({ values }: { values: readonly Previewed[] }) {
  const { t } = useTranslation('admin');
  const isNew = values.every(({ before }) => before === null);
  const columns = [
    t('slas.preview.request'),
    ...(isNew ? [] : [t('slas.preview.before')]),
    t('slas.preview.after'),
  ];
  return (
    <ResponsiveTable label={t('slas.preview.title')} columns={columns}>
      {values.map(({ issue, before, after }) => (
        <tr key={issue.id}>
          <Cell>
            <Anchor
              href={`/browse/${issue.key}`}
              target="_blank"
              rel="noopener"
              fz="inherit"
              underline="always"
            >
              {issue.key}
            </Anchor>{' '}
            {issue.summary}
          </Cell>
          {isNew ? null : (
            <Cell label={t('slas.preview.before')}>
              <Saying sla={before} />
            </Cell>
          )}
          <Cell label={t('slas.preview.after')}>
            {before && saidBy(before) === saidBy(after) ? (
              <Text component="span" size="sm" c="dimmed">
                {t('slas.preview.same')}
              </Text>
            ) : (
              <Saying sla={after} />
            )}
          </Cell>
        </tr>
      ))}
    </ResponsiveTable>
  );
}

/** What two must have in common to say the same; what goes on was computed at two moments. */
function saidBy({ completedCycles, ongoingCycle }: SlaValue): string {
  const cycles = [...completedCycles, ...(ongoingCycle ? [ongoingCycle] : [])].map((cycle) => {
    const { breached, goalDuration, breachTime, elapsedTime } = cycle;
    const pauses = 'paused' in cycle ? [cycle.paused, cycle._portico?.pauseReason] : [];
    const minutes = Math.floor(elapsedTime.millis / 60_000);
    return [breached, goalDuration?.millis, breachTime?.epochMillis, minutes, ...pauses];
  });
  return JSON.stringify([cycles, ongoingCycle !== undefined]);
}

/** What a service level says of a request, in words. */
function Saying({ sla }: { sla: SlaValue | null }) {
  const { t } = useTranslation('admin');
  const now = Date.now();
  const look = sla && lookOf(sla, now, now);
  if (!sla || !look) {
    return (
      <Text component="span" size="sm" c="dimmed">
        {t('slas.preview.notStarted')}
      </Text>
    );
  }
  const cycle = sla.ongoingCycle ?? sla.completedCycles.at(-1);
  const earlier = sla.completedCycles.length - (sla.ongoingCycle ? 0 : 1);
  return (
    <span>
      <Badge color={colors[look.state]}>{t(`slas.states.${look.state}`)}</Badge>{' '}
      {cycle ? <CycleWords cycle={cycle} /> : null}
      {earlier > 0 ? (
        <Text component="span" size="xs" c="dimmed">
          {' '}
          {t('slas.preview.earlier', { count: earlier })}
        </Text>
      ) : null}
    </span>
  );
}

function CycleWords({ cycle }: { cycle: OngoingCycle | CompletedCycle }) {
  const { t } = useTranslation('admin');
  const time = wholeSlaDuration(cycle.elapsedTime.millis);
  const reason = cycle._portico && 'pauseReason' in cycle._portico ? cycle._portico.pauseReason : null;
  return (
    <Text component="span" size="sm">
      {cycle.goalDuration
        ? t('slas.preview.of', { time, goal: goalTime(Math.round(cycle.goalDuration.millis / 60_000)) })
        : t('slas.preview.noGoal', { time })}
      {reason ? ` · ${reason}` : ''}
    </Text>
  );
}
