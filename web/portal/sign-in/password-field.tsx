import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type Ref, useState } from 'react';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { IconButton } from '../../kit/plain/button.tsx';
import { Field } from '../../kit/plain/field.tsx';
import classes from './sign-in-page.module.css';

interface PasswordFieldProps {
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Asks for the password that somebody has, and shows it when they want to see what they type. */
export function PasswordField({ value, onChange, error, ref }: PasswordFieldProps) {
  const { t } = useTranslation('sign-in');
  const [isVisible, setIsVisible] = useState(false);
  return (
    <Field label={t('password')} error={error}>
      {(described) => (
        <div className={classes['password']}>
          <input
            ref={ref}
            {...described}
            type={isVisible ? 'text' : 'password'}
            name="password"
            autoComplete="current-password"
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          <IconButton
            label={t(isVisible ? 'hide' : 'show')}
            onClick={() => setIsVisible((before) => !before)}
          >
            {isVisible ? (
              <IconEyeOff size={18} aria-hidden="true" />
            ) : (
              <IconEye size={18} aria-hidden="true" />
            )}
          </IconButton>
        </div>
      )}
    </Field>
  );
}
