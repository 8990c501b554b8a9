import type { ReactNode } from 'react';
import { useId } from 'react';
import { accentColors } from '../../kit/colors.ts';
import classes from './accent-picker.module.css';

interface AccentPickerProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (color: string) => void;
  readonly error?: ReactNode;
}

/** The colours that a portal may have, as radio buttons that look like them; the chosen one is also named. */
export function AccentPicker({ label, value, onChange, error }: AccentPickerProps) {
  const name = useId();
  return (
    <fieldset className={classes['field']}>
      <legend>
        {label}: <span className={classes['chosen']}>{value}</span>
      </legend>
      <div className={classes['swatches']}>
        {accentColors.map((color) => (
          <label key={color} title={color}>
            <input
              type="radio"
              name={name}
              value={color}
              aria-label={color}
              checked={value === color}
              onChange={() => onChange(color)}
            />
            <span style={{ background: `var(--mantine-color-${color}-7)` }} />
          </label>
        ))}
      </div>
      {error ? <p className={classes['error']}>{error}</p> : null}
    </fieldset>
  );
}
