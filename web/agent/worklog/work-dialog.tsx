import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { emptyDocument, trimDocument } from '../../kit/rich-text/adf.ts';
import { RichTextEditor } from '../../kit/rich-text/rich-text-editor.tsx';
import { isoDate } from '../jira-date.ts';
import { commentOf } from './work-comment.ts';
import { saveWork, type WorklogEntry } from './worklog-queries.ts';

interface WorkDialogProps {
  readonly requestKey: string;
  /** what is changed; null: work is logged */
  readonly entry: WorklogEntry | null;
  readonly onClose: () => void;
}

/** Logs work, or changes what was logged. */
export function WorkDialog({ requestKey, entry, onClose }: WorkDialogProps) {
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [timeSpent, setTimeSpent] = useState(entry?.timeSpent ?? '');
  const [started, setStarted] = useState(() =>
    localMinute(entry ? new Date(isoDate(entry.started)) : new Date()),
  );
  const [comment, setComment] = useState(() => commentOf(entry) ?? emptyDocument);
  const [problem, setProblem] = useState<{ timeSpent?: string; started?: string }>({});

  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () =>
      saveWork(
        requestKey,
        { timeSpent, started: new Date(started), comment: trimDocument(comment) },
        entry?.id ?? null,
      ),
    onSuccess: () => {
      tellDone(t('worklog.done', { time: timeSpent.trim() }));
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['request', requestKey] }),
  });
  const errors = error instanceof ApiError ? error.errors : {};
  const timeProblem = problem.timeSpent ?? errors['timeSpent'] ?? errors['timeSpentSeconds'];
  const startProblem = problem.started ?? errors['started'];

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (isPending) return;
    const found = {
      ...(timeSpent.trim() === '' && { timeSpent: t('worklog.noTime') }),
      ...(Number.isNaN(new Date(started).getTime()) && { started: t('worklog.noStart') }),
    };
    setProblem(found);
    if (Object.keys(found).length === 0) mutate();
  }
  function change(set: (value: string) => void, value: string) {
    set(value);
    setProblem({});
    if (error) reset();
  }
  return (
    <Dialog
      title={t(entry ? 'worklog.change' : 'worklog.log', { key: requestKey })}
      onClose={onClose}
      size="md"
      closeOnClickOutside={false}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Group grow gap="sm" align="flex-start" preventGrowOverflow={false}>
            <TextInput
              data-autofocus
              size="sm"
              label={t('worklog.time')}
              description={t('worklog.timeHint')}
              placeholder="1h 30m"
              autoComplete="off"
              value={timeSpent}
              error={timeProblem}
              onChange={(event) => change(setTimeSpent, event.currentTarget.value)}
            />
            <TextInput
              size="sm"
              type="datetime-local"
              label={t('worklog.started')}
              description={t('worklog.startedHint')}
              value={started}
              error={startProblem}
              onChange={(event) => change(setStarted, event.currentTarget.value)}
            />
          </Group>
          <div>
            <Text size="sm" fw={600} mb={4} aria-hidden="true">
              {t('worklog.comment')}
            </Text>
            <RichTextEditor
              aria-label={t('worklog.comment')}
              value={comment}
              error={errors['comment'] ?? null}
              onChange={(document) => {
                setComment(document);
                if (error) reset();
              }}
              onSubmit={() => submit()}
              onEscape={onClose}
            />
          </div>
          {error && !timeProblem && !startProblem && !errors['comment'] ? (
            <Alert color="red" role="alert" p="sm">
              {errorText(error)}
            </Alert>
          ) : null}
          <Group gap="xs">
            <Button type="submit" size="sm" loading={isPending}>
              {t(entry ? 'edit.save' : 'worklog.submit')}
            </Button>
            <Button size="sm" variant="default" onClick={onClose}>
              {t('edit.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** A point in time as the browser's own control has it: here, to the minute. */
function localMinute(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
