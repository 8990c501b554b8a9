import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../kit/notices.ts';
import { mergeNewest } from '../forms/merge.ts';
import { useSave } from '../forms/use-save.ts';
import { type ServiceDesk, serviceDeskQuery } from './service-desk-queries.ts';

interface DeskFormOptions<Values> {
  readonly desk: ServiceDesk;
  readonly valuesOf: (desk: ServiceDesk) => Values;
  readonly fields: readonly (keyof Values & string)[];
  readonly save: (values: Values, version: number) => Promise<ServiceDesk>;
}

/**
 * A form over some of a desk's settings, which others may change meanwhile, here or elsewhere: what is not touched follows
 * them, and what is typed stays until it is saved.
 */
export function useDeskForm<Values extends Record<string, unknown>>({
  desk,
  valuesOf,
  fields,
  save,
}: DeskFormOptions<Values>) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  // what the form began with
  const [seen, setSeen] = useState({ settings: valuesOf(desk), version: desk._portico.version });
  const [staleness, setStaleness] = useState<string | null>(null);
  const form = useForm<Values>({ initialValues: seen.settings });
  const { queryKey } = serviceDeskQuery(desk.id);

  function begin(newest: ServiceDesk, values = valuesOf(newest)) {
    setSeen({ settings: valuesOf(newest), version: newest._portico.version });
    setStaleness(null);
    form.setInitialValues(valuesOf(newest));
    form.setValues(values);
  }
  // another form of the same desk has saved
  const follow = useEffectEvent((newest: ServiceDesk) => {
    if (newest._portico.version <= seen.version) return;
    begin(newest, mergeNewest(seen.settings, form.values, valuesOf(newest)).values);
  });
  useEffect(() => follow(desk), [desk]);

  const saving = useSave({
    fields: [...fields],
    setErrors: form.setErrors,
    save: (values: Values) => save(values, seen.version),
    async onSaved(saved) {
      begin(saved);
      queries.setQueryData(queryKey, saved);
      tellDone(t('form.saved'));
      await queries.invalidateQueries({ queryKey: ['service-desks'] });
    },
    onRefused(error) {
      if (error.status !== 409 || error.errorMessages.length === 0) return false;
      setStaleness(error.errorMessages.join(' '));
      return true;
    },
  });

  /** what the end of the form shows (FormEnd) */
  const end = {
    stale: {
      text: staleness,
      title: t('serviceDesks.conflict.title'),
      advice: t('serviceDesks.conflict.text'),
      action: t('serviceDesks.conflict.load'),
      async onTake() {
        const newest = await queries.fetchQuery({ ...serviceDeskQuery(desk.id), staleTime: 0 });
        begin(newest, mergeNewest(seen.settings, form.values, valuesOf(newest)).values);
      },
    },
    saving,
    isDirty: form.isDirty(),
    onDiscard() {
      form.reset();
      saving.clearProblem();
      setStaleness(null);
    },
  };
  return { form, seen: seen.settings, saving, end };
}
