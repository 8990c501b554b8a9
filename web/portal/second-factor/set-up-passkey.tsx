import { useState } from 'react';
import { answerWithoutSession, api } from '../../kit/api/client.ts';
import { useFactorProblem } from '../../kit/confirm/use-factor-problem.ts';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { Note } from '../../kit/plain/note.tsx';
import type { SetUpStepProps } from './added.ts';
import classes from './second-factor.module.css';

/** Has the browser make a passkey. */
export function SetUpPasskey({ name, onAdded, onBack, onRefused }: SetUpStepProps) {
  const { t } = useTranslation('second-factor');
  const factorProblem = useFactorProblem();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function add(): Promise<void> {
    setIsBusy(true);
    setProblem(null);
    try {
      const { makePasskey } = await import('../../kit/confirm/passkeys.ts');
      const made = await makePasskey(() =>
        answerWithoutSession(api.POST('/rest/portico/1/second-factor/passkey-options')),
      );
      const body = { ...made, name };
      onAdded(await answerWithoutSession(api.POST('/rest/portico/1/second-factor/passkey', { body })));
    } catch (error) {
      setIsBusy(false);
      if (!onRefused?.(error)) setProblem(factorProblem(error));
    }
  }

  return (
    <div className={classes['step']}>
      <h2 className={classes['heading']}>{t('passkey.title')}</h2>
      <p className={classes['text']}>{t('passkey.text')}</p>
      {problem !== null && (
        <Note tone="error" role="alert">
          <p>{problem}</p>
        </Note>
      )}
      <div className={classes['actions']}>
        <Button onClick={onBack}>{t('setUp.back')}</Button>
        <Button variant="filled" isBusy={isBusy} onClick={() => void add()}>
          {t('passkey.submit')}
        </Button>
      </div>
    </div>
  );
}
