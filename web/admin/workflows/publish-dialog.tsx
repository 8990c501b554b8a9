import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { changesOf } from './edited-workflow.ts';
import classes from './editor.module.css';
import { type Draft, publishWorkflow, type Status, type Workflow } from './workflow-queries.ts';

interface PublishDialogProps {
  readonly workflow: Workflow;
  readonly draft: Draft;
  readonly statuses: ReadonlyMap<string, Status>;
  readonly onClose: () => void;
  readonly onPublished: (workflow: Workflow) => void;
}

/** Says what publishing will change, asks where requests go that lose their status, and publishes. */
export function PublishDialog({ workflow, draft, statuses, onClose, onPublished }: PublishDialogProps) {
  const { t } = useTranslation('admin');
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const { definition, leaving, problems } = draft;
  const problemCount = Object.keys(problems).length;
  const saving = useSave({
    fields: leaving.map(({ status }) => `mapping.${status.id}`),
    setErrors,
    save: (chosen: Readonly<Record<string, string>>) =>
      publishWorkflow(workflow.id, workflow.version, { ...chosen }),
    onSaved: onPublished,
  });
  return (
    <Dialog onClose={onClose} title={t('workflows.publish.title', { name: definition.name })} size="lg">
      <form
        ref={saving.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          saving.save(mapping);
        }}
      >
        <Stack gap="md">
          {problemCount > 0 ? (
            <Note tone="error">{t('workflows.draft.problems', { count: problemCount })}</Note>
          ) : (
            <>
              <ChangeList workflow={workflow} draft={draft} statuses={statuses} />
              {workflow.uses.length > 0 ? (
                <Text size="sm">{t('workflows.publish.concerns', { count: workflow.uses.length })}</Text>
              ) : null}
              {leaving.length > 0 ? (
                <div>
                  <Title order={3} size="h5">
                    {t('workflows.publish.mapping')}
                  </Title>
                  <Text size="sm" c="dimmed" mb="xs">
                    {t('workflows.publish.mappingText')}
                  </Text>
                  <MappingFields
                    leaving={leaving}
                    targets={definition.statuses.map(({ statusId }) => ({
                      id: statusId,
                      name: statuses.get(statusId)?.name ?? statusId,
                    }))}
                    mapping={mapping}
                    errors={errors}
                    onChange={(next) => {
                      setMapping(next);
                      setErrors({});
                    }}
                  />
                </div>
              ) : null}
            </>
          )}
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving} disabled={problemCount > 0}>
              {t('workflows.publish.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

interface MappingFieldsProps {
  readonly leaving: Draft['leaving'];
  readonly targets: readonly { readonly id: string; readonly name: string }[];
  readonly mapping: Readonly<Record<string, string>>;
  /** by `mapping.{status id}` */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (mapping: Readonly<Record<string, string>>) => void;
}

/** Asks, for each status that requests lose, which one they get. */
export function MappingFields({ leaving, targets, mapping, errors, onChange }: MappingFieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <Stack gap="sm">
      {leaving.map(({ status, requestCount }) => (
        <NativeSelect
          key={status.id}
          label={t('workflows.publish.from', { count: requestCount, name: status.name })}
          data={[
            { value: '', label: t('workflows.publish.choose') },
            ...targets.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={mapping[status.id] ?? ''}
          error={errors[`mapping.${status.id}`]}
          onChange={(event) => onChange({ ...mapping, [status.id]: event.currentTarget.value })}
        />
      ))}
    </Stack>
  );
}

function ChangeList({
  workflow,
  draft,
  statuses,
}: Pick<PublishDialogProps, 'workflow' | 'draft' | 'statuses'>) {
  const { t } = useTranslation('admin');
  const changes = changesOf(workflow.published, draft.definition);
  const nameOf = (id: string) => statuses.get(id)?.name ?? id;
  const sentences = [
    ...changes.addedStatuses.map((id) => t('workflows.publish.addedStatus', { name: nameOf(id) })),
    ...changes.removedStatuses.map((id) => t('workflows.publish.removedStatus', { name: nameOf(id) })),
    ...changes.changedStatuses.map((id) => t('workflows.publish.changedStatus', { name: nameOf(id) })),
    ...changes.addedTransitions.map(({ name }) => t('workflows.publish.addedTransition', { name })),
    ...changes.removedTransitions.map(({ name }) => t('workflows.publish.removedTransition', { name })),
    ...changes.changedTransitions.map(({ name }) => t('workflows.publish.changedTransition', { name })),
    ...(changes.isInitialChanged
      ? [t('workflows.publish.initial', { name: nameOf(draft.definition.initialStatusId) })]
      : []),
    ...(changes.isNamedAnew ? [t('workflows.publish.named')] : []),
    ...(changes.isOrderedAnew ? [t('workflows.publish.ordered')] : []),
  ];
  if (sentences.length === 0) return <Text size="sm">{t('workflows.publish.nothing')}</Text>;
  return (
    <ul className={classes['changes']}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
