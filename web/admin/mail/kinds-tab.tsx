import { Group, Select, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../kit/components/states.tsx';
import { serviceDesksQuery } from '../service-desks/service-desk-queries.ts';
import classes from './mail.module.css';
import { MailBody } from './mail-body.tsx';
import { type KindView, kindPreviewQuery, kindsQuery } from './mail-queries.ts';

const languages = ['en', 'de'] as const;

/** What each kind of mail looks like. */
export function KindsTab() {
  const { t } = useTranslation('admin');
  const kinds = useQuery(kindsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const [language, setLanguage] = useState<(typeof languages)[number]>('en');
  const [portalId, setPortalId] = useState('');
  const desks = useInfiniteQuery(serviceDesksQuery).data?.pages.flatMap(({ values }) => values) ?? [];
  const kind = kinds.data?.find(({ name }) => name === chosen) ?? kinds.data?.[0];
  if (!kind) return <QueryState query={kinds} lines={6} />;
  return (
    <Stack gap="md">
      <Text c="dimmed" size="sm">
        {t('mail.kinds.help')}
      </Text>
      <Group align="flex-end">
        <Select
          label={t('mail.kinds.choose')}
          data={kinds.data?.map(({ name, about }) => ({ value: name, label: about })) ?? []}
          value={kind.name}
          onChange={setChosen}
          allowDeselect={false}
          searchable
          w="min(100%, 30rem)"
        />
        <Select
          label={t('mail.kinds.language')}
          data={languages.map((value) => ({ value, label: t(`mail.kinds.languages.${value}`) }))}
          value={language}
          onChange={(value) => setLanguage(value === 'de' ? 'de' : 'en')}
          allowDeselect={false}
          w="10rem"
        />
        {desks.length > 0 ? (
          <Select
            label={t('mail.kinds.portal')}
            data={[
              { value: '', label: t('mail.kinds.site') },
              ...desks.map((desk) => ({ value: desk.id, label: desk._portico.portalName })),
            ]}
            value={portalId}
            onChange={(value) => setPortalId(value ?? '')}
            allowDeselect={false}
            searchable
            w="min(100%, 16rem)"
          />
        ) : null}
      </Group>
      {kind.isSecret ? (
        <Text size="sm" c="dimmed">
          {t('mail.kinds.secret')}
        </Text>
      ) : null}
      <Preview name={kind.name} view={{ locale: language, portalId }} />
    </Stack>
  );
}

function Preview({ name, view }: { name: string; view: KindView }) {
  const { t } = useTranslation('admin');
  const preview = useQuery(kindPreviewQuery(name, view));
  if (!preview.data) return <QueryState query={preview} lines={6} />;
  const { subject, text, fromName } = preview.data;
  const query = new URLSearchParams({
    locale: view.locale,
    ...(view.portalId !== '' && { portalId: view.portalId }),
  });
  return (
    <>
      <dl className={classes['facts']}>
        {fromName ? (
          <>
            <dt>{t('mail.kinds.from')}</dt>
            <dd>{fromName}</dd>
          </>
        ) : null}
        <dt>{t('mail.kinds.subject')}</dt>
        <dd>{subject}</dd>
      </dl>
      <MailBody htmlAddress={`/rest/portico/1/mail/template/${name}/html?${query}`} text={text} />
    </>
  );
}
