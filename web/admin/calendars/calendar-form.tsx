import { Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../kit/notices.ts';
import { Note } from '../../kit/plain/note.tsx';
import { FormEnd } from '../forms/form-end.tsx';
import { mergeNewest } from '../forms/merge.ts';
import { saveOrStale, stalenessOf } from '../forms/stale.ts';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { useSave } from '../forms/use-save.ts';
import classes from './calendar.module.css';
import { type Calendar, calendarQuery, calendarsQuery, changeCalendar } from './calendar-queries.ts';
import { HolidaysEditor } from './holidays-editor.tsx';
import { TryIt } from './try-it.tsx';
import { weekdays } from './week.ts';
import { WeekEditor } from './week-editor.tsx';
import { ZoneSelect } from './zone-select.tsx';

type Values = Pick<Calendar, 'name' | 'description' | 'timeZone' | 'hours' | 'holidays'>;

const places = [
  'name',
  'description',
  'timeZone',
  'hours',
  'holidays',
  ...weekdays.map((day) => `hours.${day}`),
];

function valuesOf({ name, description, timeZone, hours, holidays }: Calendar): Values {
  return { name, description, timeZone, hours, holidays };
}

/** Everything that is changed of a calendar, saved at once. */
export function CalendarForm({ deskId, calendar }: { deskId: string; calendar: Calendar }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const query = calendarQuery(deskId, calendar.id);
  // what the form began with; newer values come in only when asked for
  const [seen, setSeen] = useState(() => ({ values: valuesOf(calendar), version: calendar.version }));
  const [values, setValues] = useState(seen.values);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [staleness, setStaleness] = useState<string | null>(null);
  const saving = useSave({
    fields: places,
    setErrors,
    save: (changed: Values) =>
      saveOrStale(
        () => changeCalendar(deskId, calendar.id, { ...changed, version: seen.version }),
        seen.version,
        () => queries.fetchQuery({ ...query, staleTime: 0 }),
      ),
    onSaved(saved) {
      setStaleness(null);
      setErrors({});
      setSeen({ values: valuesOf(saved), version: saved.version });
      setValues(valuesOf(saved));
      queries.setQueryData(query.queryKey, saved);
      tellDone(t(saved.usedBy.length > 0 ? 'calendars.savedForSlas' : 'form.saved'));
      void queries.invalidateQueries({ queryKey: calendarsQuery(deskId).queryKey });
    },
    onRefused(error) {
      const stale = stalenessOf(error);
      setStaleness(stale);
      return stale !== null;
    },
  });
  function change(changes: Partial<Values>) {
    setValues({ ...values, ...changes });
    const isKept = ([place]: [string, string]) => !Object.hasOwn(changes, place.split('.')[0] ?? '');
    setErrors(Object.fromEntries(Object.entries(errors).filter(isKept)));
  }
  async function takeNewest() {
    const newest = await queries.fetchQuery({ ...query, staleTime: 0 });
    setValues(mergeNewest(seen.values, values, valuesOf(newest)).values);
    setSeen({ values: valuesOf(newest), version: newest.version });
    setStaleness(null);
  }
  const isDirty = JSON.stringify(values) !== JSON.stringify(seen.values);
  const names = calendar.usedBy.map(({ name }) => name).join(', ');
  const { timeZone, hours, holidays } = values;
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
        {calendar.usedBy.length > 0 ? (
          <Note tone="info">{t('calendars.used', { count: calendar.usedBy.length, names })}</Note>
        ) : null}
        <Paper p="lg">
          <Stack gap="md" maw="34rem">
            <TextInput
              label={t('calendars.name')}
              required
              maxLength={100}
              value={values.name}
              error={errors['name']}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <Textarea
              label={t('calendars.description')}
              autosize
              minRows={2}
              maxRows={5}
              maxLength={1000}
              value={values.description}
              error={errors['description']}
              onChange={(event) => change({ description: event.currentTarget.value })}
            />
            <ZoneSelect
              value={timeZone}
              error={errors['timeZone']}
              onChange={(chosen) => change({ timeZone: chosen })}
            />
          </Stack>
        </Paper>
        <Part title={t('calendars.week.title')} help={t('calendars.week.help')}>
          <WeekEditor hours={hours} errors={errors} onChange={(changed) => change({ hours: changed })} />
        </Part>
        <Part title={t('calendars.holidays.title')} help={t('calendars.holidays.help')}>
          <HolidaysEditor
            deskId={deskId}
            holidays={holidays}
            error={errors['holidays']}
            onChange={(changed) => change({ holidays: changed })}
          />
        </Part>
        <Part title={t('calendars.try.title')} help={t('calendars.try.help')}>
          <TryIt deskId={deskId} times={{ timeZone, hours, holidays }} />
        </Part>
        <div className={classes['save']} data-dirty={isDirty || undefined}>
          <Stack gap="sm">
            <FormEnd
              saving={saving}
              isDirty={isDirty}
              onDiscard={() => {
                setValues(seen.values);
                setErrors({});
                saving.clearProblem();
                setStaleness(null);
              }}
              stale={{
                text: staleness,
                title: t('calendars.stale.title'),
                advice: t('calendars.stale.advice'),
                action: t('calendars.stale.action'),
                onTake: takeNewest,
              }}
            />
          </Stack>
        </div>
      </Stack>
      <UnsavedGuard isDirty={isDirty && !saving.isSaving} />
    </form>
  );
}

function Part({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <Paper p="lg" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {help}
      </Text>
      {children}
    </Paper>
  );
}
