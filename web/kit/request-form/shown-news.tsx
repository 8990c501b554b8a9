import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { VisuallyHidden } from '../plain/visually-hidden.tsx';
import type { FormField } from './fields/field-module.ts';

/** Tells those who listen to the page which questions have come and gone by their answers. */
export function ShownNews({ shown }: { shown: readonly FormField[] }) {
  const { t } = useTranslation('fields');
  const before = useRef(shown);
  const [words, setWords] = useState('');
  useEffect(() => {
    const come = missingFrom(before.current, shown);
    const gone = missingFrom(shown, before.current);
    before.current = shown;
    if (come.length + gone.length === 0) return;
    const said = [
      come.length > 0 && t('appeared', { count: come.length, names: come.join(', ') }),
      gone.length > 0 && t('gone', { count: gone.length, names: gone.join(', ') }),
    ];
    setWords(said.filter(Boolean).join('. '));
  }, [shown, t]);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {words}
    </VisuallyHidden>
  );
}

/** Names of the fields of `fields` that `others` has not. */
function missingFrom(others: readonly FormField[], fields: readonly FormField[]): string[] {
  const ids = new Set(others.map(({ fieldId }) => fieldId));
  return fields.filter(({ fieldId }) => !ids.has(fieldId)).map(({ name }) => name);
}
