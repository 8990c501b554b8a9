import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Access, accesses } from './service-desk-queries.ts';

interface AccessChoiceProps {
  readonly value: Access;
  readonly onChange: (access: Access) => void;
  readonly error?: ReactNode;
  /** what a change will do */
  readonly consequence?: ReactNode;
}

/** Who may raise requests: people who are named, organizations too, or everyone with an account. */
export function AccessChoice({ value, onChange, error, consequence }: AccessChoiceProps) {
  const { t } = useTranslation('admin');
  return (
    <Radio.Group
      label={t('serviceDesks.access.label')}
      value={value}
      onChange={(chosen) => onChange(accesses.find((access) => access === chosen) ?? 'restricted')}
      error={error}
    >
      <Stack gap="xs" mt={6}>
        {accesses.map((access) => (
          <Radio
            key={access}
            value={access}
            label={t(`serviceDesks.access.${access}`)}
            description={t(`serviceDesks.access.${access}Help`)}
          />
        ))}
        {consequence}
      </Stack>
    </Radio.Group>
  );
}
