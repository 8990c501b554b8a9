import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { ApiError } from '../../kit/api/api-error.ts';
import { answerWithoutSession, api } from '../../kit/api/client.ts';
import { signInPath } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { ErrorAlert, Loading } from '../../kit/components/states.tsx';
import { FactorForm } from '../../kit/confirm/factor-form.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button, buttonClass } from '../../kit/plain/button.tsx';
import cardClasses from '../sign-in/sign-in-page.module.css';
import { FactorChoices } from './factor-choices.tsx';
import { LazySetUp } from './lazy-set-up.tsx';
import { type PendingSignIn, pendingQuery } from './pending-query.ts';
import { Remember } from './remember.tsx';
import classes from './second-factor.module.css';
import type { FactorKind } from './set-up.tsx';

const signInAgain = `${signInPath}?choose=1`;
const helpCenter = '/servicedesk/customer/portals';

/** The second factor of a sign-in: showing it, or setting one up where one is needed. */
export function SecondFactorPage() {
  const { t } = useTranslation('second-factor');
  const query = useQuery(pendingQuery);
  const [isOver, setIsOver] = useState(false);
  usePageAccent(null);
  const onRefused = (error: unknown) => {
    const isGone = error instanceof ApiError && error.status === 401;
    if (isGone) setIsOver(true);
    return isGone;
  };
  const gone = isOver || (query.error instanceof ApiError && query.error.status === 401);
  return (
    <div className={cardClasses['page']}>
      <div className={cardClasses['card']}>
        <PageTitle title={t(gone ? 'pending.over' : 'pending.title')} />
        {gone ? (
          <div className={classes['step']}>
            <p className={classes['text']}>{t('pending.overText')}</p>
            <a className={buttonClass({ variant: 'filled' })} href={signInAgain}>
              {t('pending.again')}
            </a>
          </div>
        ) : query.data ? (
          <Pending pending={query.data} onRefused={onRefused} />
        ) : query.error ? (
          <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Loading lines={4} />
        )}
      </div>
    </div>
  );
}

interface PendingProps {
  readonly pending: PendingSignIn;
  readonly onRefused: (error: unknown) => boolean;
}

function Pending({ pending, onRefused }: PendingProps) {
  const { t } = useTranslation('second-factor');
  const queries = useQueryClient();
  const { displayName: name, isSignedIn, ways, canSetUp, email, rememberDays } = pending;
  const [remembers, setRemembers] = useState(false);
  const [wantsMail, setWantsMail] = useState(canSetUp.length === 0);
  const [kind, setKind] = useState<FactorKind | null>(null);

  if (kind !== null) {
    return (
      <LazySetUp
        kind={kind}
        name={null}
        owner={name}
        onDone={({ url }) => window.location.replace(url ?? signInPath)}
        onBack={() => setKind(null)}
        onRefused={onRefused}
      />
    );
  }
  const back = (
    <a
      className={buttonClass({ variant: 'subtle', size: 'sm' })}
      href={isSignedIn ? helpCenter : signInAgain}
    >
      {t(isSignedIn ? 'stepUp.back' : 'pending.back')}
    </a>
  );
  if (ways.length === 0 && canSetUp.length === 0) {
    return (
      <div className={classes['step']}>
        <h2 className={classes['heading']}>{t('pending.nothing')}</h2>
        <p className={classes['text']}>{t('pending.nothingText')}</p>
        {back}
      </div>
    );
  }
  if (!wantsMail || ways.length === 0) {
    return (
      <div className={classes['step']}>
        <p className={classes['text']}>{t(isSignedIn ? 'stepUp.choose' : 'pending.choose', { name })}</p>
        <FactorChoices kinds={canSetUp} onChoose={setKind} />
        {ways.length > 0 && <Button onClick={() => setWantsMail(true)}>{t('pending.mailInstead')}</Button>}
        {back}
      </div>
    );
  }
  return (
    <div className={classes['step']}>
      <p className={classes['text']}>{t(isSignedIn ? 'stepUp.intro' : 'pending.intro', { name })}</p>
      <FactorForm
        ways={ways}
        submit={t(isSignedIn ? 'stepUp.submit' : 'pending.submit')}
        beginPasskey={() =>
          answerWithoutSession(api.POST('/rest/portico/1/sign-in/second-factor/passkey-options'))
        }
        prove={async ({ password: _, ...proof }) => {
          const body = { ...proof, rememberDevice: remembers };
          const { url } = await answerWithoutSession(
            api.POST('/rest/portico/1/sign-in/second-factor', { body }),
          );
          window.location.replace(url);
        }}
        onRefused={onRefused}
        codes={
          email === null
            ? undefined
            : {
                email,
                wasSent: pending.codeSentAt !== null,
                canSend: pending.canSendCode,
                send: async () => {
                  await answerWithoutSession(api.POST('/rest/portico/1/sign-in/second-factor/mail-code'));
                  await queries.invalidateQueries({ queryKey: pendingQuery.queryKey });
                },
              }
        }
      >
        {rememberDays > 0 && <Remember days={rememberDays} isChecked={remembers} onChange={setRemembers} />}
      </FactorForm>
      {canSetUp.length > 0 && (
        <Button size="sm" variant="subtle" onClick={() => setWantsMail(false)}>
          {t('pending.setUpInstead')}
        </Button>
      )}
      {back}
    </div>
  );
}
