import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { answerWithoutSession, api } from '../../kit/api/client.ts';
import { safeDestination, signInPath } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { TextInput } from '../../kit/plain/field.tsx';
import { Note } from '../../kit/plain/note.tsx';
import signInClasses from '../sign-in/sign-in-page.module.css';
import { withDestination } from './paths.ts';
import classes from './sign-up.module.css';
import { emailProblem, useAskingProblem } from './use-asking.ts';

/** For who has forgotten the password: the rest comes by mail. */
export function ForgottenPage({ destination }: { destination: string | undefined }) {
  const { t } = useTranslation('sign-up');
  const problemText = useAskingProblem();
  const goal = safeDestination(destination);
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const input = useRef<HTMLFormElement>(null);
  usePageAccent(null);
  const focus = () => input.current?.querySelector('input')?.focus();
  const ask = useMutation({
    mutationFn: () =>
      answerWithoutSession(
        api.POST('/rest/portico/1/password-reset', {
          body: { email: email.trim(), ...(goal && { destination: goal }) },
        }),
      ),
    onError: focus,
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = emailProblem(email);
    setProblem(wrong ? t(wrong) : undefined);
    if (wrong) focus();
    else ask.mutate();
  }
  return (
    <div className={signInClasses['page']}>
      <div className={signInClasses['card']}>
        <PageTitle title={ask.isSuccess ? t('signUp.sent') : t('forgotten.title')} />
        {ask.isSuccess ? (
          <>
            <Note tone="success" role="status">
              {t('forgotten.sentText', { email: email.trim() })}
            </Note>
            <Button variant="subtle" size="sm" onClick={() => ask.reset()}>
              {t('signUp.again')}
            </Button>
          </>
        ) : (
          <form ref={input} className={signInClasses['step']} onSubmit={submit} noValidate>
            <p className={signInClasses['intro']}>{t('forgotten.intro')}</p>
            {ask.error && (
              <Note tone="error" role="alert">
                {problemText(ask.error)}
              </Note>
            )}
            <TextInput
              label={t('email')}
              type="email"
              name="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={email}
              error={problem}
              onChange={(event) => {
                setEmail(event.currentTarget.value);
                setProblem(undefined);
              }}
            />
            <Button type="submit" variant="filled" className={signInClasses['submit']} isBusy={ask.isPending}>
              {t('forgotten.submit')}
            </Button>
          </form>
        )}
        <p className={classes['link']}>
          <a href={withDestination(signInPath, goal)}>{t('back')}</a>
        </p>
      </div>
    </div>
  );
}
