import { Button, Stack, Tabs } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { mergeNewest } from '../forms/merge.ts';
import { SaveButtons } from '../forms/save-buttons.tsx';
import { saveOrStale, stalenessOf } from '../forms/stale.ts';
import { StaleAlert } from '../forms/stale-alert.tsx';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { focusOnceDrawn, useSave } from '../forms/use-save.ts';
import { GiveWorkflow } from '../workflows/give-workflow.tsx';
import { AboutFields, type AboutValues } from './about-fields.tsx';
import classes from './builder.module.css';
import { FormBuilder } from './form-builder.tsx';
import {
  type EntryErrors,
  entriesOf,
  entryErrors,
  errorsAfter,
  type FormEntries,
  inputOf,
} from './form-entries.ts';
import {
  type AskableField,
  changeRequestType,
  type EditedType,
  editedTypeQuery,
  type RequestTypes,
  requestTypesQuery,
} from './request-type-queries.ts';

interface Values extends AboutValues {
  readonly form: FormEntries;
}

interface RequestTypeFormProps {
  readonly deskId: string;
  readonly type: EditedType;
  readonly fields: readonly AskableField[];
  readonly groups: RequestTypes['groups'];
  readonly workflows: RequestTypes['workflows'];
}

/** Everything that is changed of a request type, saved at once. */
export function RequestTypeForm({ deskId, type, fields, groups, workflows }: RequestTypeFormProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const valuesOf = (edited: EditedType): Values => {
    const { name, description, helpText, icon, workflowId, groupIds } = edited;
    return { name, description, helpText, icon, workflowId, groupIds, form: entriesOf(edited, fields) };
  };
  const seenOf = (edited: EditedType) => ({
    values: valuesOf(edited),
    version: edited.version,
    isArchived: edited.isArchived,
  });
  // what the form began with; newer values come in only when asked for
  const [seen, setSeen] = useState(() => seenOf(type));
  const [values, setValues] = useState(seen.values);
  const [errors, setErrors] = useState<EntryErrors>({});
  const [staleness, setStaleness] = useState<string | null>(null);
  const [isGiving, setIsGiving] = useState(false);
  const [tab, setTab] = useState<'form' | 'about'>('form');
  const query = editedTypeQuery(deskId, type.id);
  // archived or restored on this page: what is being changed stays, and can be saved
  if (type.isArchived !== seen.isArchived && type.version === seen.version + 1) {
    setSeen({ ...seen, version: type.version, isArchived: type.isArchived });
  }

  const saving = useSave({
    fields: [],
    setErrors: () => {},
    save: ({ form, groupIds, ...about }: Values) =>
      saveOrStale(
        () =>
          changeRequestType(deskId, type.id, {
            ...about,
            groupIds: [...groupIds],
            form: inputOf(form),
            version: seen.version,
          }),
        seen.version,
        () => queries.fetchQuery({ ...query, staleTime: 0 }),
      ),
    onSaved(saved) {
      setStaleness(null);
      setErrors({});
      setSeen(seenOf(saved));
      setValues(valuesOf(saved));
      queries.setQueryData(query.queryKey, saved);
      tellDone(t('form.saved'));
      void queries.invalidateQueries({ queryKey: requestTypesQuery(deskId).queryKey });
    },
    onRefused(error) {
      const stale = stalenessOf(error);
      setStaleness(stale);
      if (stale !== null) return true;
      const placed = entryErrors(values.form, error.errors);
      setErrors(placed);
      if (Object.keys(placed).length === 0) return false;
      const { '': elsewhere = {}, ...ofForm } = placed;
      setTab(Object.keys(ofForm).length > 0 || elsewhere['form'] ? 'form' : 'about');
      // where no control is in error, the handle of the first entry that is
      focusOnceDrawn(saving.form, ['[aria-invalid="true"]', '[data-wrong] [data-sort-handle]']);
      return true;
    },
  });
  async function takeNewest() {
    const newest = await queries.fetchQuery({ ...query, staleTime: 0 });
    setValues(mergeNewest(seen.values, values, valuesOf(newest)).values);
    setSeen(seenOf(newest));
    setStaleness(null);
  }
  const isDirty = JSON.stringify(values) !== JSON.stringify(seen.values);
  const elsewhere = errors[''] ?? {};
  const unplaced = Object.entries(elsewhere).flatMap(([place, message]) =>
    aboutPlaces.includes(place) ? [] : [message],
  );
  return (
    <form
      ref={saving.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setErrors({});
        saving.save(values);
      }}
    >
      <Stack gap="md">
        <Tabs value={tab} onChange={(chosen) => setTab(chosen === 'about' ? 'about' : 'form')}>
          <Tabs.List>
            <Tabs.Tab value="form">{t('requestTypes.tabs.form')}</Tabs.Tab>
            <Tabs.Tab value="about">{t('requestTypes.tabs.about')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="form" pt="lg">
            <FormBuilder
              form={values.form}
              fields={fields}
              name={values.name}
              helpText={values.helpText}
              errors={errors}
              onChange={(form) => {
                setValues({ ...values, form });
                setErrors(errorsAfter(errors, values.form, form));
              }}
            />
          </Tabs.Panel>
          <Tabs.Panel value="about" pt="lg">
            <AboutFields
              values={values}
              groups={groups}
              workflows={workflows}
              isUsed={type.isUsed}
              changeWorkflow={
                workflows.length > 1 ? (
                  <Button variant="default" size="sm" w="max-content" onClick={() => setIsGiving(true)}>
                    {t('workflows.ofType.change')}
                  </Button>
                ) : null
              }
              errors={elsewhere}
              onChange={(change) => {
                setValues({ ...values, ...change });
                const kept = Object.entries(elsewhere).filter(([place]) => !Object.hasOwn(change, place));
                setErrors({ ...errors, '': Object.fromEntries(kept) });
              }}
            />
          </Tabs.Panel>
        </Tabs>
        {staleness === null ? null : (
          <StaleAlert
            title={t('requestTypes.conflict.title')}
            text={staleness}
            advice={t('requestTypes.conflict.text')}
            action={t('requestTypes.conflict.load')}
            onTake={takeNewest}
          />
        )}
        <FormProblem problem={unplaced.length > 0 ? unplaced.join(' ') : saving.problem} />
        <div className={classes['save']} data-dirty={isDirty || undefined}>
          <SaveButtons
            isDirty={isDirty}
            isSaving={saving.isSaving}
            onDiscard={() => {
              setValues(seen.values);
              setErrors({});
              saving.clearProblem();
              setStaleness(null);
            }}
          />
        </div>
      </Stack>
      <UnsavedGuard isDirty={isDirty && !saving.isSaving} />
      {isGiving ? (
        <GiveWorkflow
          deskId={deskId}
          type={{ id: type.id, name: type.name, version: seen.version }}
          workflows={workflows.filter(({ id }) => id !== seen.values.workflowId)}
          onClose={() => setIsGiving(false)}
          onGiven={({ workflowId, version }) => {
            setIsGiving(false);
            // the rest stays as it is being changed, and can be saved
            setSeen({ ...seen, version, values: { ...seen.values, workflowId } });
            setValues({ ...values, workflowId });
            tellDone(t('workflows.ofType.done', { name: type.name }));
            void queries.invalidateQueries({ queryKey: query.queryKey });
            void queries.invalidateQueries({ queryKey: requestTypesQuery(deskId).queryKey });
            void queries.invalidateQueries({ queryKey: ['workflow'] });
            void queries.invalidateQueries({ queryKey: ['workflows'] });
          }}
        />
      ) : null}
    </form>
  );
}

const aboutPlaces = ['name', 'description', 'helpText', 'icon', 'workflowId', 'groupIds'];
