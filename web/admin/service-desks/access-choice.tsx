import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Access } from './service-desk-queries.ts';

interface AccessChoiceProps {
  readonly value: Access;
  readonly onChange: (access: Access) => void;
  readonly error?: ReactNode;
  /** what a change will do */
  readonly consequence?: string | null;
}

/** Who may raise requests: everyone with an account, or those named. */
export function AccessChoice({ value, onChange, error, consequence }: AccessChoiceProps) {
  const { t } = useTranslation('admin');
  return (
    <Radio.Group
      label={t('serviceDesks.access.label')}
      value={value}
      onChange={(access) => onChange(access === 'open' ? 'open' : 'restricted')}
      error={error}
      description={consequence}
    >
      <Stack gap="xs" mt={6}>
        <Radio
          value="restricted"
          label={t('serviceDesks.access.restricted')}
          description={t('serviceDesks.access.restrictedHelp')}
        />
        <Radio
          value="open"
          label={t('serviceDesks.access.open')}
          description={t('serviceDesks.access.openHelp')}
        />
      </Stack>
    </Radio.Group>
  );
}
