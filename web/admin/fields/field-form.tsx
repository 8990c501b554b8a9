import { Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
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
import { focusFirstError, useSave } from '../forms/use-save.ts';
import { ContextsEditor } from './contexts-editor.tsx';
import { type EditedField, editedField, errorsAfter, fieldInput, placedErrors } from './edited-field.ts';
import { type CustomField, changeField, fieldQuery } from './field-queries.ts';
import { FieldSettings } from './field-settings.tsx';
import { settingsOf } from './field-types.ts';

/** Everything that is changed of a field, saved at once. */
export function FieldForm({ field }: { field: CustomField }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  // what the form began with; newer values come in only when asked for
  const [seen, setSeen] = useState({
    values: editedField(field),
    version: field.version,
    isArchived: field.isArchived,
  });
  const [values, setValues] = useState(seen.values);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [staleness, setStaleness] = useState<string | null>(null);
  const query = fieldQuery(field.id);
  // archived or restored on this page: what is being typed stays, and can be saved
  if (field.isArchived !== seen.isArchived && field.version === seen.version + 1) {
    setSeen({ ...seen, version: field.version, isArchived: field.isArchived });
  }
  const begin = (newest: CustomField) =>
    setSeen({ values: editedField(newest), version: newest.version, isArchived: newest.isArchived });

  const saving = useSave({
    fields: [],
    setErrors: () => {},
    save: (edited: EditedField) =>
      saveOrStale(
        () => changeField(field.id, fieldInput(edited, seen.version)),
        seen.version,
        () => queries.fetchQuery({ ...query, staleTime: 0 }),
      ),
    onSaved(saved) {
      setStaleness(null);
      setErrors({});
      begin(saved);
      setValues(editedField(saved));
      queries.setQueryData(query.queryKey, saved);
      tellDone(t('form.saved'));
      void queries.invalidateQueries({ queryKey: ['fields'] });
      void queries.invalidateQueries({ queryKey: ['form-fields'] });
    },
    onRefused(error) {
      const stale = stalenessOf(error);
      setStaleness(stale);
      if (stale !== null) return true;
      setErrors(placedErrors(values, error.errors));
      if (Object.keys(error.errors).length === 0) return false;
      focusFirstError(saving.form);
      return true;
    },
  });
  async function takeNewest() {
    const newest = await queries.fetchQuery({ ...query, staleTime: 0 });
    setValues(mergeNewest(seen.values, values, editedField(newest)).values);
    begin(newest);
    setStaleness(null);
  }
  function set(change: Partial<EditedField>) {
    const changed = { ...values, ...change };
    setValues(changed);
    setErrors(errorsAfter(errors, values, changed));
  }
  const isDirty = JSON.stringify(values) !== JSON.stringify(seen.values);
  const unplaced = ['contexts', 'settings', 'type'].flatMap((place) => errors[place] ?? []);
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
      <Stack gap="lg">
        <Paper p="lg">
          <Stack gap="md" maw="36rem">
            <Title order={2} size="h4">
              {t('fields.general')}
            </Title>
            <TextInput
              label={t('fields.name')}
              description={t('fields.nameHelp')}
              required
              maxLength={255}
              value={values.name}
              error={errors['name']}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            <Textarea
              label={t('fields.description')}
              description={t('fields.descriptionHelp')}
              autosize
              minRows={2}
              maxLength={2000}
              value={values.description}
              error={errors['description']}
              onChange={(event) => set({ description: event.currentTarget.value })}
            />
            <Text size="sm" c="dimmed">
              {t('fields.key', { key: field.key })}
            </Text>
          </Stack>
        </Paper>
        {settingsOf(field.type).length === 0 ? null : (
          <Paper p="lg">
            <Stack gap="md" maw="36rem">
              <Title order={2} size="h4">
                {t('fields.settings.title')}
              </Title>
              <FieldSettings
                type={field.type}
                settings={values.settings}
                onChange={(settings) => set({ settings })}
                errors={errors}
              />
            </Stack>
          </Paper>
        )}
        <ContextsEditor
          type={field.type}
          settings={values.settings}
          contexts={values.contexts}
          errors={errors}
          onChange={(contexts) => set({ contexts })}
        />
        {staleness === null ? null : (
          <StaleAlert
            title={t('fields.conflict.title')}
            text={staleness}
            advice={t('fields.conflict.text')}
            action={t('fields.conflict.load')}
            onTake={takeNewest}
          />
        )}
        <FormProblem problem={unplaced.length > 0 ? unplaced.join(' ') : saving.problem} />
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
      </Stack>
      <UnsavedGuard isDirty={isDirty && !saving.isSaving} />
    </form>
  );
}
