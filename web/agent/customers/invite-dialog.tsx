import { Button, Checkbox, Group, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { Note } from '../../kit/plain/note.tsx';
import type { Desk } from '../desks/desk-queries.ts';
import { invitationsQuery, invite, organizationsQuery } from './customers-queries.ts';

interface Values {
  readonly addresses: string;
  readonly organizationId: string | null;
  readonly note: string;
  readonly locale: string;
  readonly days: number | string;
  readonly requiresSecondFactor: boolean;
}

const fields = new Set(['addresses', 'organizationId', 'note', 'days']);

/** Invites one or many people to the portal of a desk, and says of each who was not taken why. */
export function InviteDialog({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const element = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const organizations = useQuery(organizationsQuery(desk.id)).data ?? [];
  const form = useForm<Values>({
    initialValues: {
      addresses: '',
      organizationId: null,
      note: '',
      locale: 'en',
      days: 14,
      requiresSecondFactor: false,
    },
  });
  const sending = useMutation({
    mutationFn: (values: Values) =>
      invite({
        ...values,
        portalId: desk.id,
        locale: values.locale === 'de' ? 'de' : 'en',
        days: Number(values.days) || 14,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: invitationsQuery(desk.id).queryKey }),
    onError: (error) => {
      const errors = Object.entries(error instanceof ApiError ? error.errors : {});
      const ofFields = errors.filter(([name]) => fields.has(name));
      const others = errors.filter(([name]) => !fields.has(name)).map(([, message]) => message);
      form.setErrors(Object.fromEntries(ofFields));
      setProblem(others.join(' ') || (ofFields.length > 0 ? null : errorText(error)));
      requestAnimationFrame(() =>
        element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
    },
  });
  const outcome = sending.data;
  return (
    <Dialog
      onClose={onClose}
      title={t('customers.new.title', { portal: desk.portalName })}
      closeOnClickOutside={false}
    >
      {outcome ? (
        <Stack gap="md">
          <Text size="sm" role="status">
            {t('customers.new.done', { count: outcome.invited.length })}
          </Text>
          {outcome.refused.length > 0 ? (
            <div>
              <Text size="sm" fw={600}>
                {t('customers.new.refused')}
              </Text>
              {outcome.refused.map(({ text, problem: reason }) => (
                <Text key={text} size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {text}: {reason}
                </Text>
              ))}
            </div>
          ) : null}
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              {t('customers.new.close')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form
          ref={element}
          noValidate
          onSubmit={form.onSubmit((values) => {
            setProblem(null);
            if (!sending.isPending) sending.mutate(values);
          })}
        >
          <Stack gap="md">
            <Text size="sm">{t('customers.new.text')}</Text>
            <Textarea
              label={t('customers.new.addresses')}
              description={t('customers.new.addressesHelp')}
              autosize
              minRows={3}
              maxRows={10}
              required
              data-autofocus
              {...form.getInputProps('addresses')}
            />
            {organizations.length > 0 ? (
              <Select
                label={t('customers.new.organization')}
                placeholder={t('customers.new.noOrganization')}
                data={organizations.map(({ id, name }) => ({ value: String(id), label: name }))}
                searchable
                clearable
                {...form.getInputProps('organizationId')}
              />
            ) : null}
            <Checkbox
              label={t('customers.new.factor')}
              description={t('customers.new.factorHelp')}
              {...form.getInputProps('requiresSecondFactor', { type: 'checkbox' })}
            />
            <Textarea
              label={t('customers.new.note')}
              autosize
              maxLength={1000}
              {...form.getInputProps('note')}
            />
            <Group grow align="flex-start">
              <Select
                label={t('customers.new.language')}
                data={[
                  { value: 'en', label: 'English' },
                  { value: 'de', label: 'Deutsch' },
                ]}
                allowDeselect={false}
                {...form.getInputProps('locale')}
              />
              <NumberInput
                label={t('customers.new.days')}
                min={1}
                max={60}
                allowDecimal={false}
                {...form.getInputProps('days')}
              />
            </Group>
            {problem === null ? null : (
              <Note tone="error" role="alert" title={t('customers.new.failed')}>
                {problem}
              </Note>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('customers.new.cancel')}
              </Button>
              <Button type="submit" loading={sending.isPending}>
                {t('customers.new.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
