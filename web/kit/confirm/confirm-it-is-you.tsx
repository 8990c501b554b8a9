import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { answer, answerWithoutSession, api } from '../api/client.ts';
import { ErrorAlert } from '../components/states.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button, buttonClass } from '../plain/button.tsx';
import dialogClasses from '../plain/confirm-dialog.module.css';
import { Note } from '../plain/note.tsx';
import classes from './confirm-it-is-you.module.css';
import { FactorForm } from './factor-form.tsx';

type Ways = Awaited<ReturnType<typeof fetchWays>>;

function fetchWays() {
  return answer(api.GET('/rest/portico/1/session/confirm'));
}

/** Where the window of the provider's sign-in ends: a page that is its own and says nothing alarming. */
const afterProvider = '/servicedesk/customer/user/security';

/** Asks the signed-in person to show that it is them. The browser's own modal dialog: it stands above every other one. */
export function ConfirmItIsYou({ onEnd }: { onEnd: (isConfirmed: boolean) => void }) {
  const { t } = useTranslation('confirm');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [ways, setWays] = useState<Ways | null>(null);
  const [error, setError] = useState<unknown>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    // the dialogs under it hear Escape first, and must not close with it
    const keepOthers = (event: FocusEvent) => {
      if (event.target instanceof Element) event.target.setAttribute('data-mantine-stop-propagation', 'true');
    };
    element?.addEventListener('focusin', keepOthers);
    element?.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    fetchWays().then(setWays, setError);
  }, []);

  const cancel = <Button onClick={() => onEnd(false)}>{t('cancel')}</Button>;
  return (
    <dialog
      ref={dialog}
      className={dialogClasses['dialog']}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onEnd(false);
      }}
    >
      <h2 id={id}>{t('title')}</h2>
      <div className={classes['body']}>
        <p>{t('text')}</p>
        {ways && ways.ways.length > 0 ? (
          <FactorForm
            ways={ways.ways}
            submit={t('submit')}
            actions={cancel}
            beginPasskey={() => answer(api.POST('/rest/portico/1/session/confirm/passkey-options'))}
            prove={async ({ mailCode: _, ...proof }) => {
              await answerWithoutSession(api.POST('/rest/portico/1/session/confirm', { body: proof }));
              onEnd(true);
            }}
          />
        ) : ways?.provider ? (
          <ThroughProvider provider={ways.provider} onEnd={onEnd} />
        ) : (
          <>
            {error ? <ErrorAlert error={error} /> : null}
            {ways && (
              <Note tone="info">
                <p>{t('nothing')}</p>
              </Note>
            )}
            {!ways && !error && <p role="status">{t('loading')}</p>}
            <div className={classes['actions']}>{cancel}</div>
          </>
        )}
      </div>
    </dialog>
  );
}

interface ThroughProviderProps {
  readonly provider: NonNullable<Ways['provider']>;
  readonly onEnd: (isConfirmed: boolean) => void;
}

/** In a window of its own, so that this page and what was typed into it stay. */
function ThroughProvider({ provider, onEnd }: ThroughProviderProps) {
  const { t } = useTranslation('confirm');
  const [hasLeft, setHasLeft] = useState(false);
  return (
    <>
      <p>{t('providerText', { provider: provider.name })}</p>
      <div className={classes['actions']}>
        <Button onClick={() => onEnd(false)}>{t('cancel')}</Button>
        <a
          className={buttonClass({ variant: hasLeft ? 'default' : 'filled' })}
          href={`${provider.url}?${new URLSearchParams({ destination: afterProvider })}`}
          target="_blank"
          rel="noopener"
          onClick={() => setHasLeft(true)}
        >
          {t('providerOpen', { provider: provider.name })}
        </a>
        {hasLeft && (
          <Button variant="filled" onClick={() => onEnd(true)}>
            {t('providerDone')}
          </Button>
        )}
      </div>
    </>
  );
}
