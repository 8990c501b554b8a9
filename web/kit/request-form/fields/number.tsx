import { TextInput } from '../../plain/field.tsx';
import { around, type ControlProps, type FieldModule, type FormField, type Problem } from './field-module.ts';
import { line } from './line.ts';

/** A number, as people write it. */
export const numberField: FieldModule = {
  ...line,
  problem: (state, { _portico: { settings } }) => numberProblem(state, settings),
  sent: (state) => Number(readNumber(state)),
  terms: (state) => {
    const number = readNumber(state);
    return number === null ? [] : [String(Number(number))];
  },
  Control,
};

function Control({ field, state, error, onChange }: ControlProps) {
  return (
    <TextInput
      {...around({ field, error })}
      inputMode="decimal"
      autoComplete="off"
      value={state}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A number as people write it, '1,5' too, in the form that the server reads; null when it is none. */
export function readNumber(text: string): string | null {
  const written = text.trim().replace(/[\s'’]/g, '');
  const normal = written.includes('.') ? written : written.replace(',', '.');
  return /^[-+]?\d+(\.\d+)?$/.test(normal) ? normal : null;
}

/** What is wrong with a number. */
export function numberProblem(
  text: string,
  { min, max, decimals }: Pick<FormField['_portico']['settings'], 'min' | 'max' | 'decimals'>,
): Problem | null {
  const written = readNumber(text);
  if (written === null) return { problem: 'notNumber' };
  const number = Number(written);
  if (min !== undefined && number < min) return { problem: 'tooSmall', limit: min };
  if (max !== undefined && number > max) return { problem: 'tooLarge', limit: max };
  if (decimals !== undefined && Number(number.toFixed(decimals)) !== number) {
    return decimals === 0 ? { problem: 'notWhole' } : { problem: 'decimals', count: decimals };
  }
  return null;
}
