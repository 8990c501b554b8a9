import { Button, Group, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { focusFirstError, useSave } from '../forms/use-save.ts';
import { ProviderFields } from './provider-fields.tsx';
import { createProvider, type Protocol, providerQuery } from './provider-queries.ts';
import {
  formErrors,
  inputOf,
  newProviderValues,
  type ProviderValues,
  shownFields,
} from './provider-values.ts';
import { useRequiredFields } from './use-required-fields.ts';

/** A new provider. It begins disabled: enabling it, which changes who can sign in, is a step of its own. */
export function NewProvider({ protocol }: { protocol: Protocol }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const validate = useRequiredFields(protocol);
  const form = useForm<ProviderValues>({ initialValues: newProviderValues, validate });
  const saving = useSave({
    fields: shownFields,
    setErrors: (errors) => form.setErrors(formErrors(errors)),
    save: (values: ProviderValues) => createProvider(inputOf(protocol, values, false)),
    async onSaved(provider) {
      queries.setQueryData(providerQuery(provider.id).queryKey, provider);
      await queries.invalidateQueries({ queryKey: ['identity-providers'] });
      tellDone(t('signIn.new.done', { name: provider.name }));
      await navigate({ to: '/admin/sign-in/$id', params: { id: provider.id }, ignoreBlocker: true });
    },
  });
  return (
    <>
      <div>
        <PageTitle title={t(protocol === 'saml' ? 'signIn.new.samlTitle' : 'signIn.new.oidcTitle')} />
        <Text c="dimmed" size="sm" maw="40rem">
          {t('signIn.new.help')}
        </Text>
      </div>
      <form
        ref={saving.form}
        onSubmit={form.onSubmit(saving.save, () => focusFirstError(saving.form))}
        noValidate
      >
        <ProviderFields form={form} protocol={protocol} hasSecret={false}>
          <FormProblem problem={saving.problem} />
          <Group>
            <Button type="submit" loading={saving.isSaving}>
              {t('signIn.new.submit')}
            </Button>
          </Group>
        </ProviderFields>
      </form>
      <UnsavedGuard isDirty={form.isDirty() && !saving.isSaving} />
    </>
  );
}
