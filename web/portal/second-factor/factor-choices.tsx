import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import classes from './second-factor.module.css';
import type { FactorKind } from './set-up.tsx';

interface FactorChoicesProps {
  readonly kinds: readonly FactorKind[];
  readonly onChoose: (kind: FactorKind) => void;
}

/** The kinds of second factors that can be set up, and what each of them is. */
export function FactorChoices({ kinds, onChoose }: FactorChoicesProps) {
  const { t } = useTranslation('second-factor');
  return (
    <ul className={classes['choices']}>
      {kinds.map((kind) => {
        const words = kind === 'totp' ? 'app' : 'passkey';
        return (
          <li key={kind}>
            <h2 id={`set-up-${kind}`}>{t(`${words}.title`)}</h2>
            <p className={classes['text']}>{t(`${words}.text`)}</p>
            <Button size="sm" aria-describedby={`set-up-${kind}`} onClick={() => onChoose(kind)}>
              {t('setUp.action')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
