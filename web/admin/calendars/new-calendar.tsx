import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../kit/components/time.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import {
  addCalendar,
  type Calendar,
  type CalendarInput,
  calendarQuery,
  calendarsQuery,
} from './calendar-queries.ts';
import { weekdays } from './week.ts';
import { ZoneSelect } from './zone-select.tsx';

interface NewCalendarProps {
  readonly deskId: string;
  /** those that the new one can begin as a copy of */
  readonly calendars: readonly Calendar[];
  readonly onClose: () => void;
}

/** Makes a calendar to begin with; its hours and holidays are changed on its own page. */
export function NewCalendar({ deskId, calendars, onClose }: NewCalendarProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const own = useTimeZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const form = useForm({ initialValues: { name: '', timeZone: own, from: 'weekdays' } });
  const saving = useSave({
    fields: ['name', 'timeZone'],
    setErrors: form.setErrors,
    save: ({ name, timeZone, from }: typeof form.values) =>
      addCalendar(deskId, { name, timeZone, ...timesOf(from, calendars) }),
    onSaved(made) {
      tellDone(t('calendars.new.made', { name: made.name }));
      queries.setQueryData(calendarQuery(deskId, made.id).queryKey, made);
      void queries.invalidateQueries({ queryKey: calendarsQuery(deskId).queryKey });
      void navigate({
        to: '/admin/service-desks/$id/calendars/$calendarId',
        params: { id: deskId, calendarId: made.id },
      });
    },
  });
  return (
    <Dialog onClose={onClose} title={t('calendars.new.title')} closeOnClickOutside={!form.isDirty()}>
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('calendars.name')}
            required
            data-autofocus
            maxLength={100}
            {...form.getInputProps('name')}
          />
          <NativeSelect
            label={t('calendars.new.from')}
            data={[
              { value: 'weekdays', label: t('calendars.new.weekdays') },
              { value: 'always', label: t('calendars.new.always') },
              ...calendars.map(({ id, name }) => ({
                value: id,
                label: t('calendars.new.copyOf', { name }),
              })),
            ]}
            value={form.values.from}
            onChange={(event) => {
              const from = event.currentTarget.value;
              const copied = calendars.find(({ id }) => id === from);
              form.setValues({ from, ...(copied && { timeZone: copied.timeZone }) });
            }}
          />
          <ZoneSelect
            value={form.values.timeZone}
            error={form.errors['timeZone']}
            onChange={(timeZone) => form.setValues({ timeZone })}
          />
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t('calendars.new.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function timesOf(from: string, calendars: readonly Calendar[]): Pick<CalendarInput, 'hours' | 'holidays'> {
  const copied = calendars.find(({ id }) => id === from);
  if (copied) return { hours: copied.hours, holidays: copied.holidays };
  const days = from === 'always' ? weekdays : weekdays.slice(0, 5);
  const span = from === 'always' ? { start: '00:00', end: '24:00' } : { start: '09:00', end: '17:00' };
  return { hours: Object.fromEntries(days.map((day) => [day, [span]])), holidays: [] };
}
