import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../kit/components/time.tsx';
import type { FormField } from '../../kit/request-form/fields/field-module.ts';
import type { ModuleOf } from '../../kit/request-form/fields/registry.ts';
import { focusField } from '../../kit/request-form/form-problems.tsx';
import { useProblemText } from '../../kit/request-form/use-request-form.ts';
import {
  type AdfDocument,
  asDocument,
  emptyDocument,
  isEmptyDocument,
  trimDocument,
} from '../../kit/rich-text/adf.ts';
import { contentOf } from '../request/in-place/field-content.ts';
import { stateOf } from '../request/in-place/field-state.ts';
import type { Issue } from '../request/request-queries.ts';

/** What is filled in on the way to another status. It begins with what the request has, or else with what such a field begins with. */
export interface Screen {
  /** of fields with controls of their own, as those keep it */
  state(field: FormField): string;
  setState(field: FormField, state: string): void;
  /** of long texts */
  document(field: FormField): AdfDocument;
  setDocument(field: FormField, document: AdfDocument): void;
  error(field: FormField): string | undefined;
  /** Says what the server did not take. */
  show(errors: Readonly<Record<string, string>>): void;
  /** Whether it can be sent; says what is wrong, and leads to it, when it cannot. */
  isReady(): boolean;
  /** what is sent, in the form of api/3, by field id; what was emptied is null */
  values(): Record<string, unknown>;
}

/** Whether a field holds rich text. */
export function isLong({ _portico: { type } }: FormField): boolean {
  return type === 'paragraph' || type === 'description';
}

/** Keeps what is filled in. */
export function useScreen(issue: Issue, fields: readonly FormField[], moduleOf: ModuleOf): Screen {
  const { t } = useTranslation('agent');
  const problemText = useProblemText();
  const timeZone = useTimeZone();
  const readNow = () => ({ timeZone, fileIds: [], now: new Date() });
  const [initial] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      fields
        .filter((field) => !isLong(field))
        .map((field) => [
          field.fieldId,
          stateOf(field, contentOf(issue, field.fieldId), moduleOf(field), readNow()) ||
            moduleOf(field).initial(field, readNow()),
        ]),
    ),
  );
  const [states, setStates] = useState(initial);
  const [initialDocuments] = useState<Readonly<Record<string, AdfDocument>>>(() =>
    Object.fromEntries(
      fields
        .filter(isLong)
        .map(({ fieldId }) => [fieldId, asDocument(issue.fields[fieldId]) ?? emptyDocument]),
    ),
  );
  const [documents, setDocuments] = useState(initialDocuments);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const stateIn = ({ fieldId }: FormField) => states[fieldId] ?? '';
  const documentIn = ({ fieldId }: FormField) => documents[fieldId] ?? emptyDocument;
  const forget = (fieldId: string) => setErrors(({ [fieldId]: _fixed, ...others }) => others);

  function problemOf(field: FormField): string | null {
    const read = readNow();
    const module = moduleOf(field);
    const isEmpty = isLong(field) ? isEmptyDocument(documentIn(field)) : module.isEmpty(stateIn(field), read);
    if (isEmpty) return field.required ? t('screen.missing') : null;
    const found = isLong(field) ? null : (module.problem?.(stateIn(field), field, read) ?? null);
    return found && problemText.of(found);
  }
  function sentOf(field: FormField): unknown {
    if (isLong(field)) {
      const document = documentIn(field);
      return isEmptyDocument(document) ? null : trimDocument(document);
    }
    const module = moduleOf(field);
    const read = readNow();
    return module.isEmpty(stateIn(field), read) ? null : module.sent(stateIn(field), field, read);
  }
  function isChanged(field: FormField): boolean {
    const { fieldId } = field;
    return isLong(field)
      ? documents[fieldId] !== initialDocuments[fieldId]
      : stateIn(field) !== (initial[fieldId] ?? '');
  }
  function show(found: Readonly<Record<string, string>>) {
    setErrors(found);
    const first = fields.find(({ fieldId }) => found[fieldId]);
    if (first) requestAnimationFrame(() => focusField(first.fieldId));
  }
  return {
    state: stateIn,
    setState(field, state) {
      setStates((before) => ({ ...before, [field.fieldId]: state }));
      forget(field.fieldId);
    },
    document: documentIn,
    setDocument(field, document) {
      setDocuments((before) => ({ ...before, [field.fieldId]: document }));
      forget(field.fieldId);
    },
    error: ({ fieldId }) => errors[fieldId],
    show,
    isReady() {
      const found = Object.fromEntries(
        fields.flatMap((field) => {
          const problem = problemOf(field);
          return problem === null ? [] : [[field.fieldId, problem]];
        }),
      );
      show(found);
      return Object.keys(found).length === 0;
    },
    values: () =>
      Object.fromEntries(
        fields
          .filter((field) => isChanged(field) || sentOf(field) !== null)
          .map((field) => [field.fieldId, sentOf(field)]),
      ),
  };
}
