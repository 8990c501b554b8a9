import { type Reader, shownValue } from '../../kit/field-values/shown-value.ts';

interface FormValue {
  readonly fieldId: string;
  readonly label: string;
  readonly value?: unknown;
  readonly _portico: {
    readonly type: string;
    readonly section: { readonly id: string; readonly title: string } | null;
    readonly document?: unknown;
  };
}

/** What was filled in besides summary, description and files, in the order of the form; no empty answers. */
export function otherValues(
  { requestFieldValues }: { requestFieldValues: readonly FormValue[] },
  reader: Reader,
): {
  fieldId: string;
  label: string;
  type: string;
  value: unknown;
  document: unknown;
  section: FormValue['_portico']['section'];
}[] {
  return requestFieldValues.flatMap(({ fieldId, label, value, _portico: { type, section, document } }) => {
    if (['summary', 'description', 'attachment'].includes(fieldId)) return [];
    return shownValue(type, value, reader).kind === 'nothing'
      ? []
      : [{ fieldId, label, type, value, document, section }];
  });
}
