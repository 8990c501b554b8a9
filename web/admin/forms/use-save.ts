import { useMutation } from '@tanstack/react-query';
import { type RefObject, useRef, useState } from 'react';
import { ApiError } from '../../kit/api/api-error.ts';
import { useErrorText } from '../../kit/components/states.tsx';

interface SaveOptions<Values, Saved> {
  readonly save: (values: Values) => Promise<Saved>;
  readonly onSaved: (saved: Saved, values: Values) => void | Promise<void>;
  /** paths of the fields that can show an error of their own */
  readonly fields: readonly string[];
  readonly setErrors: (errors: Record<string, string>) => void;
  /** True when the refusal is dealt with elsewhere, such as a stale version. */
  readonly onRefused?: (error: ApiError) => boolean;
}

export interface Saving<Values> {
  save(values: Values): void;
  readonly isSaving: boolean;
  /** what concerns no field of the form, in words */
  readonly problem: string | null;
  clearProblem(): void;
  /** of the form element: the first field in error gets the focus */
  readonly form: RefObject<HTMLFormElement | null>;
}

/** Saves a form. What the server says of a field is shown at the field, everything else above the button. */
export function useSave<Values, Saved>(options: SaveOptions<Values, Saved>): Saving<Values> {
  const { save, onSaved, fields, setErrors, onRefused } = options;
  const errorText = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const { mutate, isPending } = useMutation({
    mutationFn: save,
    onSuccess: (saved, values) => onSaved(saved, values),
    onError: (error) => {
      const isRefusal = error instanceof ApiError;
      if (isRefusal && onRefused?.(error)) return;
      const ofFields: Record<string, string> = {};
      const others: string[] = [];
      for (const [name, message] of Object.entries(isRefusal ? error.errors : {})) {
        if (fields.includes(name)) ofFields[name] = message;
        else others.push(message);
      }
      const hasFields = Object.keys(ofFields).length > 0;
      const rest = isRefusal ? [...error.errorMessages, ...others] : [];
      setProblem(rest.length > 0 ? rest.join(' ') : hasFields ? null : errorText(error));
      setErrors(ofFields);
      if (hasFields) focusFirstError(form);
    },
  });

  return {
    save(values) {
      if (isPending) return;
      setProblem(null);
      mutate(values);
    },
    isSaving: isPending,
    problem,
    clearProblem: () => setProblem(null),
    form,
  };
}

/** Moves the focus to the first control that is in error. */
export function focusFirstError(form: RefObject<HTMLFormElement | null>): void {
  focusOnceDrawn(form, ['[aria-invalid="true"]']);
}

/** Moves the focus to what the first of the selectors that finds anything finds: what is in error is drawn a few frames after it is known. */
export function focusOnceDrawn(
  form: RefObject<HTMLFormElement | null>,
  selectors: readonly string[],
  framesLeft = 30,
): void {
  requestAnimationFrame(() => {
    for (const selector of selectors) {
      const found = form.current?.querySelector<HTMLElement>(selector);
      if (found) return found.focus();
    }
    if (framesLeft > 0) focusOnceDrawn(form, selectors, framesLeft - 1);
  });
}
