import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { administeredDesksQuery, type ServiceDesk } from '../service-desks/service-desk-queries.ts';
import { type Calendar, calendarsQuery, copyCalendar } from './calendar-queries.ts';

interface CopyCalendarProps {
  readonly deskId: string;
  readonly calendar: Calendar;
  readonly onClose: () => void;
}

/** Copies a calendar, as it is saved, within its desk or to another. */
export function CopyCalendar(props: CopyCalendarProps) {
  const { t } = useTranslation('admin');
  const query = useQuery(administeredDesksQuery);
  return (
    <Dialog onClose={props.onClose} title={t('calendars.copy.title', { name: props.calendar.name })}>
      {query.data ? <CopyForm {...props} desks={query.data} /> : <QueryState query={query} lines={3} />}
    </Dialog>
  );
}

function CopyForm({
  deskId,
  calendar,
  desks,
  onClose,
}: CopyCalendarProps & { desks: readonly ServiceDesk[] }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { serviceDeskId: deskId, name: '' } });
  const saving = useSave({
    fields: ['name', 'serviceDeskId'],
    setErrors: form.setErrors,
    save: ({ serviceDeskId, name }: typeof form.values) =>
      copyCalendar(
        { serviceDeskId: deskId, calendarId: calendar.id },
        { serviceDeskId, ...(name.trim() !== '' && { name }) },
      ),
    onSaved(made) {
      tellDone(t('calendars.copy.done', { name: calendar.name }));
      void queries.invalidateQueries({ queryKey: calendarsQuery(made.serviceDeskId).queryKey });
      onClose();
      void navigate({
        to: '/admin/service-desks/$id/calendars/$calendarId',
        params: { id: made.serviceDeskId, calendarId: made.id },
      });
    },
  });
  return (
    <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
      <Stack gap="md">
        <NativeSelect
          label={t('calendars.copy.desk')}
          data-autofocus
          data={desks.map(({ id, _portico }) => ({ value: id, label: _portico.portalName }))}
          {...form.getInputProps('serviceDeskId')}
        />
        <TextInput
          label={t('calendars.copy.name')}
          placeholder={
            form.values.serviceDeskId === deskId
              ? t('calendars.copy.sameDesk', { name: calendar.name })
              : calendar.name
          }
          maxLength={100}
          {...form.getInputProps('name')}
        />
        <FormProblem problem={saving.problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" loading={saving.isSaving}>
            {t('calendars.copy.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
