import type { Ref } from 'react';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Note } from '../../kit/plain/note.tsx';
import classes from './create-page.module.css';
import type { FormField } from './fields/field-module.ts';

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
  const { t } = useTranslation('portal');
  const wrong = fields.filter((field) => errors[field.fieldId]);
  if (wrong.length === 0 && !problem) return null;
  return (
    <div ref={ref} tabIndex={-1} className={classes['problems']}>
      <Note tone="error" role="alert" title={t('create.problems')}>
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
                  {t('create.problemOf', { field: field.name, problem: errors[field.fieldId] ?? '' })}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Note>
    </div>
  );
}
