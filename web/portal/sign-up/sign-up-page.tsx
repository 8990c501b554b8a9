import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { ApiError } from '../../kit/api/api-error.ts';
import { answerWithoutSession, api } from '../../kit/api/client.ts';
import { safeDestination, signInPath } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Loading } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { TextInput } from '../../kit/plain/field.tsx';
import { Note } from '../../kit/plain/note.tsx';
import signInClasses from '../sign-in/sign-in-page.module.css';
import { withDestination } from './paths.ts';
import classes from './sign-up.module.css';
import { signUpQuery } from './sign-up-queries.ts';
import { emailProblem, useAskingProblem } from './use-asking.ts';

/** Asks for an account: the rest comes by mail. */
export function SignUpPage({ destination }: { destination: string | undefined }) {
  const { t } = useTranslation('sign-up');
  const goal = safeDestination(destination);
  const query = useQuery(signUpQuery(goal));
  const [sentTo, setSentTo] = useState<string | null>(null);
  usePageAccent(null);
  const isClosed = query.data?.isOffered === false;
  const title = isClosed
    ? t('signUp.closed')
    : sentTo === null
      ? t('signUp.title', { name: query.data?.name ?? '' })
      : t('signUp.sent');
  return (
    <div className={signInClasses['page']}>
      <div className={signInClasses['card']}>
        {query.isPending ? (
          <Loading lines={4} />
        ) : (
          <>
            <PageTitle title={title} />
            {isClosed ? (
              <p className={signInClasses['intro']}>{t('signUp.closedText')}</p>
            ) : sentTo !== null ? (
              <>
                <Note tone="success" role="status">
                  {t('signUp.sentText', { email: sentTo })}
                </Note>
                <Button variant="subtle" size="sm" onClick={() => setSentTo(null)}>
                  {t('signUp.again')}
                </Button>
              </>
            ) : (
              <SignUpForm destination={goal} onSent={setSentTo} />
            )}
          </>
        )}
        <p className={classes['link']}>
          <a href={withDestination(signInPath, goal)}>{t('back')}</a>
        </p>
      </div>
    </div>
  );
}

interface SignUpFormProps {
  readonly destination: string | null;
  readonly onSent: (email: string) => void;
}

function SignUpForm({ destination, onSent }: SignUpFormProps) {
  const { t, language } = useTranslation('sign-up');
  const problemText = useAskingProblem();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [problems, setProblems] = useState<{ name?: string; email?: string }>({});
  const form = useRef<HTMLFormElement>(null);
  const focus = (field: string) =>
    form.current?.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.focus();
  const ask = useMutation({
    mutationFn: () =>
      answerWithoutSession(
        api.POST('/rest/portico/1/sign-up', {
          body: {
            email: email.trim(),
            displayName: name.trim(),
            locale: language.startsWith('de') ? 'de' : 'en',
            ...(destination && { destination }),
          },
        }),
      ),
    onSuccess(answered) {
      if (answered.method === 'redirect') window.location.assign(answered.url);
      else onSent(email.trim());
    },
    onError(error) {
      const said = error instanceof ApiError ? error.errors : {};
      if (said['domain']) setProblems({ email: t('signUp.domainRefused', { domain: domainOf(email) }) });
      else if (said['email']) setProblems({ email: t('badEmail') });
      else if (said['displayName']) setProblems({ name: t('noName') });
      focus(said['displayName'] && !said['email'] ? 'name' : 'email');
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = emailProblem(email);
    const found = {
      ...(name.trim() === '' && { name: t('noName') }),
      ...(wrong && { email: t(wrong) }),
    };
    setProblems(found);
    if (found.name) focus('name');
    else if (found.email) focus('email');
    else ask.mutate();
  }
  return (
    <form ref={form} className={signInClasses['step']} onSubmit={submit} noValidate>
      <p className={signInClasses['intro']}>{t('signUp.intro')}</p>
      {ask.error && !problems.email && !problems.name && (
        <Note tone="error" role="alert">
          {isForbidden(ask.error) ? t('signUp.closedText') : problemText(ask.error)}
        </Note>
      )}
      <TextInput
        label={t('name')}
        name="name"
        autoComplete="name"
        maxLength={200}
        value={name}
        error={problems.name}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setProblems(({ name: _, ...others }) => others);
        }}
      />
      <TextInput
        label={t('email')}
        type="email"
        name="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        error={problems.email}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
          setProblems(({ email: _, ...others }) => others);
        }}
      />
      <Button type="submit" variant="filled" className={signInClasses['submit']} isBusy={ask.isPending}>
        {t('signUp.submit')}
      </Button>
    </form>
  );
}

/** What stands behind the last @. */
function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).trim();
}

/** People could make accounts here when the page was opened, and cannot any more. */
function isForbidden(error: unknown): boolean {
  return error instanceof ApiError && error.status === 403;
}
