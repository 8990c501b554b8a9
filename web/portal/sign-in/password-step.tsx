import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../kit/api/api-error.ts';
import { answerWithoutSession, api } from '../../kit/api/client.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { TextInput } from '../../kit/plain/field.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { ForgottenLink } from '../sign-up/links.tsx';
import { PasswordField } from './password-field.tsx';
import classes from './sign-in-page.module.css';

interface PasswordStepProps {
  readonly email: string;
  readonly destination: string | null;
  /** the address is asked for, too */
  readonly onEmail?: (email: string) => void;
  readonly onBack: () => void;
}

/** Asks for the password of a local account. */
export function PasswordStep({ email, destination, onEmail, onBack }: PasswordStepProps) {
  const { t } = useTranslation('sign-in');
  const errorText = useErrorText();
  const [password, setPassword] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [isEmailMissing, setIsEmailMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // the first field that is to be filled in
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:not([hidden])')?.focus(), []);

  const signIn = useMutation({
    mutationFn: () =>
      answerWithoutSession(
        api.POST('/rest/portico/1/sign-in/password', {
          body: { email: email.trim(), password, ...(destination && { destination }) },
        }),
      ),
    // the second factor may come first
    onSuccess: ({ url }) => window.location.replace(url),
    onError: () => input.current?.select(),
  });

  function problemText(error: unknown): string {
    if (!(error instanceof ApiError)) return errorText(error);
    if (error.status === 401) return t('wrong');
    if (error.status === 429 && error.retryAfterSeconds !== null) {
      return t('slowDown', { count: Math.max(1, Math.ceil(error.retryAfterSeconds / 60)) });
    }
    return errorText(error);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsMissing(password === '');
    setIsEmailMissing(email.trim() === '');
    if (email.trim() === '') {
      form.current?.querySelector('input')?.focus();
      return;
    }
    if (password === '') input.current?.focus();
    else signIn.mutate();
  }

  // the page is being left once it has succeeded
  const isBusy = signIn.isPending || signIn.isSuccess;
  return (
    <form ref={form} className={classes['step']} onSubmit={submit} noValidate>
      {onEmail ? (
        <>
          <p className={classes['intro']}>{t('localIntro')}</p>
          <TextInput
            label={t('email')}
            type="email"
            name="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={email}
            error={isEmailMissing ? t('noEmail') : undefined}
            onChange={(event) => {
              onEmail(event.currentTarget.value);
              setIsEmailMissing(false);
            }}
          />
        </>
      ) : (
        <>
          <div className={classes['who']}>
            <span>
              {t('signingInAs')} <strong>{email.trim()}</strong>
            </span>
            <Button variant="subtle" size="sm" onClick={onBack}>
              {t('changeEmail')}
            </Button>
          </div>
          {/* password managers look for the address beside the password */}
          <input type="email" name="email" autoComplete="username" value={email.trim()} readOnly hidden />
        </>
      )}
      {signIn.error && (
        <Note tone="error" role="alert">
          <p>{problemText(signIn.error)}</p>
        </Note>
      )}
      <PasswordField
        ref={input}
        value={password}
        onChange={(typed) => {
          setPassword(typed);
          setIsMissing(false);
        }}
        error={isMissing ? t('noPassword') : undefined}
      />
      <Button type="submit" variant="filled" className={classes['submit']} isBusy={isBusy}>
        {t('submit')}
      </Button>
      <ForgottenLink destination={destination} />
    </form>
  );
}
