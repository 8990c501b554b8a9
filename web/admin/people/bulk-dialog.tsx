import { Button, Group, Progress, Select, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { groupsQuery } from '../groups/group-queries.ts';
import { organizationsQuery } from '../organizations/organization-queries.ts';
import { type BulkAct, beginBulk, bulkQuery, bulkRefusalsQuery, type Whom } from './bulk-queries.ts';

interface BulkDialogProps {
  readonly act: BulkAct;
  readonly whom: Whom;
  readonly count: number;
  readonly onClose: (isDone: boolean) => void;
}

/** Says what will happen to how many, does it, shows how far it is, and for whom it was refused. */
export function BulkDialog({ act, whom, count, onClose }: BulkDialogProps) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const [subjectId, setSubjectId] = useState<string | null>(null);
  const kind = act.endsWith('group') ? 'group' : act.endsWith('organization') ? 'organization' : null;
  const begin = useMutation({ mutationFn: () => beginBulk(act, whom, subjectId) });
  if (begin.data) return <BulkProgress id={begin.data.id} act={act} onClose={() => onClose(true)} />;
  return (
    <Dialog onClose={() => onClose(false)} title={t(`people.bulk.acts.${act}.title`, { count })}>
      <Stack gap="md">
        <Text size="sm">{t(`people.bulk.acts.${act}.text`, { count })}</Text>
        {count > 100 ? (
          <Text size="sm" c="dimmed">
            {t('people.bulk.background')}
          </Text>
        ) : null}
        {kind ? <SubjectField kind={kind} value={subjectId} onChange={setSubjectId} /> : null}
        {begin.error ? (
          <Note tone="error" role="alert">
            {errorText(begin.error)}
          </Note>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onClose(false)}>
            {t('form.cancel')}
          </Button>
          <Button
            {...(act === 'deactivate' || act === 'reset-second-factor' ? { color: 'red' } : {})}
            disabled={kind !== null && subjectId === null}
            loading={begin.isPending}
            onClick={() => begin.mutate()}
          >
            {t(`people.bulk.acts.${act}.submit`, { count })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

interface SubjectFieldProps {
  readonly kind: 'group' | 'organization';
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

function SubjectField({ kind, value, onChange }: SubjectFieldProps) {
  const { t } = useTranslation('admin');
  const groups = useInfiniteQuery({ ...groupsQuery, enabled: kind === 'group' });
  const organizations = useInfiniteQuery({ ...organizationsQuery, enabled: kind === 'organization' });
  const options =
    kind === 'group'
      ? groups.data?.pages.flatMap((page) =>
          page.values.map(({ groupId, name }) => ({ value: groupId, label: name })),
        )
      : organizations.data?.pages.flatMap((page) =>
          page.values.map(({ id, name }) => ({ value: id, label: name })),
        );
  return (
    <Select
      label={t(`people.bulk.${kind}`)}
      data={options ?? []}
      value={value}
      onChange={onChange}
      searchable
      required
      nothingFoundMessage={t(`people.bulk.no-${kind}`)}
      data-autofocus
    />
  );
}

function BulkProgress({ id, act, onClose }: { id: string; act: BulkAct; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { data, error } = useQuery(bulkQuery(id));
  const isFinished = data?.isFinished ?? false;
  const refusals = useQuery({
    ...bulkRefusalsQuery(id),
    enabled: isFinished && (data?.refused ?? 0) > 0,
  }).data;
  useEffect(() => {
    if (!isFinished) return;
    void queries.invalidateQueries({ queryKey: ['accounts'] });
    void queries.invalidateQueries({ queryKey: ['group'] });
    void queries.invalidateQueries({ queryKey: ['groups'] });
  }, [isFinished, queries]);
  const seen = data ? data.done + data.unchanged + data.refused : 0;
  return (
    <Dialog onClose={onClose} title={t(`people.bulk.acts.${act}.title`, { count: data?.total ?? 0 })}>
      <Stack gap="md">
        {data ? (
          <Progress
            value={data.total === 0 ? 100 : (seen / data.total) * 100}
            aria-label={t('people.bulk.progress')}
            animated={!isFinished}
          />
        ) : null}
        <div role="status">
          {data ? (
            <Text size="sm">
              {t(isFinished ? 'people.bulk.finished' : 'people.bulk.running', {
                seen,
                total: data.total,
                done: data.done,
                unchanged: data.unchanged,
                refused: data.refused,
              })}
            </Text>
          ) : null}
          {isFinished ? null : (
            <Text size="sm" c="dimmed">
              {t('people.bulk.mayClose')}
            </Text>
          )}
        </div>
        {error ? <Note tone="error">{errorText(error)}</Note> : null}
        {data?.stopped ? <Note tone="error">{data.stopped}</Note> : null}
        {refusals && refusals.length > 0 ? (
          <Stack gap={4}>
            <Text size="sm" fw={600}>
              {t('people.bulk.refused')}
            </Text>
            {refusals.map(({ accountId, displayName, message }) => (
              <Text size="sm" key={accountId}>
                {displayName}: {message}
              </Text>
            ))}
          </Stack>
        ) : null}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('people.bulk.close')}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
