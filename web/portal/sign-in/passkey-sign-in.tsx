import { IconKey } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { answerWithoutSession, api } from '../../kit/api/client.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { PasskeyError } from '../../kit/confirm/passkey-error.ts';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { Note } from '../../kit/plain/note.tsx';
import classes from './sign-in-page.module.css';

// the browser's half comes when it is used: the page is a first one, and most people have no passkey yet
const loadPasskeys = () => import('../../kit/confirm/passkeys.ts');

/** Signing in with a passkey and nothing else: by a button, or by what the browser offers to fill in. */
export function PasskeySignIn({ destination }: { destination: string | null }) {
  const { t } = useTranslation('sign-in');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const errorText = useErrorText();
  const isStarted = useRef(false);

  async function signIn(isAutofill: boolean): Promise<void> {
    setProblem(null);
    setIsBusy(!isAutofill);
    let wasAnswered = false;
    const { askForPasskey } = await loadPasskeys();
    try {
      const passkey = await askForPasskey(
        () => answerWithoutSession(api.POST('/rest/portico/1/sign-in/passkey-options')),
        { isAutofill },
      );
      wasAnswered = true;
      setIsBusy(true);
      const { url } = await answerWithoutSession(
        api.POST('/rest/portico/1/sign-in/passkey', {
          body: { passkey, ...(destination && { destination }) },
        }),
      );
      window.location.replace(url);
    } catch (error) {
      setIsBusy(false);
      if (error instanceof PasskeyError) {
        if (error.problem !== 'cancelled' && !isAutofill) setProblem(t('passkey.unsupported'));
      } else if (wasAnswered) setProblem(t('passkey.refused'));
      else if (!isAutofill) setProblem(errorText(error));
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: offered once, when the page is shown
  useEffect(() => {
    if (isStarted.current || !('PublicKeyCredential' in window)) return;
    isStarted.current = true;
    void PublicKeyCredential.isConditionalMediationAvailable?.().then((isAvailable) =>
      isAvailable ? signIn(true) : null,
    );
  }, []);

  return (
    <div className={classes['step']}>
      <Button
        icon={<IconKey size={18} stroke={1.7} aria-hidden="true" />}
        isBusy={isBusy}
        onClick={() => void signIn(false)}
      >
        {t('passkey.action')}
      </Button>
      {problem && (
        <Note tone="error" role="alert">
          <p>{problem}</p>
        </Note>
      )}
    </div>
  );
}
