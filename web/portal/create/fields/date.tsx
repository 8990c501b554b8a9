import { TextInput } from '../../../kit/plain/field.tsx';
import { around, type ControlProps, type FieldModule } from './field-module.ts';
import { line } from './line.ts';
import { localTime } from './zoned-time.ts';

/** A day of the calendar. */
export const dateField: FieldModule = {
  ...line,
  problem(state, { _portico: { settings } }, { now, timeZone }) {
    const today = localTime(now, timeZone).slice(0, 10);
    if (settings.notBefore && state < today) return { problem: 'past' };
    if (settings.notAfter && state > today) return { problem: 'future' };
    return null;
  },
  Control,
};

function Control({ field, state, error, onChange }: ControlProps) {
  return (
    <TextInput
      {...around({ field, error })}
      type="date"
      max="9999-12-31"
      autoComplete="off"
      value={state}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
