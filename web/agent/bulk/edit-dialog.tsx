import { Button, Group, Select, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { useAccount } from '../../kit/api/session.ts';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { useTimeZone } from '../../kit/components/time.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { type ModuleOf, modulesQuery } from '../../kit/request-form/fields/registry.ts';
import { useProblemText } from '../../kit/request-form/use-request-form.ts';
import classes from './bulk.module.css';
import { beginOperation, type Options, optionsQuery } from './bulk-queries.ts';
import { type CommentDraft, CommentPart } from './comment-part.tsx';
import { bulkFields, type EditedField, problemsIn, sentOf } from './edited-field.ts';
import { FieldRow } from './field-row.tsx';
import { ProgressDialog } from './progress-dialog.tsx';

interface EditDialogProps {
  readonly keys: readonly string[];
  readonly serviceDeskId: string;
  /** what it is opened for: all fields, one of them, or a comment */
  readonly purpose: 'edit' | 'assign' | 'comment';
  readonly onClose: (isBegun: boolean) => void;
}

const titles = {
  edit: 'bulk.edit.title',
  assign: 'bulk.edit.assignTitle',
  comment: 'bulk.comment.title',
} as const;

/** Changes fields of many requests, says something in each, or both. */
export function EditDialog(props: EditDialogProps) {
  const { t } = useTranslation('agent');
  const { keys, purpose, onClose } = props;
  const options = useQuery(optionsQuery(keys));
  const forms = options.data && bulkFields(options.data).map(({ form }) => form);
  const modules = useQuery({ ...modulesQuery(forms ?? []), enabled: forms !== undefined });
  const [begunId, setBegunId] = useState<string | null>(null);
  const title = t(titles[purpose], { count: keys.length });
  if (begunId) return <ProgressDialog id={begunId} title={title} onClose={() => onClose(true)} />;
  const missing = options.data ? modules : options;
  return (
    <Dialog onClose={() => onClose(false)} title={title} closeOnClickOutside={false} size="lg">
      {options.data && modules.data ? (
        <EditForm {...props} options={options.data} moduleOf={modules.data.moduleOf} onBegun={setBegunId} />
      ) : (
        <QueryState query={missing} lines={4} />
      )}
    </Dialog>
  );
}

interface EditFormProps extends EditDialogProps {
  readonly options: Options;
  readonly moduleOf: ModuleOf;
  readonly onBegun: (operationId: string) => void;
}

function EditForm({ keys, serviceDeskId, purpose, options, moduleOf, onBegun, onClose }: EditFormProps) {
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const problemText = useProblemText();
  const timeZone = useTimeZone();
  const me = useAccount();
  const form = useRef<HTMLFormElement>(null);
  const [fields] = useState(() => bulkFields(options));
  const [edited, setEdited] = useState<readonly EditedField[]>(() =>
    purpose === 'assign'
      ? fields
          .filter((field) => field.form.fieldId === 'assignee')
          .map((field) => ({ field, mode: 'set', state: me.accountId }))
      : [],
  );
  const [comment, setComment] = useState<CommentDraft | null>(
    purpose === 'comment' ? { body: '', public: false } : null,
  );
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const begin = useMutation({
    mutationFn: beginOperation,
    onSuccess: ({ id }) => onBegun(id),
    onError(error) {
      setErrors(error instanceof ApiError ? error.errors : {});
      setProblem(errorText(error));
    },
  });
  const choices = fields
    .filter((field) => !edited.some((each) => each.field === field))
    .map(({ form: { fieldId, name }, count }) => ({
      value: fieldId,
      label: count < options.total ? t('bulk.edit.inSome', { name, count, total: options.total }) : name,
    }));

  function add(fieldId: string | null) {
    const field = fields.find((each) => each.form.fieldId === fieldId);
    if (!field) return;
    const state = fieldId === 'assignee' ? me.accountId : '';
    setEdited([...edited, { field, mode: field.modes[0] ?? 'set', state }]);
    setProblem(null);
    requestAnimationFrame(() =>
      form.current
        ?.querySelector<HTMLElement>(
          `[data-bulk-field="${CSS.escape(field.form.fieldId)}"] :is(input:not([type=radio]), select, textarea)`,
        )
        ?.focus(),
    );
  }

  function change(field: EditedField, changed: Partial<EditedField>) {
    setEdited(edited.map((each) => (each.field === field.field ? { ...each, ...changed } : each)));
    setErrors(({ [field.field.form.fieldId]: _, ...others }) => others);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (begin.isPending) return;
    const reading = { moduleOf, read: { timeZone, fileIds: [], now: new Date() } };
    const found: Record<string, string> = Object.fromEntries(
      Object.entries(problemsIn(edited, reading)).map(([fieldId, each]) => [
        fieldId,
        each === 'missing' ? t('bulk.edit.missing') : problemText.of(each),
      ]),
    );
    if (comment && comment.body.trim() === '') found['comment'] = t('bulk.comment.empty');
    setErrors(found);
    setProblem(edited.length === 0 && !comment ? t('bulk.edit.choose') : null);
    if (Object.keys(found).length > 0 || (edited.length === 0 && !comment)) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    begin.mutate({
      act: 'edit',
      issueIdsOrKeys: [...keys],
      ...sentOf(edited, reading),
      ...(comment && { comment }),
    });
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md" className={purpose === 'comment' ? '' : (classes['roomy'] ?? '')}>
        {edited.map((each) => (
          <FieldRow
            key={each.field.form.fieldId}
            edited={each}
            module={moduleOf(each.field.form)}
            error={errors[each.field.form.fieldId]}
            requestKey={keys[0] ?? ''}
            serviceDeskId={serviceDeskId}
            total={options.total}
            onChange={(changed) => change(each, changed)}
            onRemove={() => setEdited(edited.filter((other) => other !== each))}
          />
        ))}
        {purpose !== 'comment' && choices.length > 0 ? (
          <Select
            // a new one after each choice, empty again
            key={edited.length}
            label={t('bulk.edit.add')}
            labelProps={{ fz: 'sm' }}
            placeholder={t('bulk.edit.addHint')}
            data={choices}
            searchable
            value={null}
            onChange={add}
            nothingFoundMessage={t('bulk.edit.nothing')}
            {...(purpose === 'edit' && edited.length === 0 ? { 'data-autofocus': true } : {})}
          />
        ) : null}
        <CommentPart
          value={comment}
          onChange={(value) => {
            setComment(value);
            setProblem(null);
            setErrors(({ comment: _, ...others }) => others);
          }}
          count={keys.length}
          error={errors['comment']}
          isWanted={purpose === 'comment'}
        />
        {problem === null ? null : (
          <Note tone="error" role="alert" title={t('bulk.failed')}>
            {problem}
          </Note>
        )}
        <Group justify="flex-end" mt="auto">
          <Button variant="default" onClick={() => onClose(false)}>
            {t('bulk.cancel')}
          </Button>
          <Button type="submit" loading={begin.isPending}>
            {t(purpose === 'comment' ? 'bulk.comment.submit' : 'bulk.edit.submit', { count: keys.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
