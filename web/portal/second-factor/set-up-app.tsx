import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../kit/api/api-error.ts';
import { answerWithoutSession, api } from '../../kit/api/client.ts';
import { Loading } from '../../kit/components/states.tsx';
import { useFactorProblem } from '../../kit/confirm/use-factor-problem.ts';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { TextInput } from '../../kit/plain/field.tsx';
import { Note } from '../../kit/plain/note.tsx';
import type { SetUpStepProps } from './added.ts';
import { CopyButton } from './copy-button.tsx';
import classes from './second-factor.module.css';

type Begun = Awaited<ReturnType<typeof begin>>;

function begin(name: string) {
  return answerWithoutSession(api.POST('/rest/portico/1/second-factor/totp', { body: { name } }));
}

/** Shows the key of a new authenticator app, and asks for a code of it. */
export function SetUpApp({ name, onAdded, onBack, onRefused }: SetUpStepProps) {
  const { t } = useTranslation('second-factor');
  const factorProblem = useFactorProblem();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isStarted = useRef(false);

  function refused(error: unknown): void {
    setIsBusy(false);
    if (onRefused?.(error)) return;
    const isWrong = error instanceof ApiError && error.errors['code'] !== undefined;
    setProblem(isWrong ? t('app.wrong') : factorProblem(error));
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once, when the step is shown
  useEffect(() => {
    if (isStarted.current) return;
    isStarted.current = true;
    begin(name).then(setBegun, refused);
  }, []);
  useEffect(() => {
    if (begun) form.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [begun]);

  async function finish(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!begun || isBusy) return;
    setIsMissing(code.trim() === '');
    if (code.trim() === '') {
      form.current?.querySelector('input')?.focus();
      return;
    }
    setIsBusy(true);
    setProblem(null);
    try {
      const call = { params: { path: { id: begun.id } }, body: { code: code.trim() } };
      onAdded(await answerWithoutSession(api.POST('/rest/portico/1/second-factor/totp/{id}/confirm', call)));
    } catch (error) {
      refused(error);
      form.current?.querySelector('input')?.select();
    }
  }

  const back = <Button onClick={onBack}>{t('setUp.back')}</Button>;
  const alert = problem !== null && (
    <Note tone="error" role="alert">
      <p>{problem}</p>
    </Note>
  );
  if (!begun) {
    return (
      <div className={classes['step']}>
        {alert || <Loading lines={4} />}
        <div>{back}</div>
      </div>
    );
  }
  return (
    <form ref={form} className={classes['step']} onSubmit={(event) => void finish(event)} noValidate>
      <h2 className={classes['heading']}>{t('app.title')}</h2>
      <p className={classes['text']}>{t('app.scan')}</p>
      {/* as an image, so that nothing in it can do anything */}
      <img
        className={classes['picture']}
        src={`data:image/svg+xml,${encodeURIComponent(begun.qrCode)}`}
        alt={t('app.picture')}
        width={200}
        height={200}
      />
      <a className={classes['phoneOnly']} href={begun.uri}>
        {t('app.open')}
      </a>
      <div className={classes['key']}>
        <p className={classes['text']}>{t('app.byHand')}</p>
        <code>{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
        <CopyButton text={begun.secret} label={t('app.copyKey')} />
      </div>
      {alert}
      <TextInput
        label={t('app.code')}
        description={t('app.codeHelp')}
        name="totp"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        value={code}
        error={isMissing ? t('app.noCode') : undefined}
        onChange={(event) => {
          setCode(event.currentTarget.value);
          setIsMissing(false);
        }}
      />
      <div className={classes['actions']}>
        {back}
        <Button type="submit" variant="filled" isBusy={isBusy}>
          {t('app.submit')}
        </Button>
      </div>
    </form>
  );
}
