import { ActionIcon, TextInput } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { generatePassword } from '../passwords/generate-password.ts';

interface GeneratedPasswordProps {
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error?: ReactNode;
}

/** A password made for somebody else: shown, so that it can be passed on, and replaceable by another. */
export function GeneratedPassword({ value, onChange, error }: GeneratedPasswordProps) {
  const { t } = useTranslation('admin');
  return (
    <TextInput
      label={t('people.new.password')}
      description={t('people.new.passwordHelp', { rule: t('password.rule') })}
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      autoComplete="off"
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      rightSection={
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('people.new.regenerate')}
          title={t('people.new.regenerate')}
          onClick={() => onChange(generatePassword())}
        >
          <IconRefresh size={18} aria-hidden="true" />
        </ActionIcon>
      }
    />
  );
}
