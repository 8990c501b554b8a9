import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';

/** What an input of ours needs of a form: `getInputProps` with the field's own type. */
export interface Field<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error: ReactNode;
}

/** Binds a field of a form to an input that takes and gives plain values. */
export function fieldOf<Values extends object, Name extends keyof Values & string>(
  form: UseFormReturnType<Values>,
  name: Name,
): Field<Values[Name]> {
  return {
    value: form.values[name],
    onChange(value) {
      form.setValues({ [name]: value } as unknown as Partial<Values>);
      form.clearFieldError(name);
    },
    error: form.errors[name],
  };
}
