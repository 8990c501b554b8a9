import { MultiSelect, Radio, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Note } from '../../kit/plain/note.tsx';
import { fieldOf } from '../forms/field-of.ts';
import { serviceDesksQuery } from '../service-desks/service-desk-queries.ts';
import type { ProviderValues } from './provider-values.ts';

/** How a provider is called, and on whose sign-in pages it has a button. */
export function GeneralFields({ form }: { form: UseFormReturnType<ProviderValues> }) {
  const { t } = useTranslation('admin');
  const { shownOn } = form.values;
  return (
    <>
      <TextInput
        label={t('signIn.fields.name')}
        description={t('signIn.nameHelp')}
        required
        maxLength={100}
        {...form.getInputProps('name')}
      />
      <Radio.Group label={t('signIn.fields.shownOn')} {...form.getInputProps('shownOn')}>
        <Stack gap="xs" mt="xs">
          <Radio value="none" label={t('signIn.shownOn.none')} description={t('signIn.shownOn.noneHelp')} />
          <Radio
            value="listed"
            label={t('signIn.shownOn.listed')}
            description={t('signIn.shownOn.listedHelp')}
          />
          <Radio value="all" label={t('signIn.shownOn.all')} />
        </Stack>
      </Radio.Group>
      {shownOn === 'listed' ? <PortalPicker form={form} /> : null}
      {shownOn === 'none' ? null : (
        <>
          <Note tone="info" role="status">
            {t('signIn.shownOn.warning')}
          </Note>
          <TextInput
            label={t('signIn.fields.buttonText')}
            description={t('signIn.buttonTextHelp')}
            maxLength={100}
            {...form.getInputProps('buttonText')}
          />
        </>
      )}
    </>
  );
}

function PortalPicker({ form }: { form: UseFormReturnType<ProviderValues> }) {
  const { t } = useTranslation('admin');
  const { data } = useInfiniteQuery(serviceDesksQuery);
  const desks = data?.pages.flatMap((page) => page.values) ?? [];
  return (
    <MultiSelect
      label={t('signIn.fields.portalIds')}
      data={desks.map(({ id, _portico }) => ({ value: id, label: _portico.portalName }))}
      searchable
      nothingFoundMessage={t('signIn.portalsNone')}
      {...fieldOf(form, 'portalIds')}
    />
  );
}
