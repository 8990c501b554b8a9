import { Anchor, Button, Group, Paper, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { AuditLink } from '../audit/audit-link.tsx';
import { DomainsInput } from '../domains/domains-input.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { fieldOf } from '../forms/field-of.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { SaveButtons } from '../forms/save-buttons.tsx';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { useSave } from '../forms/use-save.ts';
import { Members } from './members.tsx';
import {
  changeOrganization,
  deleteOrganization,
  type Organization,
  organizationQuery,
} from './organization-queries.ts';

/** One organization: its name, its domains, its members. */
export function OrganizationPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(organizationQuery(id));
  return (
    <Stack gap="lg">
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/organizations" />}>
        ← {t('organizations.back')}
      </Anchor>
      {query.data ? (
        <OrganizationForm key={query.data.id} organization={query.data} />
      ) : (
        <QueryState query={query} />
      )}
      {query.data ? <Members organization={query.data} /> : null}
    </Stack>
  );
}

interface Values {
  name: string;
  domains: string[];
}

function OrganizationForm({ organization }: { organization: Organization }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isDeleting, deleting] = useDisclosure(false);
  const { id, name, _portico: extras } = organization;
  const form = useForm<Values>({ initialValues: { name, domains: extras?.domains ?? [] } });
  const saving = useSave({
    fields: ['name', 'domains'],
    setErrors: form.setErrors,
    save: (values: Values) =>
      changeOrganization(id, {
        ...(form.isDirty('name') ? { name: values.name } : {}),
        ...(form.isDirty('domains') ? { domains: values.domains } : {}),
      }),
    async onSaved(saved) {
      const kept = { name: saved.name, domains: saved._portico?.domains ?? [] };
      form.setInitialValues(kept);
      form.setValues(kept);
      tellDone(t('organizations.edit.done'));
      await queries.invalidateQueries({ queryKey: ['organization', id] });
      await queries.invalidateQueries({ queryKey: ['organizations'] });
    },
  });
  const isDirty = form.isDirty();
  return (
    <>
      <Group justify="space-between">
        <PageTitle title={name} />
        <Group gap="xs">
          <AuditLink object={`organization:${id}`} />
          <Button variant="subtle" color="red" onClick={deleting.open}>
            {t('organizations.delete.action')}
          </Button>
        </Group>
      </Group>
      <Paper p="lg">
        <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
          <Stack gap="md" maw="34rem">
            <TextInput
              label={t('organizations.new.name')}
              required
              maxLength={200}
              {...form.getInputProps('name')}
            />
            <DomainsInput description={t('organizations.edit.domainsHelp')} {...fieldOf(form, 'domains')} />
            <FormProblem problem={saving.problem} />
            <SaveButtons isDirty={isDirty} isSaving={saving.isSaving} onDiscard={form.reset} />
          </Stack>
        </form>
      </Paper>
      <UnsavedGuard isDirty={isDirty && !saving.isSaving} />
      {isDeleting ? (
        <ConfirmAct
          title={t('organizations.delete.title', { name })}
          submit={t('organizations.delete.submit')}
          isDanger
          act={() => deleteOrganization(id)}
          onCancel={deleting.close}
          onDone={() => {
            form.reset();
            deleting.close();
            tellDone(t('organizations.delete.done', { name }));
            queries.removeQueries({ queryKey: ['organization', id] });
            void queries.invalidateQueries({ queryKey: ['organizations'] });
            void navigate({ to: '/admin/organizations', ignoreBlocker: true });
          }}
        >
          <p>{t('organizations.delete.text', { count: extras?.memberCount ?? 0 })}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}
