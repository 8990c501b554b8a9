import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../kit/api/api-error.ts';
import { answer, api } from '../../kit/api/client.ts';
import { ErrorAlert } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { TextInput } from '../../kit/plain/field.tsx';
import classes from './sign-in-page.module.css';

interface EmailStepProps {
  readonly email: string;
  readonly destination: string | null;
  readonly takesPassword: boolean;
  readonly onEmail: (email: string) => void;
  readonly onStep: (
    step: { name: 'password' | 'none' } | { name: 'redirect'; provider: string; url: string },
  ) => void;
}

/** Asks for the address and finds out how its company signs in. */
export function EmailStep({ email, destination, takesPassword, onEmail, onStep }: EmailStepProps) {
  const { t } = useTranslation('sign-in');
  const [problem, setProblem] = useState<string | undefined>();
  const form = useRef<HTMLFormElement>(null);
  const focusInput = () => form.current?.querySelector('input')?.focus();
  useEffect(() => {
    form.current?.querySelector('input')?.focus({ preventScroll: true });
  }, []);

  const discover = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/rest/portico/1/sign-in/discover', {
          body: { email: email.trim(), ...(destination && { destination }) },
        }),
      ),
    onSuccess: (found) =>
      onStep(
        found.method === 'redirect'
          ? { name: 'redirect', provider: found.providerName, url: found.url }
          : { name: found.method },
      ),
    onError(error) {
      if (error instanceof ApiError && error.errors['email']) setProblem(t('badEmail'));
      focusInput();
    },
  });

  function isUsable(): boolean {
    const typed = email.trim();
    const found = typed === '' ? t('noEmail') : /^[^\s@]+@[^\s@]+$/.test(typed) ? undefined : t('badEmail');
    setProblem(found);
    if (found) focusInput();
    return found === undefined;
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isUsable()) discover.mutate();
  }

  return (
    <form ref={form} className={classes['step']} onSubmit={submit} noValidate>
      <p className={classes['intro']}>{t('intro')}</p>
      <TextInput
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        error={problem}
        onChange={(event) => {
          onEmail(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      {discover.error && !problem && <ErrorAlert error={discover.error} />}
      <Button type="submit" variant="filled" className={classes['submit']} isBusy={discover.isPending}>
        {t('next')}
      </Button>
      {/* staff must get in when their company's sign-in is broken, or was set up wrongly */}
      {takesPassword && (
        <Button variant="subtle" size="sm" onClick={() => isUsable() && onStep({ name: 'password' })}>
          {t('usePassword')}
        </Button>
      )}
    </form>
  );
}
