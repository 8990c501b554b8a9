import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { DomainsInput } from '../domains/domains-input.tsx';
import { fieldOf } from '../forms/field-of.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { changeOrganization, createOrganization } from './organization-queries.ts';

interface Values {
  name: string;
  domains: string[];
}

/** Adds an organization and leads to it. */
export function NewOrganization({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<Values>({ initialValues: { name: '', domains: [] } });
  const saving = useSave({
    fields: ['name', 'domains'],
    setErrors: form.setErrors,
    async save({ name, domains }: Values) {
      const { id } = await createOrganization(name);
      if (domains.length === 0) return { id, refusal: null };
      // The name stands by now; a refused domain must not hide that.
      const refusal = await changeOrganization(id, { domains }).then(
        () => null,
        (error: unknown) => error,
      );
      return { id, refusal };
    },
    async onSaved({ id, refusal }, { name }) {
      await queries.invalidateQueries({ queryKey: ['organizations'] });
      if (refusal) {
        const reason = refusal instanceof ApiError ? refusal.message : '';
        tellFailure(t('organizations.new.partial', { name }), reason);
      } else tellDone(t('organizations.new.done', { name }));
      onClose();
      await navigate({ to: '/admin/organizations/$id', params: { id } });
    },
  });
  return (
    <Dialog onClose={onClose} title={t('organizations.new.title')} closeOnClickOutside={!form.isDirty()}>
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('organizations.new.name')}
            required
            data-autofocus
            maxLength={200}
            {...form.getInputProps('name')}
          />
          <DomainsInput description={t('organizations.new.domainsHelp')} {...fieldOf(form, 'domains')} />
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t('organizations.new.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
