import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Shortest password that the server takes, in characters. */
const shortestPassword = 12;

/** A new password: its rules are said beforehand, and how far it is from being long enough while it is typed. */
export function PasswordField({ value, ...props }: PasswordInputProps & { value: string }) {
  const { t } = useTranslation('admin');
  const missing = shortestPassword - [...value].length;
  return (
    <PasswordInput
      value={value}
      description={t('password.rule')}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      inputContainer={(input) => (
        <>
          {input}
          <small aria-live="polite">
            {value === ''
              ? ''
              : missing > 0
                ? t('password.length', { count: missing })
                : t('password.longEnough')}
          </small>
        </>
      )}
      {...props}
    />
  );
}
