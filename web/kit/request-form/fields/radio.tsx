import { useId } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { FieldGroup } from './field-group.tsx';
import { around, type ControlProps, type FieldModule } from './field-module.ts';
import classes from './fields.module.css';
import { oneOption } from './select.tsx';

/** One of a list of options, all of them to be seen at once. */
export const radioField: FieldModule = { ...oneOption, Control };

function Control({ field, state, error, onChange }: ControlProps) {
  const { t } = useTranslation('fields');
  const name = useId();
  const choices = field.required
    ? field.validValues
    : [...field.validValues, { value: '', label: t('noAnswer') }];
  return (
    <FieldGroup {...around({ field, error })}>
      <div className={classes['choices']}>
        {choices.map(({ value, label }) => (
          <label key={value} className={classes['choice']}>
            <input type="radio" name={name} checked={state === value} onChange={() => onChange(value)} />
            {label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
