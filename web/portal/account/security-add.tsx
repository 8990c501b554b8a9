import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { TextInput } from '../../kit/plain/field.tsx';
import { FactorChoices } from '../second-factor/factor-choices.tsx';
import { LazySetUp } from '../second-factor/lazy-set-up.tsx';
import type { FactorKind } from '../second-factor/set-up.tsx';
import classes from './security-page.module.css';
import type { Security } from './security-queries.ts';

interface SecurityAddProps {
  readonly allows: Security['allows'];
  readonly owner: string;
  readonly onAdded: (words: string) => Promise<void>;
}

type Step = { readonly kind: FactorKind; readonly isNamed: boolean };

/** Sets up another second factor: which kind, what it is called, and its own steps. */
export function SecurityAdd({ allows, owner, onAdded }: SecurityAddProps) {
  const { t } = useTranslation('second-factor');
  const [step, setStep] = useState<Step | null>(null);
  const [name, setName] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const kinds = (['passkey', 'totp'] as const).filter((kind) =>
    kind === 'totp' ? allows.totp : allows.passkeys,
  );
  if (kinds.length === 0) return null;
  if (!step) {
    return (
      <FactorChoices
        kinds={kinds}
        onChoose={(kind) => {
          setName(t(kind === 'totp' ? 'app.defaultName' : 'passkey.defaultName'));
          setStep({ kind, isNamed: false });
        }}
      />
    );
  }
  if (step.isNamed) {
    return (
      <div className={classes['panel']}>
        <LazySetUp
          kind={step.kind}
          name={name.trim()}
          owner={owner}
          onDone={() => {
            setStep(null);
            void onAdded(t('security.wasAdded', { name: name.trim() }));
          }}
          onBack={() => setStep(null)}
        />
      </div>
    );
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsMissing(name.trim() === '');
    if (step && name.trim() !== '') setStep({ ...step, isNamed: true });
  }
  return (
    <form className={classes['panel']} onSubmit={submit} noValidate>
      <TextInput
        // the way here was a button, which is gone
        autoFocus
        label={t('security.name')}
        description={t('security.nameHelp')}
        maxLength={100}
        value={name}
        error={isMissing ? t('security.noName') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes['actions']}>
        <Button onClick={() => setStep(null)}>{t('security.cancel')}</Button>
        <Button type="submit" variant="filled">
          {t('security.addNext')}
        </Button>
      </div>
    </form>
  );
}
