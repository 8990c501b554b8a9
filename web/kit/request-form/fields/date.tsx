import { TextInput } from '../../plain/field.tsx';
import { around, type ControlProps, type FieldModule } from './field-module.ts';
import { line } from './line.ts';
import { useUnfinished } from './use-unfinished.ts';
import { localTime } from './zoned-time.ts';

/** A day of the calendar. */
export const dateField: FieldModule = {
  ...line,
  problem(state, { _portico: { settings } }, { now, timeZone }) {
    if (!isDay(state)) return { problem: 'notDate' };
    const today = localTime(now, timeZone).slice(0, 10);
    if (settings.notBefore && state < today) return { problem: 'past' };
    if (settings.notAfter && state > today) return { problem: 'future' };
    return null;
  },
  terms: (state) => (isDay(state) ? [state] : []),
  Control,
};

function isDay(state: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(state);
}

function Control({ field, state, error, onChange }: ControlProps) {
  return (
    <TextInput
      {...around({ field, error })}
      type="date"
      max="9999-12-31"
      autoComplete="off"
      {...useUnfinished(state, onChange)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
