import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { useTimeZone } from '../../kit/components/time.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { type ModuleOf, modulesQuery } from '../../kit/request-form/fields/registry.ts';
import { useProblemText } from '../../kit/request-form/use-request-form.ts';
import { formFieldOf } from '../request/in-place/editable-fields.ts';
import classes from './bulk.module.css';
import { type BulkTransition, beginOperation, type Options, optionsQuery } from './bulk-queries.ts';
import { type CommentDraft, CommentPart } from './comment-part.tsx';
import { type EditedField, problemsIn, type Read, sentOf } from './edited-field.ts';
import { FieldRow } from './field-row.tsx';
import { ProgressDialog } from './progress-dialog.tsx';

interface TransitionDialogProps {
  readonly keys: readonly string[];
  readonly serviceDeskId: string;
  readonly onClose: (isBegun: boolean) => void;
}

/** Moves many requests along their workflows. */
export function TransitionDialog(props: TransitionDialogProps) {
  const { t } = useTranslation('agent');
  const { keys, onClose } = props;
  const options = useQuery(optionsQuery(keys));
  const forms = options.data?.fields.map(({ meta }) => formFieldOf(meta));
  const modules = useQuery({ ...modulesQuery(forms ?? []), enabled: forms !== undefined });
  const [begun, setBegun] = useState<{ id: string; count: number } | null>(null);
  const title = t('bulk.transition.title', { count: begun?.count ?? keys.length });
  if (begun) return <ProgressDialog id={begun.id} title={title} onClose={() => onClose(true)} />;
  const missing = options.data ? modules : options;
  return (
    <Dialog onClose={() => onClose(false)} title={title} closeOnClickOutside={false} size="lg">
      {options.data && modules.data ? (
        <TransitionForm
          {...props}
          options={options.data}
          moduleOf={modules.data.moduleOf}
          onBegun={setBegun}
        />
      ) : (
        <QueryState query={missing} lines={4} />
      )}
    </Dialog>
  );
}

interface TransitionFormProps extends TransitionDialogProps {
  readonly options: Options;
  readonly moduleOf: ModuleOf;
  readonly onBegun: (operation: { id: string; count: number }) => void;
}

const idOf = ({ ids }: BulkTransition) => ids.join(' ');

function TransitionForm(props: TransitionFormProps) {
  const { keys, serviceDeskId, options, moduleOf, onBegun, onClose } = props;
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const problemText = useProblemText();
  const timeZone = useTimeZone();
  const { transitions } = options;
  const [chosenId, setChosenId] = useState<string | null>(
    transitions.length === 1 && transitions[0] ? idOf(transitions[0]) : null,
  );
  const chosen = transitions.find((each) => idOf(each) === chosenId);
  const [states, setStates] = useState<Readonly<Record<string, string>>>({});
  const [comment, setComment] = useState<CommentDraft | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const begin = useMutation({
    mutationFn: beginOperation,
    onSuccess: ({ id, total }) => onBegun({ id, count: total }),
    onError(error) {
      setErrors(error instanceof ApiError ? error.errors : {});
      setProblem(errorText(error));
    },
  });
  const reading = { moduleOf, read: { timeZone, fileIds: [], now: new Date() } };
  const asked = chosen ? askedFor(chosen, options, states, reading) : [];

  function submit(event: FormEvent) {
    event.preventDefault();
    if (begin.isPending) return;
    if (!chosen) return setProblem(t('bulk.transition.choose'));
    const found: Record<string, string> = Object.fromEntries(
      Object.entries(problemsIn(asked, reading)).map(([fieldId, each]) => [
        fieldId,
        each === 'missing' ? t('bulk.edit.missing') : problemText.of(each),
      ]),
    );
    if (comment && comment.body.trim() === '') found['comment'] = t('bulk.comment.empty');
    setErrors(found);
    setProblem(null);
    if (Object.keys(found).length > 0) return;
    // what nobody filled in stays as it is in each request
    const filled = asked.filter(({ state }) => state !== '');
    begin.mutate({
      act: 'transition',
      // those that can, and no others
      issueIdsOrKeys: chosen.keys,
      transitionIds: chosen.ids,
      ...sentOf(filled, reading),
      ...(comment && { comment }),
    });
  }

  if (transitions.length === 0) {
    return (
      <Stack gap="md">
        <Text size="sm">{t('bulk.transition.none')}</Text>
        <Group justify="flex-end">
          <Button data-autofocus variant="default" onClick={() => onClose(false)}>
            {t('bulk.close')}
          </Button>
        </Group>
      </Stack>
    );
  }
  const others = chosen ? options.total - chosen.keys.length : 0;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Radio.Group
          label={t('bulk.transition.legend')}
          value={chosenId}
          onChange={(id) => {
            setChosenId(id);
            setProblem(null);
          }}
        >
          <Stack gap="xs" mt="xs">
            {transitions.map((transition, index) => (
              <Radio
                key={idOf(transition)}
                value={idOf(transition)}
                {...(index === 0 ? { 'data-autofocus': true } : {})}
                label={<Choice transition={transition} total={options.total} />}
              />
            ))}
          </Stack>
        </Radio.Group>
        {others > 0 ? (
          <Text size="sm" c="dimmed" role="status">
            {t('bulk.transition.others', { count: others })}
          </Text>
        ) : null}
        {asked.map((each) => (
          <FieldRow
            key={each.field.form.fieldId}
            edited={each}
            module={moduleOf(each.field.form)}
            error={errors[each.field.form.fieldId]}
            requestKey={keys[0] ?? ''}
            serviceDeskId={serviceDeskId}
            total={options.total}
            onChange={({ state }) => {
              if (state !== undefined) setStates({ ...states, [each.field.form.fieldId]: state });
              setErrors(({ [each.field.form.fieldId]: _, ...rest }) => rest);
            }}
          />
        ))}
        <CommentPart
          value={comment}
          onChange={setComment}
          count={chosen?.keys.length ?? options.total}
          error={errors['comment']}
        />
        {problem === null ? null : (
          <Note tone="error" role="alert" title={t('bulk.failed')}>
            {problem}
          </Note>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onClose(false)}>
            {t('bulk.cancel')}
          </Button>
          <Button type="submit" loading={begin.isPending}>
            {t('bulk.transition.submit', { count: chosen?.keys.length ?? options.total })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Choice({ transition, total }: { transition: BulkTransition; total: number }) {
  const { t } = useTranslation('agent');
  const { name, to, keys } = transition;
  const count = keys.length;
  return (
    <span className={classes['choice']}>
      {name}
      <IconArrowRight size={14} aria-hidden="true" />
      <StatusBadge name={to.name} category={to.statusCategory.key} />
      <Text span size="sm" c="dimmed">
        {count === total ? t('bulk.transition.all', { total }) : t('bulk.transition.some', { count, total })}
      </Text>
    </span>
  );
}

/** What the transition asks for on the way, as far as it can be filled in here; what is required begins with its default. */
function askedFor(
  { screen }: BulkTransition,
  { fields, total }: Options,
  states: Readonly<Record<string, string>>,
  { moduleOf, read }: Read,
): EditedField[] {
  return screen.flatMap(({ fieldId, isRequired }): EditedField[] => {
    const found = fields.find(({ meta }) => meta.key === fieldId);
    if (!found) return [];
    const form = { ...formFieldOf(found.meta), required: isRequired };
    // What may stay as it is in each request begins empty.
    const begun = isRequired ? moduleOf(form).initial(form, read) : '';
    return [{ field: { form, modes: ['set'], count: total }, mode: 'set', state: states[fieldId] ?? begun }];
  });
}
