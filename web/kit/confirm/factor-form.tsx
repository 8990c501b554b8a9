import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from '../plain/button.tsx';
import { TextInput } from '../plain/field.tsx';
import { Note } from '../plain/note.tsx';
import classes from './factor-form.module.css';
import type { BegunCeremony, PasskeyProof } from './passkeys.ts';
import { useFactorProblem } from './use-factor-problem.ts';

/** How somebody can show that it is them. */
export type FactorWay = 'passkey' | 'totp' | 'recovery' | 'mail' | 'password';

/** What they have shown, as the server takes it. */
export interface FactorProof {
  readonly passkey?: PasskeyProof;
  readonly totp?: string;
  readonly recoveryCode?: string;
  readonly mailCode?: string;
  readonly password?: string;
}

/** Codes by e-mail, where there are some. */
export interface MailedCodes {
  readonly email: string;
  readonly wasSent: boolean;
  readonly canSend: boolean;
  readonly send: () => Promise<void>;
}

interface FactorFormProps {
  /** the first one is asked for first */
  readonly ways: readonly FactorWay[];
  readonly submit: string;
  readonly beginPasskey: () => Promise<BegunCeremony>;
  readonly prove: (proof: FactorProof) => Promise<void>;
  /** an error that is dealt with elsewhere, such as a sign-in whose time is over */
  readonly onRefused?: (error: unknown) => boolean;
  readonly codes?: MailedCodes | undefined;
  /** above the button */
  readonly children?: ReactNode;
  /** beside the button */
  readonly actions?: ReactNode;
}

// the browser's half comes when it is used: the page is a first one
const loadPasskeys = () => import('./passkeys.ts');

type TypedWay = Exclude<FactorWay, 'passkey'>;

const fields = {
  totp: { name: 'totp', autoComplete: 'one-time-code', inputMode: 'numeric' },
  mail: { name: 'mailCode', autoComplete: 'one-time-code', inputMode: 'numeric' },
  recovery: { name: 'recoveryCode', autoComplete: 'off', inputMode: 'text' },
  password: { name: 'password', autoComplete: 'current-password', inputMode: 'text' },
} as const satisfies Record<TypedWay, object>;

/** Asks for one thing that shows that it is the person, and offers the others that they have. */
export function FactorForm(props: FactorFormProps) {
  const { ways, submit, beginPasskey, prove, onRefused, codes, children, actions } = props;
  const { t } = useTranslation('confirm');
  const problemText = useFactorProblem();
  const [way, setWay] = useState<FactorWay>(ways[0] ?? 'password');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way has another first field
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input:not([type=checkbox]), button');
    first?.focus({ preventScroll: true });
  }, [way, codes?.wasSent]);

  async function attempt(act: () => Promise<void>): Promise<boolean> {
    setProblem(null);
    try {
      await act();
      return true;
    } catch (error) {
      if (!onRefused?.(error)) setProblem(problemText(error));
      return false;
    }
  }
  async function show(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const text = way === 'password' ? typed : typed.trim();
    const isEmpty = way !== 'passkey' && text === '';
    setIsMissing(isEmpty);
    if (isEmpty) {
      form.current?.querySelector('input')?.focus();
      return;
    }
    setIsBusy(true);
    const isDone = await attempt(async () =>
      prove(
        way === 'passkey'
          ? { passkey: await (await loadPasskeys()).askForPasskey(beginPasskey) }
          : { [fields[way].name]: text },
      ),
    );
    // it stays busy while what was asked for goes on
    if (isDone) return;
    setIsBusy(false);
    form.current?.querySelector<HTMLInputElement>('input:not([type=checkbox])')?.select();
  }
  async function send(): Promise<void> {
    setIsSending(true);
    await attempt(async () => codes?.send());
    setIsSending(false);
  }
  function change(next: FactorWay): void {
    setWay(next);
    setTyped('');
    setProblem(null);
    setIsMissing(false);
  }

  const others = ways.filter((other) => other !== way);
  const isUnsent = way === 'mail' && codes !== undefined && !codes.wasSent;
  const help = { email: codes?.email ?? '' };
  return (
    <form ref={form} className={classes['form']} onSubmit={(event) => void show(event)} noValidate>
      {problem !== null && (
        <Note tone="error" role="alert">
          <p>{problem}</p>
        </Note>
      )}
      {way === 'passkey' && <p className={classes['intro']}>{t('passkey.intro')}</p>}
      {isUnsent && <p className={classes['intro']}>{t('mail.intro', help)}</p>}
      {way !== 'passkey' && !isUnsent && (
        <TextInput
          key={way}
          label={t(`${way}.label`)}
          description={t(`${way}.help`, help)}
          type={way === 'password' ? 'password' : 'text'}
          {...fields[way]}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={way === 'password' ? 1024 : 40}
          value={typed}
          error={isMissing ? t(`${way}.missing`) : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setIsMissing(false);
          }}
        />
      )}
      {way === 'mail' && !isUnsent && codes && (
        <div className={classes['again']}>
          {codes.canSend ? (
            <Button variant="subtle" size="sm" isBusy={isSending} onClick={() => void send()}>
              {t('mail.again')}
            </Button>
          ) : (
            <p className={classes['intro']}>{t('mail.noMore')}</p>
          )}
        </div>
      )}
      {children}
      <div className={classes['actions']}>
        {actions}
        {isUnsent ? (
          <Button variant="filled" isBusy={isSending} onClick={() => void send()}>
            {t('mail.send')}
          </Button>
        ) : (
          <Button type="submit" variant="filled" isBusy={isBusy}>
            {way === 'passkey' ? t('passkey.submit') : submit}
          </Button>
        )}
      </div>
      {others.length > 0 && (
        <div className={classes['others']}>
          <p id="other-ways">{t('other')}</p>
          <ul aria-labelledby="other-ways">
            {others.map((other) => (
              <li key={other}>
                <Button size="sm" onClick={() => change(other)}>
                  {t(`ways.${other}`)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
