import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { answer, api } from '../../kit/api/client.ts';
import { safeDestination, useOwnPortal, useSession, useSiteName } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Loading } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button, buttonClass } from '../../kit/plain/button.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { portalIdOf, portalsPath } from '../paths.ts';
import { portalQuery } from '../queries.ts';
import { SignUpLink } from '../sign-up/links.tsx';
import { EmailStep } from './email-step.tsx';
import { NoWayStep } from './no-way-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { ProviderButtons, RememberedStep } from './provider-buttons.tsx';
import { Redirecting } from './redirecting.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { refusalOf } from './refusals.ts';
import { hasJustSignedOut, keepEmail, keptEmail } from './sign-in-memory.ts';
import classes from './sign-in-page.module.css';
import { signInOptionsQuery } from './sign-in-queries.ts';

/** Most people have no passkey here, so its code comes after the page. */
const PasskeySignIn = lazy(async () => ({
  default: (await import('./passkey-sign-in.tsx')).PasskeySignIn,
}));

interface SignInPageProps {
  readonly destination: string | undefined;
  readonly error: string | undefined;
  readonly reference: string | undefined;
  /** a provider that a link asks for, by id or name */
  readonly idp: string | undefined;
  /** the person wants to choose, and goes nowhere by itself */
  readonly choose: string | undefined;
  /** password in any case: for administrators when providers fail */
  readonly local: string | undefined;
  /** 'company': a portal sent the person here because it takes no passwords */
  readonly reason: string | undefined;
}

type Step =
  /** what comes first depends on what is offered */
  | { readonly name: 'start' }
  | { readonly name: 'password' }
  | { readonly name: 'none' }
  | { readonly name: 'redirect'; readonly provider: string | null; readonly url: string };

const start: Step = { name: 'start' };

/** Where everybody signs in: straight on where there is one way, else the e-mail address first, and buttons. */
export function SignInPage(props: SignInPageProps) {
  const { destination, idp, reason } = props;
  const { t } = useTranslation('sign-in');
  const siteName = useSiteName();
  const own = useOwnPortal();
  const account = useSession();
  const target = safeDestination(destination);
  const portalId = portalIdOf(target);
  const portal = useQuery({ ...portalQuery(portalId ?? ''), enabled: portalId !== null, retry: false }).data;
  usePageAccent(portalId ? portal?.accentColor : null);
  const isLocal = Boolean(props.local);
  const isAsked = reason === 'company';
  const options = useQuery(signInOptionsQuery({ destination: target, idp }));
  const [email, setEmail] = useState(keptEmail);
  const [step, setStep] = useState<Step>(isLocal ? { name: 'password' } : start);
  const [refusal, setRefusal] = useState(() => refusalOf(props.error));
  const [isChoosing, setIsChoosing] = useState(Boolean(props.choose) || hasJustSignedOut());
  const [isRemembered, setIsRemembered] = useState(true);

  // "back" from the company's sign-in shows this page as it was left: begin again
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      setIsChoosing(true);
      setStep(start);
    };
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, []);

  function go(next: Step): void {
    setRefusal(null);
    setStep(next);
    if (next.name === 'redirect') keepEmail(email);
    else setIsChoosing(true);
  }
  function forget(): void {
    setIsRemembered(false);
    setIsChoosing(true);
    // should it fail, the button is there again next time
    void answer(api.POST('/rest/portico/1/sign-in/forget')).catch(() => {});
  }

  // Nobody is sent on who has just come back with an error, has signed out, is signed in, or wants to choose.
  const mayLeave = !isLocal && !isChoosing && !props.error && (account === null || isAsked);
  const direct = (mayLeave && options.data?.redirectTo) || null;
  const shown: Step =
    step.name === 'start' && direct ? { name: 'redirect', provider: null, url: direct } : step;
  const remembered = (isRemembered && options.data?.remembered) || null;
  const name = portal?.name ?? siteName;
  return (
    <div className={classes['page']}>
      <div className={classes['card']}>
        <PageTitle title={t('titleFor', { name })} />
        {refusal && (
          <RefusalNote
            refusal={refusal}
            reference={props.reference}
            retry={options.data?.redirectTo ?? null}
          />
        )}
        {isAsked && shown.name !== 'redirect' && <Note tone="info">{t('companyOnly')}</Note>}
        {account && !isAsked && shown.name === 'start' && (
          <Note tone="info">
            <p>{t('signedInAs', { name: account.displayName })}</p>
            <a
              className={buttonClass({ size: 'sm' })}
              href={target ?? (account.isAgent && !own ? '/projects' : portalsPath)}
            >
              {t('continueAs', { name: account.displayName })}
            </a>
          </Note>
        )}
        {shown.name === 'start' &&
          (options.isPending ? (
            <Loading lines={4} />
          ) : remembered ? (
            <RememberedStep provider={remembered} onOther={forget} />
          ) : (
            <>
              <EmailStep
                email={email}
                destination={target}
                takesPassword={options.data?.showsPassword ?? true}
                onEmail={setEmail}
                onStep={go}
              />
              {options.data?.offersPasskeys && (
                <Suspense fallback={null}>
                  <PasskeySignIn destination={target} />
                </Suspense>
              )}
              <ProviderButtons providers={options.data?.providers ?? []} />
              <SignUpLink destination={target} />
            </>
          ))}
        {shown.name === 'password' && (
          <PasswordStep
            email={email}
            destination={target}
            {...(isLocal && { onEmail: setEmail })}
            onBack={() => go(start)}
          />
        )}
        {shown.name === 'none' && (
          <NoWayStep email={email} providers={options.data?.providers ?? []} onBack={() => go(start)} />
        )}
        {shown.name === 'redirect' && (
          <Redirecting
            provider={shown.provider}
            url={shown.url}
            back={
              <Button variant="subtle" onClick={() => go(start)}>
                {t(shown.provider === null ? 'otherWay' : 'changeEmail')}
              </Button>
            }
          />
        )}
      </div>
    </div>
  );
}
