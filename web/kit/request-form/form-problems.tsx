import type { Ref } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Note } from '../plain/note.tsx';
import type { FormField } from './fields/field-module.ts';
import classes from './form.module.css';

/** The attribute by which a field's input is found. */
export const fieldAttribute = 'data-field';

/** Moves the focus into the field. */
export function focusField(fieldId: string): void {
  const field = document.querySelector(`[${fieldAttribute}="${CSS.escape(fieldId)}"]`);
  const control =
    field?.querySelector<HTMLElement>('input:not([hidden]), textarea, select') ??
    field?.querySelector<HTMLElement>('button');
  control?.focus();
}

/** All that is wrong with the form in one place, each leading to its field. It is read out when it appears. */
export function FormProblems({
  fields,
  errors,
  problem,
  ref,
}: {
  fields: readonly FormField[];
  errors: Readonly<Record<string, string>>;
  problem: string | null;
  ref: Ref<HTMLDivElement>;
}) {
  const { t } = useTranslation('fields');
  const wrong = fields.filter((field) => errors[field.fieldId]);
  if (wrong.length === 0 && !problem) return null;
  return (
    <div ref={ref} tabIndex={-1} className={classes['problems']}>
      <Note tone="error" role="alert" title={t('form.problems')}>
        {problem && <p>{problem}</p>}
        {wrong.length > 0 && (
          <ul>
            {wrong.map((field) => (
              <li key={field.fieldId}>
                <a
                  href={`#${field.fieldId}`}
                  onClick={(event) => {
                    event.preventDefault();
                    focusField(field.fieldId);
                  }}
                >
                  {t('form.problemOf', { field: field.name, problem: errors[field.fieldId] ?? '' })}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Note>
    </div>
  );
}
