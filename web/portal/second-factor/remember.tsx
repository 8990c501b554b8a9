import { useId } from 'react';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import classes from './second-factor.module.css';

interface RememberProps {
  readonly days: number;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** Whether this browser is not asked again for some days. */
export function Remember({ days, isChecked, onChange }: RememberProps) {
  const { t } = useTranslation('second-factor');
  const id = useId();
  return (
    <div className={classes['remember']}>
      <input
        type="checkbox"
        id={id}
        aria-describedby={`${id}-help`}
        checked={isChecked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{t('pending.remember', { count: days })}</label>
      <span id={`${id}-help`}>{t('pending.rememberHelp')}</span>
    </div>
  );
}
