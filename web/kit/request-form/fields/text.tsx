import { TextInput } from '../../plain/field.tsx';
import { around, type ControlProps, type FieldModule } from './field-module.ts';
import { line } from './line.ts';

/** A line of text: also what is asked for fields of a type that only a newer server knows. */
export const textField: FieldModule = { ...line, Control };

function Control({ field, state, error, onChange }: ControlProps) {
  return (
    <TextInput
      {...around({ field, error })}
      autoComplete="off"
      value={state}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
