import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { ApiError } from '../../kit/api/api-error.ts';
import { answer, api } from '../../kit/api/client.ts';
import { securityPath, useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { TextInput } from '../../kit/plain/field.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { Page } from '../shell/page.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import classes from './sign-up.module.css';
import { faultOf, ownPasswordQuery } from './sign-up-queries.ts';
import { useAskingProblem } from './use-asking.ts';

/** Changes one's own password. */
export function OwnPasswordPage() {
  const { t } = useTranslation('sign-up');
  const query = useQuery(ownPasswordQuery);
  usePageAccent(null);
  const changedAt = query.data?.changedAt;
  return (
    <Page width="narrow">
      <PageTitle title={t('own.title')} />
      {!query.data ? (
        <QueryState query={query} lines={4} />
      ) : changedAt ? (
        <>
          <p>
            {t('own.since')} <Time at={changedAt} />. {t('own.text')}
          </p>
          <ChangePassword />
        </>
      ) : (
        <Note tone="info" title={t('own.none')}>
          <p>{t('own.noneText')}</p>
        </Note>
      )}
      <p className={classes['link']}>
        <a href={securityPath}>{t('own.security')}</a>
      </p>
    </Page>
  );
}

function ChangePassword() {
  const { t } = useTranslation('sign-up');
  const queries = useQueryClient();
  const { emailAddress } = useAccount();
  const problemText = useAskingProblem();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<{ current?: string; password?: string }>({});
  const form = useRef<HTMLFormElement>(null);
  const focus = (field: string) =>
    form.current?.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.focus();
  const change = useMutation({
    mutationFn: () =>
      answer(api.PUT('/rest/portico/1/password', { body: { currentPassword: current, password } })),
    async onSuccess() {
      setCurrent('');
      setPassword('');
      await queries.invalidateQueries({ queryKey: ownPasswordQuery.queryKey });
    },
    async onError(error) {
      if (!(error instanceof ApiError)) return;
      if (error.errors['currentPassword']) {
        setProblems({ current: t('own.wrongCurrent') });
        focus('current-password');
      } else if (error.errors['password']) {
        const fault = await faultOf(password, {});
        setProblems({ password: fault ? t(`password.${fault}`) : t('own.same') });
        focus('new-password');
      }
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = {
      ...(current === '' && { current: t('own.noCurrent') }),
      ...(password === '' && { password: t('password.none') }),
    };
    setProblems(found);
    if (found.current) focus('current-password');
    else if (found.password) focus('new-password');
    else change.mutate();
  }
  const isSaidAtField = change.error instanceof ApiError && Object.keys(change.error.errors).length > 0;
  return (
    <form ref={form} className={classes['own']} onSubmit={submit} noValidate>
      {change.isSuccess && (
        <Note tone="success" role="status">
          {t('own.done')}
        </Note>
      )}
      {change.error && !isSaidAtField && (
        <Note tone="error" role="alert">
          {problemText(change.error)}
        </Note>
      )}
      <input type="email" name="email" autoComplete="username" value={emailAddress ?? ''} readOnly hidden />
      <TextInput
        label={t('own.current')}
        type="password"
        name="current-password"
        autoComplete="current-password"
        value={current}
        error={problems.current}
        onChange={(event) => {
          setCurrent(event.currentTarget.value);
          setProblems(({ current: _, ...others }) => others);
        }}
      />
      <NewPasswordField
        value={password}
        error={problems.password}
        onChange={(typed) => {
          setPassword(typed);
          change.reset();
          setProblems(({ password: _, ...others }) => others);
        }}
      />
      <Button type="submit" variant="filled" isBusy={change.isPending}>
        {t('own.submit')}
      </Button>
    </form>
  );
}
