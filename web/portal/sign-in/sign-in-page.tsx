import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { safeDestination, useSession, useSiteName } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button, buttonClass } from '../../kit/plain/button.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { portalIdOf, portalsPath } from '../paths.ts';
import { portalQuery } from '../queries.ts';
import { EmailStep } from './email-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { type Refusal, referenceOf, refusalOf } from './refusals.ts';
import classes from './sign-in-page.module.css';
import { addSignInStrings } from './strings.ts';

addSignInStrings();

interface SignInPageProps {
  readonly destination: string | undefined;
  readonly error: string | undefined;
  readonly reference: string | undefined;
}

type Step =
  | { readonly name: 'email' }
  | { readonly name: 'password' }
  | { readonly name: 'redirect'; readonly provider: string; readonly url: string };

const emailKey = 'portico-sign-in-email';

/** The address typed last in this tab: it survives the way to the company's sign-in and back. */
function keptEmail(): string {
  try {
    return sessionStorage.getItem(emailKey) ?? '';
  } catch {
    return '';
  }
}

/** Where everybody signs in: the e-mail address first, as it decides how. */
export function SignInPage({ destination, error, reference }: SignInPageProps) {
  const { t } = useTranslation('sign-in');
  const siteName = useSiteName();
  const account = useSession();
  const target = safeDestination(destination);
  const portalId = portalIdOf(target);
  const portal = useQuery({ ...portalQuery(portalId ?? ''), enabled: portalId !== null }).data;
  usePageAccent(portalId ? portal?.accentColor : null);
  const [email, setEmail] = useState(keptEmail);
  const [step, setStep] = useState<Step>({ name: 'email' });
  const [refusal, setRefusal] = useState(() => refusalOf(error));

  // "back" from the company's sign-in shows this page as it was left: begin again
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => event.persisted && setStep({ name: 'email' });
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, []);

  function go(next: Step): void {
    setRefusal(null);
    setStep(next);
    if (next.name === 'redirect') {
      try {
        sessionStorage.setItem(emailKey, email);
      } catch {
        // then it is typed again
      }
    }
  }

  const name = portal?.name ?? siteName;
  return (
    <div className={classes['page']}>
      <div className={classes['card']}>
        <PageTitle title={t('titleFor', { name })} />
        {refusal && <RefusalNote refusal={refusal} reference={referenceOf(reference)} />}
        {account && step.name === 'email' && (
          <Note tone="info">
            <p>{t('signedInAs', { name: account.displayName })}</p>
            <a
              className={buttonClass({ size: 'sm' })}
              href={target ?? (account.isAgent ? '/projects' : portalsPath)}
            >
              {t('continueAs', { name: account.displayName })}
            </a>
          </Note>
        )}
        {step.name === 'email' && (
          <EmailStep email={email} destination={target} onEmail={setEmail} onStep={go} />
        )}
        {step.name === 'password' && (
          <PasswordStep email={email} destination={target} onBack={() => go({ name: 'email' })} />
        )}
        {step.name === 'redirect' && (
          <Redirecting provider={step.provider} url={step.url} onBack={() => go({ name: 'email' })} />
        )}
      </div>
    </div>
  );
}

function RefusalNote({ refusal, reference }: { refusal: Refusal; reference: string | null }) {
  const { t } = useTranslation('sign-in');
  return (
    <Note tone="error" title={t('notSignedIn')} role="alert">
      <p>{t(`refused.${refusal}`)}</p>
      {reference && <p className={classes['reference']}>{t('reference', { reference })}</p>}
    </Note>
  );
}

/** Long enough to read where one is taken, in milliseconds. */
const noticeMs = 900;

function Redirecting({ provider, url, onBack }: { provider: string; url: string; onBack: () => void }) {
  const { t } = useTranslation('sign-in');
  useEffect(() => {
    const timer = setTimeout(() => window.location.assign(url), noticeMs);
    return () => clearTimeout(timer);
  }, [url]);
  return (
    <div className={classes['step']}>
      <div role="status" className={classes['redirecting']}>
        <span className={classes['spinner']} aria-hidden="true" />
        <div>
          <strong>{t('redirecting', { provider })}</strong>
          <p>{t('redirectingText')}</p>
        </div>
      </div>
      <div className={classes['actions']}>
        <a className={buttonClass({ variant: 'filled' })} href={url}>
          {t('goNow')}
        </a>
        <Button variant="subtle" onClick={onBack}>
          {t('changeEmail')}
        </Button>
      </div>
    </div>
  );
}
