import { Checkbox, Paper, Radio, Select, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../kit/notices.ts';
import { ConfirmDialog } from '../../kit/plain/confirm-dialog.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { SaveButtons } from '../forms/save-buttons.tsx';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { useSave } from '../forms/use-save.ts';
import {
  allPortalsQuery,
  changePortalDomain,
  type DomainValues,
  type PortalDomain,
  type PortalDomainDetails,
} from './domain-queries.ts';
import { useSiteHost } from './site-host.ts';

type Values = { -readonly [Name in keyof DomainValues]: DomainValues[Name] };

/** What a domain is for. */
export function DomainSettings({ domain }: { domain: PortalDomainDetails }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const site = useSiteHost();
  const portals = useQuery(allPortalsQuery).data ?? [{ id: domain.portal.id, name: domain.portal.name }];
  const [asking, setAsking] = useState<Values | null>(null);
  const { id, host, version } = domain;
  const form = useForm<Values>({ initialValues: valuesOf(domain) });
  const saving = useSave({
    fields: ['portalId', 'isMain', 'signInAt'],
    setErrors: form.setErrors,
    save: (values: Values) => changePortalDomain(id, { ...values, version }),
    async onSaved(saved: PortalDomain) {
      form.setInitialValues(valuesOf(saved));
      form.setValues(valuesOf(saved));
      tellDone(t('portalDomains.saved'));
      await queries.invalidateQueries({ queryKey: ['portal-domains'] });
    },
  });
  const save = (values: Values) => {
    if (values.signInAt === 'domain' && domain.signInAt === 'site') setAsking(values);
    else saving.save(values);
  };
  const isKept = domain.isMain && form.values.portalId === domain.portal.id;
  return (
    <Paper p="lg" component="section" aria-labelledby="domain-settings">
      <form ref={saving.form} onSubmit={form.onSubmit(save)} noValidate>
        <Stack gap="md" maw="44rem">
          <Title order={2} size="h4" id="domain-settings">
            {t('portalDomains.settings')}
          </Title>
          <Select
            label={t('portalDomains.portal')}
            allowDeselect={false}
            searchable
            data={portals.map(({ id: value, name: label }) => ({ value, label }))}
            {...form.getInputProps('portalId')}
          />
          <Radio.Group label={t('portalDomains.signInAt.label')} {...form.getInputProps('signInAt')}>
            <Stack gap="sm" mt="xs">
              <Radio
                value="site"
                label={t('portalDomains.signInAt.site', { host: site })}
                description={t('portalDomains.signInAt.siteHelp', { host: site })}
              />
              <Radio
                value="domain"
                label={t('portalDomains.signInAt.domain')}
                description={t('portalDomains.signInAt.domainHelp')}
              />
            </Stack>
          </Radio.Group>
          <Checkbox
            label={t('portalDomains.isMain')}
            description={t(isKept ? 'portalDomains.isMainOnly' : 'portalDomains.isMainHelp')}
            disabled={isKept}
            {...form.getInputProps('isMain', { type: 'checkbox' })}
          />
          <Text size="sm" c="dimmed">
            {t('portalDomains.passkeys', { host: site })}
          </Text>
          <FormProblem problem={saving.problem} />
          <SaveButtons isDirty={form.isDirty()} isSaving={saving.isSaving} onDiscard={form.reset} />
        </Stack>
      </form>
      <UnsavedGuard isDirty={form.isDirty()} />
      {asking ? (
        <ConfirmDialog
          title={t('portalDomains.switch.title', { host })}
          confirm={t('portalDomains.switch.submit')}
          cancel={t('form.cancel')}
          onConfirm={() => {
            setAsking(null);
            saving.save(asking);
          }}
          onCancel={() => setAsking(null)}
        >
          <p>{t('portalDomains.switch.text', { host, site })}</p>
        </ConfirmDialog>
      ) : null}
    </Paper>
  );
}

function valuesOf({
  portal,
  signInAt,
  isMain,
}: Pick<PortalDomain, 'portal' | 'signInAt' | 'isMain'>): Values {
  return { portalId: portal.id, signInAt, isMain };
}
