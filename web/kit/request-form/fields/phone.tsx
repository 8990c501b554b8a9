import { TextInput } from '../../plain/field.tsx';
import { around, type ControlProps, type FieldModule } from './field-module.ts';
import { line } from './line.ts';

/** A telephone number as people write it. */
export const phoneField: FieldModule = {
  ...line,
  problem(state) {
    const [number = ''] = state.trim().split(/(?:ext\.?|x)\s*(?=\d{1,8}$)/i);
    const digits = number.replaceAll(/\D/g, '').length;
    const isNumber = /^\+?[\d\s()./-]+$/.test(number) && digits >= 3 && digits <= 15;
    return isNumber ? null : { problem: 'notPhone' };
  },
  terms: (state) => (state.trim() === '' ? [] : [state.trim().replaceAll(/\s+/g, ' ')]),
  Control,
};

function Control({ field, state, error, onChange }: ControlProps) {
  return (
    <TextInput
      {...around({ field, error })}
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      value={state}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
