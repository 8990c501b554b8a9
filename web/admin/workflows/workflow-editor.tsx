import { Button, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../kit/api/api-error.ts';
import { Time } from '../../kit/components/time.tsx';
import { tellDone } from '../../kit/notices.ts';
import { Note } from '../../kit/plain/note.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { saveOrStale, stalenessOf } from '../forms/stale.ts';
import { StaleAlert } from '../forms/stale-alert.tsx';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { useSave } from '../forms/use-save.ts';
import { newTransition, withTransition } from './edited-workflow.ts';
import classes from './editor.module.css';
import { type Marked, Picture } from './picture.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { StatusesEditor } from './statuses-editor.tsx';
import { TransitionDialog } from './transition-dialog.tsx';
import { TransitionList } from './transition-list.tsx';
import {
  type DefinedTransition,
  type Definition,
  discardDraft,
  saveDraft,
  type Workflow,
  type WorkflowOptions,
  workflowQuery,
} from './workflow-queries.ts';

interface WorkflowEditorProps {
  readonly workflow: Workflow;
  readonly options: WorkflowOptions;
}

const noProblems: Readonly<Record<string, string>> = {};

/** What a workflow says, as lists that are changed and a picture of them. Changes are kept as a draft, and published as one. */
export function WorkflowEditor({ workflow, options }: WorkflowEditorProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const { id, mayChange, draft } = workflow;
  const begunWith = (known: Workflow) => known.draft?.definition ?? known.published;
  const [seen, setSeen] = useState(workflow);
  const [values, setValues] = useState<Definition>(() => begunWith(workflow));
  const [marked, setMarked] = useState<Marked | null>(null);
  const [edited, setEdited] = useState<DefinedTransition | null>(null);
  const [staleness, setStaleness] = useState<string | null>(null);
  const [asking, setAsking] = useState<'publish' | 'discard' | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>(noProblems);
  const query = workflowQuery(id);
  const statuses = useMemo(() => new Map(options.statuses.map((status) => [status.id, status])), [options]);
  const isDirty = JSON.stringify(values) !== JSON.stringify(begunWith(seen));
  // what the server says of the draft as it was saved is looked up there
  const saved = seen.draft?.definition;
  const problems = seen.draft?.problems ?? noProblems;

  function take(newest: Workflow) {
    setSeen(newest);
    setValues(begunWith(newest));
    setStaleness(null);
    setErrors(noProblems);
    queries.setQueryData(query.queryKey, newest);
    void queries.invalidateQueries({ queryKey: ['workflows'] });
    void queries.invalidateQueries({ queryKey: ['workflow-options'] });
  }
  const onRefused = (error: ApiError) => {
    const stale = stalenessOf(error);
    setStaleness(stale);
    return stale !== null;
  };
  const saving = useSave({
    fields: ['name', 'description'],
    setErrors,
    save: (_: 'save' | 'publish') =>
      saveOrStale(
        () => saveDraft(id, seen.version, values),
        seen.version,
        () => queries.fetchQuery({ ...query, staleTime: 0 }),
      ),
    onSaved(newest, then) {
      take(newest);
      if (then === 'publish') setAsking('publish');
      else tellDone(t('workflows.saved'));
    },
    onRefused,
  });
  const change = (next: Definition) => setValues(next);
  const problemCount = Object.keys(problems).length;
  return (
    <form
      ref={saving.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        saving.save('save');
      }}
    >
      <Stack gap="md">
        {draft ? (
          <Note tone="info" title={t('workflows.draft.title')}>
            <p>
              <DraftText draft={draft} />
            </p>
            {problemCount > 0 && !isDirty ? (
              <p>{t('workflows.draft.problems', { count: problemCount })}</p>
            ) : null}
            {mayChange ? (
              <Button size="compact-sm" variant="default" mt="xs" onClick={() => setAsking('discard')}>
                {t('workflows.draft.discard')}
              </Button>
            ) : null}
          </Note>
        ) : null}
        <section aria-label={t('workflows.picture.title')}>
          <Title order={2} size="h4" mb="xs">
            {t('workflows.picture.title')}
          </Title>
          <Picture
            workflow={values}
            statuses={statuses}
            marked={marked}
            onMark={setMarked}
            onOpen={(transitionId) => {
              const transition = values.transitions.find((each) => each.id === transitionId);
              if (transition && mayChange) setEdited(transition);
            }}
          />
        </section>
        <fieldset disabled={!mayChange} className={classes['lists']}>
          <Paper p="lg" className={classes['whole'] ?? ''}>
            <Stack gap="md">
              <TextInput
                label={t('workflows.about.name')}
                required
                maxLength={80}
                value={values.name}
                error={errors['name'] ?? (isDirty ? undefined : problems['name'])}
                onChange={(event) => change({ ...values, name: event.currentTarget.value })}
              />
              <Textarea
                label={t('workflows.about.description')}
                autosize
                minRows={1}
                maxRows={6}
                maxLength={1000}
                value={values.description}
                error={errors['description'] ?? problems['description']}
                onChange={(event) => change({ ...values, description: event.currentTarget.value })}
              />
            </Stack>
          </Paper>
          <StatusesEditor
            workflow={values}
            saved={saved}
            problems={problems}
            options={options}
            statuses={statuses}
            deskId={workflow.uses[0]?.serviceDeskId}
            mayChange={mayChange}
            onMark={setMarked}
            onChange={change}
          />
          <TransitionList
            workflow={values}
            saved={saved}
            problems={problems}
            options={options}
            statuses={statuses}
            mayChange={mayChange}
            onMark={setMarked}
            onChange={change}
            onEdit={setEdited}
            onAdd={() => setEdited(newTransition(values))}
          />
        </fieldset>
        {staleness === null ? null : (
          <StaleAlert
            title={t('workflows.conflict.title')}
            text={staleness}
            advice={t('workflows.conflict.text')}
            action={t('workflows.conflict.load')}
            onTake={async () => take(await queries.fetchQuery({ ...query, staleTime: 0 }))}
          />
        )}
        <FormProblem problem={saving.problem} />
        {mayChange ? (
          <div className={classes['end']} data-shown={isDirty || draft !== null || undefined}>
            <Group gap="xs">
              <Button type="submit" loading={saving.isSaving} disabled={!isDirty}>
                {t('workflows.save')}
              </Button>
              <Button
                variant="default"
                disabled={!isDirty && !draft}
                onClick={() => (isDirty ? saving.save('publish') : setAsking('publish'))}
              >
                {t('workflows.publish.action')}
              </Button>
              {isDirty ? (
                <Button
                  variant="subtle"
                  color="gray"
                  onClick={() => {
                    setValues(begunWith(seen));
                    setErrors(noProblems);
                    saving.clearProblem();
                  }}
                >
                  {t('form.discard')}
                </Button>
              ) : null}
            </Group>
          </div>
        ) : null}
      </Stack>
      {edited ? (
        <TransitionDialog
          transition={edited}
          workflow={values}
          options={options}
          statuses={statuses}
          deskId={workflow.uses[0]?.serviceDeskId}
          onClose={() => setEdited(null)}
          onDone={(transition) => {
            change(withTransition(values, transition));
            setEdited(null);
          }}
        />
      ) : null}
      {asking === 'publish' && seen.draft ? (
        <PublishDialog
          workflow={seen}
          draft={seen.draft}
          statuses={statuses}
          onClose={() => setAsking(null)}
          onPublished={(newest) => {
            take(newest);
            setAsking(null);
            tellDone(t('workflows.publish.done', { name: newest.name }));
          }}
        />
      ) : null}
      {asking === 'discard' ? (
        <ConfirmAct
          title={t('workflows.draft.discardTitle', { name: seen.name })}
          submit={t('workflows.draft.discard')}
          isDanger
          act={() => discardDraft(id, seen.version).then(take)}
          onCancel={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            tellDone(t('workflows.draft.discarded'));
          }}
        >
          <p>{t('workflows.draft.discardText')}</p>
        </ConfirmAct>
      ) : null}
      <UnsavedGuard isDirty={isDirty && !saving.isSaving} />
    </form>
  );
}

function DraftText({ draft }: { draft: NonNullable<Workflow['draft']> }) {
  const { t } = useTranslation('admin');
  const mark = '\u0000';
  const text =
    draft.savedBy === null
      ? t('workflows.draft.textNobody', { when: mark })
      : t('workflows.draft.text', { when: mark, name: draft.savedBy });
  const [before, after] = text.split(mark);
  return (
    <Text span fz="inherit">
      {before}
      <Time at={draft.savedAt} />
      {after}
    </Text>
  );
}
