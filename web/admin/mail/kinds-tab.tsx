import { Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../kit/components/states.tsx';
import classes from './mail.module.css';
import { MailBody } from './mail-body.tsx';
import { kindPreviewQuery, kindsQuery } from './mail-queries.ts';

const languages = ['en', 'de'] as const;

/** What each kind of mail looks like. */
export function KindsTab() {
  const { t } = useTranslation('admin');
  const kinds = useQuery(kindsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const [language, setLanguage] = useState<(typeof languages)[number]>('en');
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
      </Group>
      {kind.isSecret ? (
        <Text size="sm" c="dimmed">
          {t('mail.kinds.secret')}
        </Text>
      ) : null}
      <Preview name={kind.name} language={language} />
    </Stack>
  );
}

function Preview({ name, language }: { name: string; language: 'en' | 'de' }) {
  const { t } = useTranslation('admin');
  const preview = useQuery(kindPreviewQuery(name, language));
  if (!preview.data) return <QueryState query={preview} lines={6} />;
  const { subject, text } = preview.data;
  return (
    <>
      <dl className={classes['facts']}>
        <dt>{t('mail.kinds.subject')}</dt>
        <dd>{subject}</dd>
      </dl>
      <MailBody htmlAddress={`/rest/portico/1/mail/template/${name}/html?locale=${language}`} text={text} />
    </>
  );
}
