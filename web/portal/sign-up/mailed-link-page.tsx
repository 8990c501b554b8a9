import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { ApiError } from '../../kit/api/api-error.ts';
import { answerWithoutSession, api } from '../../kit/api/client.ts';
import { signInPath } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { ErrorAlert, Loading } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button, buttonClass } from '../../kit/plain/button.tsx';
import { TextInput } from '../../kit/plain/field.tsx';
import { Note } from '../../kit/plain/note.tsx';
import signInClasses from '../sign-in/sign-in-page.module.css';
import { NewPasswordField } from './new-password-field.tsx';
import { forgottenPath, newPasswordPath } from './paths.ts';
import classes from './sign-up.module.css';
import { faultOf, type MailedLink, mailedLinkQuery } from './sign-up-queries.ts';
import { useAskingProblem } from './use-asking.ts';

const titles = {
  'sign-up': 'finish.titleSignUp',
  invitation: 'finish.titleInvitation',
  'password-reset': 'finish.titleReset',
} as const;

/** Where the link of a mail leads: to finish signing up, to accept an invitation, to choose a new password. */
export function MailedLinkPage() {
  const { t } = useTranslation('sign-up');
  usePageAccent(null);
  // No server sees what follows the #, and nothing passes it on.
  const [token] = useState(() => window.location.hash.slice(1, 101));
  const query = useQuery({ ...mailedLinkQuery(token), enabled: token !== '' });
  const link = query.data;
  const isOver = token === '' || (query.error instanceof ApiError && query.error.status === 404);
  const isReset = window.location.pathname === newPasswordPath;
  return (
    <div className={signInClasses['page']}>
      <div className={signInClasses['card']}>
        {link ? (
          <>
            <PageTitle title={t(titles[link.kind], { name: link.name })} />
            <ChoosePassword token={token} link={link} />
          </>
        ) : isOver ? (
          <>
            <PageTitle title={t('finish.over')} />
            <p className={signInClasses['intro']}>{t('finish.overText')}</p>
            <div className={signInClasses['actions']}>
              {isReset && (
                <a className={buttonClass({ variant: 'filled' })} href={forgottenPath}>
                  {t('finish.newLink')}
                </a>
              )}
              <a className={buttonClass()} href={signInPath}>
                {t('finish.signIn')}
              </a>
            </div>
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

function ChoosePassword({ token, link }: { token: string; link: MailedLink }) {
  const { t } = useTranslation('sign-up');
  const askingText = useAskingProblem();
  const isReset = link.kind === 'password-reset';
  const [name, setName] = useState(link.displayName ?? '');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<{ name?: string; password?: string }>({});
  const form = useRef<HTMLFormElement>(null);
  const focus = (field: string) =>
    form.current?.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.focus();
  const owner = { token, ...(name.trim() !== '' && { displayName: name.trim().slice(0, 200) }) };
  const finish = useMutation({
    mutationFn: () => {
      const joining = { token, password, displayName: name.trim() };
      if (isReset) {
        const body = { token, password };
        return answerWithoutSession(api.POST('/rest/portico/1/password-reset/finish', { body }));
      }
      return answerWithoutSession(
        link.kind === 'invitation'
          ? api.POST('/rest/portico/1/invitation/accept', { body: joining })
          : api.POST('/rest/portico/1/sign-up/finish', { body: joining }),
      );
    },
    // the second factor may come first
    onSuccess: ({ url }) => window.location.replace(url),
    async onError(error) {
      if (!(error instanceof ApiError)) return;
      if (error.errors['displayName']) {
        setProblems({ name: t('noName') });
        focus('name');
      }
      if (!error.errors['password']) return;
      const fault = await faultOf(password, owner);
      setProblems({ password: fault ? t(`password.${fault}`) : error.errors['password'] });
      focus('new-password');
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = {
      ...(!isReset && name.trim() === '' && { name: t('noName') }),
      ...(password === '' && { password: t('password.none') }),
    };
    setProblems(found);
    if (found.name) focus('name');
    else if (found.password) focus('new-password');
    else finish.mutate();
  }
  const said = finish.error instanceof ApiError ? finish.error.errors : {};
  const isSaidAtField = Boolean(said['password'] || said['displayName']);
  function problemText(error: unknown): string {
    if (error instanceof ApiError && error.status === 404) return t('finish.overText');
    if (said['provider']) return t('finish.provider', { provider: said['provider'] });
    if (said['account']) return t('finish.account');
    return said['closed'] ? t('finish.closed') : askingText(error);
  }
  const intro =
    link.kind === 'sign-up'
      ? t('finish.introSignUp', { name: link.name })
      : link.kind === 'password-reset'
        ? t('finish.introReset')
        : link.invitedBy === null
          ? t('finish.introInvitationAnonymous')
          : t('finish.introInvitation', { inviter: link.invitedBy });
  return (
    <form ref={form} className={signInClasses['step']} onSubmit={submit} noValidate>
      <p className={signInClasses['intro']}>{intro}</p>
      <p className={classes['email']}>
        <strong>{link.email}</strong>
      </p>
      {/* password managers look for the address beside the password */}
      <input type="email" name="email" autoComplete="username" value={link.email} readOnly hidden />
      {finish.error && !isSaidAtField && (
        <Note tone="error" role="alert">
          {problemText(finish.error)}
        </Note>
      )}
      {!isReset && (
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
      )}
      <NewPasswordField
        value={password}
        owner={owner}
        error={problems.password}
        onChange={(typed) => {
          setPassword(typed);
          setProblems(({ password: _, ...others }) => others);
        }}
      />
      <Button
        type="submit"
        variant="filled"
        className={signInClasses['submit']}
        isBusy={finish.isPending || finish.isSuccess}
      >
        {t(isReset ? 'finish.submitReset' : 'finish.submitAccount')}
      </Button>
    </form>
  );
}
