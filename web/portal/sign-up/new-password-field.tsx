import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type Ref, useRef, useState } from 'react';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { IconButton } from '../../kit/plain/button.tsx';
import { Field } from '../../kit/plain/field.tsx';
import signInClasses from '../sign-in/sign-in-page.module.css';
import classes from './sign-up.module.css';
import { faultOf, type PasswordFault } from './sign-up-queries.ts';

/** Shortest password that the server takes, in characters. */
const shortest = 12;

interface NewPasswordFieldProps {
  readonly value: string;
  readonly onChange: (password: string) => void;
  /** what is known to be wrong with it */
  readonly error: string | undefined;
  /** for whom the password is, where nobody is signed in yet */
  readonly owner?: { readonly token?: string; readonly displayName?: string };
  readonly ref?: Ref<HTMLInputElement>;
}

/** Asks for a new password: says while it is typed whether it is long enough, and afterwards what the server thinks of it. */
export function NewPasswordField({ value, onChange, error, owner = {}, ref }: NewPasswordFieldProps) {
  const { t } = useTranslation('sign-up');
  const [isVisible, setIsVisible] = useState(false);
  const [said, setSaid] = useState<{ of: string; fault: PasswordFault | null } | 'asking' | null>(null);
  const asked = useRef('');
  const missing = shortest - [...value].length;

  async function check(): Promise<void> {
    if (value === '' || missing > 0 || asked.current === value) return;
    asked.current = value;
    setSaid('asking');
    const fault = await faultOf(value, owner);
    // what was typed meanwhile is another password
    if (asked.current === value) setSaid({ of: value, fault });
  }

  const fault = said !== null && said !== 'asking' && said.of === value ? said.fault : null;
  const isGood = said !== null && said !== 'asking' && said.of === value && said.fault === null;
  const state =
    value === ''
      ? ''
      : missing > 0
        ? t('password.missing', { count: missing })
        : said === 'asking'
          ? t('password.checking')
          : isGood
            ? t('password.good')
            : fault
              ? ''
              : t('password.longEnough');
  return (
    <div>
      <Field
        label={t('password.label')}
        description={t('password.help')}
        error={error ?? (fault ? t(`password.${fault}`) : undefined)}
      >
        {(described) => (
          <div className={signInClasses['password']}>
            <input
              ref={ref}
              {...described}
              type={isVisible ? 'text' : 'password'}
              name="new-password"
              autoComplete="new-password"
              value={value}
              onChange={(event) => {
                asked.current = '';
                setSaid(null);
                onChange(event.currentTarget.value);
              }}
              onBlur={() => void check()}
            />
            <IconButton
              label={t(isVisible ? 'password.hide' : 'password.show')}
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
      <div className={classes['state']} aria-live="polite">
        {state}
      </div>
    </div>
  );
}
