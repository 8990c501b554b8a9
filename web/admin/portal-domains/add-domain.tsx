import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { addPortalDomain, allPortalsQuery, type PortalDomain } from './domain-queries.ts';

interface Values {
  host: string;
  portalId: string | null;
}

/** Gives a portal a domain; everything else is decided on the domain's page. */
export function AddDomain({
  onClose,
  onAdded,
}: {
  onClose: () => void;
  onAdded: (domain: PortalDomain) => void;
}) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const portals = useQuery(allPortalsQuery).data;
  const only = portals?.length === 1 ? (portals[0]?.id ?? null) : null;
  const form = useForm<Values>({ initialValues: { host: '', portalId: null } });
  const portalId = form.values.portalId ?? only;
  const saving = useSave({
    fields: ['host', 'portalId'],
    setErrors: form.setErrors,
    save: ({ host }: Values) =>
      addPortalDomain({ host, portalId: portalId ?? '0', signInAt: 'site', isMain: false }),
    async onSaved(domain: PortalDomain) {
      await queries.invalidateQueries({ queryKey: ['portal-domains'] });
      onClose();
      onAdded(domain);
    },
  });
  return (
    <Dialog onClose={onClose} title={t('portalDomains.new.title')} closeOnClickOutside={!form.isDirty()}>
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('portalDomains.host')}
            description={t('portalDomains.hostHelp')}
            placeholder="help.acme.example"
            required
            data-autofocus
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            inputMode="url"
            maxLength={260}
            {...form.getInputProps('host')}
          />
          <Select
            label={t('portalDomains.portal')}
            required
            allowDeselect={false}
            searchable
            nothingFoundMessage={t('portalDomains.noPortals')}
            data={(portals ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('portalId')}
            value={portalId}
          />
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t('portalDomains.new.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
