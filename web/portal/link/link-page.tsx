import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { ApiError } from '../../kit/api/api-error.ts';
import { answerWithoutSession, api } from '../../kit/api/client.ts';
import { signInPath } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { ErrorAlert, Loading, useErrorText } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button, buttonClass } from '../../kit/plain/button.tsx';
import { TextInput } from '../../kit/plain/field.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { PasswordField } from '../sign-in/password-field.tsx';
import classes from '../sign-in/sign-in-page.module.css';
import { type AccountLink, accountLinkQuery } from './link-query.ts';

/** After a sign-in with a provider that does not speak for the e-mail address: shows that the account there is one's own. */
export function LinkPage({ token }: { token: string }) {
  const { t } = useTranslation('link');
  usePageAccent(null);
  const query = useQuery(accountLinkQuery(token));
  const isOver = query.error instanceof ApiError && [404, 429].includes(query.error.status);
  return (
    <div className={classes['page']}>
      <div className={classes['card']}>
        <PageTitle title={t(isOver ? 'over' : 'title')} />
        {query.data ? (
          <Prove token={token} link={query.data} onChange={() => void query.refetch()} />
        ) : isOver ? (
          <>
            <p className={classes['intro']}>{t('overText')}</p>
            <a className={buttonClass({ variant: 'filled' })} href={`${signInPath}?choose=1`}>
              {t('again')}
            </a>
          </>
        ) : query.error ? (
          <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Loading lines={4} />
        )}
      </div>
    </div>
  );
}

interface ProveProps {
  readonly token: string;
  readonly link: AccountLink;
  /** what is shown may be another by now */
  readonly onChange: () => void;
}

function Prove({ token, link, onChange }: ProveProps) {
  const { t } = useTranslation('link');
  const [way, setWay] = useState<'code' | 'password'>(link.takesCode ? 'code' : 'password');
  const [isNotMine, setIsNotMine] = useState(false);
  return (
    <>
      <p className={classes['intro']}>{t('intro', { email: link.email, provider: link.providerName })}</p>
      {link.takesCode ? null : <Note tone="info">{t('staffOnly')}</Note>}
      {way === 'code' ? (
        <ByCode token={token} link={link} onChange={onChange} />
      ) : (
        <ByPassword token={token} onChange={onChange} />
      )}
      {link.takesCode ? (
        <Button variant="subtle" size="sm" onClick={() => setWay(way === 'code' ? 'password' : 'code')}>
          {t(way === 'code' ? 'byPassword' : 'backToCode')}
        </Button>
      ) : null}
      {isNotMine ? (
        <Note tone="info" role="status">
          {t('notMineText')}
        </Note>
      ) : (
        <Button variant="subtle" size="sm" onClick={() => setIsNotMine(true)}>
          {t('notMine')}
        </Button>
      )}
    </>
  );
}

function ByCode({ token, link, onChange }: ProveProps) {
  const { t } = useTranslation('link');
  const errorText = useErrorText();
  const [code, setCode] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focusInput = () => form.current?.querySelector('input')?.focus();
  const send = useMutation({
    mutationFn: () =>
      answerWithoutSession(
        api.POST('/rest/portico/1/account-link/{token}/code', { params: { path: { token } } }),
      ),
    onSettled: onChange,
  });
  const prove = useProof(token, onChange, focusInput);
  const isSent = link.codeSentAt !== null;
  useEffect(() => {
    if (isSent) form.current?.querySelector('input')?.focus();
  }, [isSent]);
  const sendButton = (
    <Button
      variant={isSent ? 'subtle' : 'filled'}
      {...(isSent ? { size: 'sm' as const } : { className: classes['submit'] })}
      isBusy={send.isPending}
      onClick={() => send.mutate()}
    >
      {t(isSent ? 'byCodeAgain' : 'byCode')}
    </Button>
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsMissing(code.trim() === '');
    if (code.trim() === '') focusInput();
    else prove.mutate({ code });
  }
  return (
    <div className={classes['step']}>
      {send.error ? (
        <Note tone="error" role="alert">
          {errorText(send.error)}
        </Note>
      ) : null}
      {isSent ? (
        <form ref={form} className={classes['step']} onSubmit={submit} noValidate>
          <Note tone="info" role="status">
            {t('codeSent', { email: link.email })}
          </Note>
          <ProofProblem proof={prove} />
          <TextInput
            label={t('code')}
            description={t('codeHelp')}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            error={isMissing ? t('noCode') : isWrong(prove.error, 'code') ? t('wrongCode') : undefined}
            onChange={(event) => {
              setCode(event.currentTarget.value);
              setIsMissing(false);
            }}
          />
          <Button type="submit" variant="filled" className={classes['submit']} isBusy={isGoing(prove)}>
            {t('submitCode')}
          </Button>
          {link.canSendCode ? sendButton : <p className={classes['intro']}>{t('noMore')}</p>}
        </form>
      ) : (
        sendButton
      )}
    </div>
  );
}

function ByPassword({ token, onChange }: Pick<ProveProps, 'token' | 'onChange'>) {
  const { t } = useTranslation('link');
  const [password, setPassword] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const prove = useProof(token, onChange, () => input.current?.select());
  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsMissing(password === '');
    if (password === '') input.current?.focus();
    else prove.mutate({ password });
  }
  return (
    <form className={classes['step']} onSubmit={submit} noValidate>
      <ProofProblem proof={prove} />
      <PasswordField
        ref={input}
        value={password}
        onChange={(typed) => {
          setPassword(typed);
          setIsMissing(false);
        }}
        error={
          isMissing ? t('noPassword') : isWrong(prove.error, 'password') ? t('wrongPassword') : undefined
        }
      />
      <Button type="submit" variant="filled" className={classes['submit']} isBusy={isGoing(prove)}>
        {t('submitPassword')}
      </Button>
    </form>
  );
}

/** Sends the proof; when it holds, the person is signed in and goes on. */
function useProof(token: string, onChange: () => void, onWrong: () => void) {
  return useMutation({
    mutationFn: (body: { code: string } | { password: string }) =>
      answerWithoutSession(
        api.POST('/rest/portico/1/account-link/{token}/prove', { params: { path: { token } }, body }),
      ),
    onSuccess: ({ url }) => window.location.replace(url),
    onError() {
      // tries are counted: it may be over
      onChange();
      onWrong();
    },
  });
}

type Proof = ReturnType<typeof useProof>;

/** The page is being left once it has succeeded. */
function isGoing({ isPending, isSuccess }: Proof): boolean {
  return isPending || isSuccess;
}

/** What is wrong, when it is not the field's. */
function ProofProblem({ proof: { error } }: { proof: Proof }) {
  const errorText = useErrorText();
  if (!error || isWrong(error, 'code') || isWrong(error, 'password')) return null;
  return (
    <Note tone="error" role="alert">
      {errorText(error)}
    </Note>
  );
}

function isWrong(error: unknown, field: 'code' | 'password'): boolean {
  return error instanceof ApiError && field in error.errors;
}
