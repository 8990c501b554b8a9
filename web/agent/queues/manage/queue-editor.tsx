import { Button, Fieldset, Group, NativeSelect, Radio, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../kit/api/api-error.ts';
import { LeaveGuard } from '../../../kit/components/leave-guard.tsx';
import { PageTitle } from '../../../kit/components/page-title.tsx';
import { useErrorText } from '../../../kit/components/states.tsx';
import { JqlEditor } from '../../../kit/jql/jql-editor.tsx';
import { tellDone } from '../../../kit/notices.ts';
import { Note } from '../../../kit/plain/note.tsx';
import type { Desk, Queue, QueueGroup } from '../../desks/desk-queries.ts';
import { ColumnPicker } from '../../request-table/column-picker.tsx';
import { defaultColumnIds } from '../../request-table/columns.ts';
import { type QueueInput, saveQueue } from './manage-queries.ts';
import { QueuePreview } from './queue-preview.tsx';

/** Most columns of a queue. */
const maxColumns = 30;

interface QueueEditorProps {
  readonly desk: Desk;
  readonly groups: readonly QueueGroup[];
  /** null: a new one */
  readonly queue: Queue | null;
  /** what stands in the form at first */
  readonly begun: QueueInput;
}

/** Writes a queue, and shows what it finds while it is written. */
export function QueueEditor({ desk, groups, queue, begun }: QueueEditorProps) {
  const { t } = useTranslation('queues');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  // changes of others do not change what one writes; which version one saw is held against theirs
  const [seen] = useState(queue);
  const [first] = useState(begun);
  const [input, setInput] = useState(first);
  const set = (changed: Partial<QueueInput>) => {
    setInput({ ...input, ...changed });
    if (save.error) save.reset();
  };
  const save = useMutation({
    mutationFn: () => saveQueue(desk.id, seen, input),
    async onSuccess({ id, name }) {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['desk', desk.id] }),
        queries.invalidateQueries({ queryKey: ['my-desks'] }),
      ]);
      tellDone(t('editor.saved', { name }));
      await navigate({
        to: '/projects/$projectKey/queues/custom/$queueId',
        params: { projectKey: desk.projectKey, queueId: id },
        ignoreBlocker: true,
      });
    },
  });
  const errors = save.error instanceof ApiError ? save.error.errors : {};
  const isOnFields = Object.keys(errors).length > 0;
  return (
    <Stack gap="md" maw="62rem">
      <PageTitle title={t(seen ? 'editor.editTitle' : 'editor.newTitle')} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="lg">
          <Group gap="md" align="flex-start">
            <TextInput
              label={t('editor.name')}
              required
              value={input.name}
              maxLength={100}
              error={errors['name']}
              flex="1 1 18rem"
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            {groups.length > 0 ? (
              <NativeSelect
                label={t('editor.section')}
                value={input.groupId ?? ''}
                error={errors['groupId']}
                flex="0 1 16rem"
                data={[
                  { value: '', label: t('editor.none') },
                  ...groups.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(event) => set({ groupId: event.currentTarget.value || null })}
              />
            ) : null}
          </Group>
          <Switch
            label={t('editor.team')}
            description={t('editor.teamHelp')}
            checked={input.isTeamPriority}
            onChange={(event) => set({ isTeamPriority: event.currentTarget.checked })}
          />
          <JqlEditor
            id="queue-jql"
            label={t('editor.jql')}
            description={t('editor.jqlHelp')}
            value={input.jql}
            error={errors['jql']}
            onChange={(jql) => set({ jql })}
          />
          <Fieldset legend={t('editor.columns')}>
            <Radio.Group
              value={input.columns === null ? 'usual' : 'own'}
              onChange={(which) =>
                set({ columns: which === 'usual' ? null : (begun.columns ?? defaultColumnIds) })
              }
              aria-label={t('editor.columns')}
              error={errors['columns']}
            >
              <Group gap="lg">
                <Radio value="usual" label={t('editor.usual')} />
                <Radio value="own" label={t('editor.own')} />
              </Group>
            </Radio.Group>
            {input.columns === null ? null : (
              <Stack mt="md">
                <ColumnPicker
                  value={input.columns}
                  onChange={(columns) => set({ columns })}
                  most={maxColumns}
                />
              </Stack>
            )}
          </Fieldset>
          <QueuePreview deskId={desk.id} jql={input.jql} columns={input.columns} />
          {save.error && !isOnFields ? (
            <Note tone="error" role="alert" title={t('editor.failed')}>
              <p>{errorText(save.error)}</p>
            </Note>
          ) : null}
          <Group gap="xs">
            <Button type="submit" loading={save.isPending}>
              {t(seen ? 'editor.save' : 'editor.create')}
            </Button>
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/projects/$projectKey/queues/manage"
                  params={{ projectKey: desk.projectKey }}
                />
              )}
            >
              {t('cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
      <LeaveGuard
        isDirty={JSON.stringify(input) !== JSON.stringify(first) && !save.isPending}
        title={t('editor.unsaved.title')}
        leave={t('editor.unsaved.leave')}
        stay={t('editor.unsaved.stay')}
      >
        {t('editor.unsaved.text')}
      </LeaveGuard>
    </Stack>
  );
}
