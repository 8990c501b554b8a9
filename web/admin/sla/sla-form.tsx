import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../kit/notices.ts';
import { FormEnd } from '../forms/form-end.tsx';
import { mergeNewest } from '../forms/merge.ts';
import { saveOrStale, stalenessOf } from '../forms/stale.ts';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { focusFirstError, useSave } from '../forms/use-save.ts';
import { type EditedSla, editedSla, errorsAfter, placedErrors, problemsOf, slaInput } from './edited-sla.ts';
import { RecomputeProgress } from './recompute-progress.tsx';
import { ScopeChoice } from './scope-choice.tsx';
import { SlaDefinition } from './sla-definition.tsx';
import { SlaPreview } from './sla-preview.tsx';
import {
  type CalendarChoice,
  changeSla,
  createSla,
  type Metric,
  recomputesQuery,
  type Scope,
  type StatusChoice,
  slaQuery,
  slasQuery,
} from './sla-queries.ts';
import { useTrial } from './use-trial.ts';

interface SlaFormProps {
  readonly deskId: string;
  /** null: a new one */
  readonly sla: Metric | null;
  /** what a new one begins with */
  readonly from: EditedSla;
  readonly statuses: readonly StatusChoice[];
  readonly calendars: readonly CalendarChoice[];
  readonly onSaved: (saved: Metric) => void;
}

/** Everything of a service level, tried on requests while it is changed, and saved at once. */
export function SlaForm({ deskId, sla, from, statuses, calendars, onSaved }: SlaFormProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  // what the form began with; newer values come in only when asked for
  const [seen, setSeen] = useState(() => ({
    values: sla ? editedSla(sla) : from,
    version: sla?.version ?? 0,
  }));
  const [values, setValues] = useState(seen.values);
  const [scope, setScope] = useState<Scope>('open');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [staleness, setStaleness] = useState<string | null>(null);
  const trial = useTrial(deskId, sla?.id ?? null, values);
  const newest = () => queries.fetchQuery({ ...slaQuery(deskId, sla?.id ?? ''), staleTime: 0 });

  const saving = useSave({
    // placed by onRefused
    fields: [],
    setErrors: () => {},
    save(edited: EditedSla) {
      const input = slaInput(edited);
      if (!sla) return createSla(deskId, input, scope);
      const named = { id: sla.id, version: seen.version };
      return saveOrStale(() => changeSla(deskId, named, input, scope), seen.version, newest);
    },
    onSaved(saved) {
      setStaleness(null);
      setErrors({});
      setSeen({ values: editedSla(saved), version: saved.version });
      setValues(editedSla(saved));
      queries.setQueryData(slaQuery(deskId, saved.id).queryKey, saved);
      void queries.invalidateQueries({ queryKey: slasQuery(deskId).queryKey });
      void queries.invalidateQueries({ queryKey: recomputesQuery(deskId).queryKey });
      tellDone(sla ? t('form.saved') : t('slas.created', { name: saved.name }));
      onSaved(saved);
    },
    onRefused(error) {
      const stale = stalenessOf(error);
      setStaleness(stale);
      if (stale !== null) return true;
      const { placed, others } = placedErrors(error.errors);
      setErrors(placed);
      if (Object.keys(placed).length > 0) focusFirstError(saving.form);
      // what no field can show is said at the end
      return others.length === 0 && Object.keys(placed).length > 0;
    },
  });
  function submit() {
    const problems = Object.entries(problemsOf(values));
    setErrors(Object.fromEntries(problems.map(([place, problem]) => [place, t(`slas.problem.${problem}`)])));
    if (problems.length > 0) return focusFirstError(saving.form);
    saving.save(values);
  }
  async function takeNewest() {
    const { version, ...rest } = await newest();
    const theirs = editedSla({ version, ...rest });
    setValues(mergeNewest(seen.values, values, theirs).values);
    setSeen({ values: theirs, version });
    setStaleness(null);
  }
  const isDirty = !sla || JSON.stringify(values) !== JSON.stringify(seen.values);
  return (
    <form
      ref={saving.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="lg">
        <SlaDefinition
          sla={values}
          statuses={statuses}
          calendars={calendars}
          errors={errors}
          onChange={(change) => {
            setValues({ ...values, ...change });
            setErrors(errorsAfter(errors, change));
          }}
        />
        <SlaPreview trial={trial} />
        {isDirty ? (
          <ScopeChoice isNew={!sla} scope={scope} preview={trial.query.data ?? null} onChange={setScope} />
        ) : (
          <RecomputeProgress deskId={deskId} />
        )}
        <FormEnd
          stale={{
            text: staleness,
            title: t('slas.conflict.title'),
            advice: t('slas.conflict.text'),
            action: t('slas.conflict.load'),
            onTake: takeNewest,
          }}
          saving={saving}
          isDirty={isDirty}
          onDiscard={() => {
            setValues(seen.values);
            setErrors({});
            setStaleness(null);
            saving.clearProblem();
          }}
        />
      </Stack>
      <UnsavedGuard isDirty={JSON.stringify(values) !== JSON.stringify(seen.values) && !saving.isSaving} />
    </form>
  );
}
