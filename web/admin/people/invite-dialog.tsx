import { Button, Checkbox, Group, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { organizationsQuery } from '../organizations/organization-queries.ts';
import { serviceDesksQuery } from '../service-desks/service-desk-queries.ts';
import { invite } from './invite-queries.ts';

interface Values {
  readonly addresses: string;
  readonly portalId: string | null;
  readonly organizationId: string | null;
  readonly note: string;
  readonly locale: string;
  readonly days: number | string;
  readonly requiresSecondFactor: boolean;
}

type Outcome = Awaited<ReturnType<typeof invite>>;

/** Invites one or many people, and says of each who was not taken why. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const desks = useInfiniteQuery(serviceDesksQuery).data?.pages.flatMap(({ values }) => values) ?? [];
  const organizations =
    useInfiniteQuery(organizationsQuery).data?.pages.flatMap(({ values }) => values) ?? [];
  const form = useForm<Values>({
    initialValues: {
      addresses: '',
      portalId: null,
      organizationId: null,
      note: '',
      locale: 'en',
      days: 14,
      requiresSecondFactor: false,
    },
  });
  const saving = useSave({
    fields: ['addresses', 'portalId', 'organizationId', 'note', 'days'],
    setErrors: form.setErrors,
    save: (values: Values) =>
      invite({
        ...values,
        locale: values.locale === 'de' ? 'de' : 'en',
        days: Number(values.days) || 14,
      }),
    onSaved: async (sent) => {
      setOutcome(sent);
      await queries.invalidateQueries({ queryKey: ['invitations'] });
    },
  });
  return (
    <Dialog onClose={onClose} title={t('invitations.new.title')} closeOnClickOutside={false}>
      {outcome ? (
        <Stack gap="md">
          <Text size="sm" role="status">
            {t('invitations.new.done', { count: outcome.invited.length })}
          </Text>
          {outcome.refused.length > 0 ? (
            <div>
              <Text size="sm" fw={600}>
                {t('invitations.new.refused')}
              </Text>
              {outcome.refused.map(({ text, problem }) => (
                <Text key={text} size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {text}: {problem}
                </Text>
              ))}
            </div>
          ) : null}
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('invitations.new.close')}</Button>
          </Group>
        </Stack>
      ) : (
        <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
          <Stack gap="md">
            <Textarea
              label={t('invitations.new.addresses')}
              description={t('invitations.new.addressesHelp')}
              autosize
              minRows={3}
              maxRows={10}
              required
              data-autofocus
              {...form.getInputProps('addresses')}
            />
            <Select
              label={t('invitations.new.portal')}
              placeholder={t('invitations.new.noPortal')}
              data={desks.map((desk) => ({ value: desk.id, label: desk._portico.portalName }))}
              clearable
              {...form.getInputProps('portalId')}
            />
            <Select
              label={t('invitations.new.organization')}
              placeholder={t('invitations.new.noOrganization')}
              data={organizations.map(({ id, name }) => ({ value: id, label: name }))}
              searchable
              clearable
              {...form.getInputProps('organizationId')}
            />
            <Checkbox
              label={t('invitations.new.factor')}
              description={t('invitations.new.factorHelp')}
              {...form.getInputProps('requiresSecondFactor', { type: 'checkbox' })}
            />
            <Textarea
              label={t('invitations.new.note')}
              autosize
              maxLength={1000}
              {...form.getInputProps('note')}
            />
            <Select
              label={t('invitations.new.language')}
              data={[
                { value: 'en', label: 'English' },
                { value: 'de', label: 'Deutsch' },
              ]}
              allowDeselect={false}
              {...form.getInputProps('locale')}
            />
            <NumberInput
              label={t('invitations.new.days')}
              min={1}
              max={60}
              allowDecimal={false}
              {...form.getInputProps('days')}
            />
            <FormProblem problem={saving.problem} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('form.cancel')}
              </Button>
              <Button type="submit" loading={saving.isSaving}>
                {t('invitations.new.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
