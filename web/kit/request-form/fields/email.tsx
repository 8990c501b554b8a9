import { TextInput } from '../../plain/field.tsx';
import { around, type ControlProps, type FieldModule } from './field-module.ts';
import { line } from './line.ts';

/** An e-mail address. */
export const emailField: FieldModule = {
  ...line,
  // what it must be in detail is left to the server
  problem: (state) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(state.trim()) ? null : { problem: 'notEmail' }),
  Control,
};

function Control({ field, state, error, onChange }: ControlProps) {
  return (
    <TextInput
      {...around({ field, error })}
      type="email"
      inputMode="email"
      autoComplete="email"
      autoCapitalize="none"
      value={state}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
