import { Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldValue } from '../../kit/field-values/field-value.tsx';
import { bySection } from '../../kit/field-values/sections.ts';
import type { FormField } from '../../kit/request-form/fields/field-module.ts';
import { EditableDetail, Nothing } from './detail.tsx';
import { useEditor, useEditors } from './in-place/editors.tsx';
import classes from './request-details.module.css';
import type { Issue } from './request-queries.ts';

interface FormValuesProps {
  readonly issue: Issue;
  readonly editable: readonly FormField[];
}

/** What was filled into the form, under its sections; the fields that are empty come when they are asked for. */
export function FormValues({ issue, editable }: FormValuesProps) {
  const { t } = useTranslation('agent');
  const editors = useEditors();
  const [showsEmpty, setShowsEmpty] = useState(false);
  const all = issue._portico.fields ?? [];
  // long texts stand under the description
  const filled = all.filter(({ type }) => type !== 'paragraph');
  const empty = editable.filter(
    ({ fieldId }) => fieldId.startsWith('customfield_') && !all.some(({ id }) => id === fieldId),
  );
  const fieldOf = (id: string) => editable.find(({ fieldId }) => fieldId === id) ?? null;
  return (
    <>
      {bySection(filled).map(({ section, values }) => (
        <div key={`${section?.id} ${values[0]?.id}`} className={classes['part']}>
          {section ? (
            <Title order={3} size="h6">
              {section.title}
            </Title>
          ) : null}
          <dl className={classes['list']}>
            {values.map(({ id, label, type, content, value }) => (
              <EditableDetail key={id} issue={issue} field={fieldOf(id)} label={label}>
                {value === '' ? (
                  <Nothing>{t('request.empty')}</Nothing>
                ) : (
                  <FieldValue type={type} value={content} />
                )}
              </EditableDetail>
            ))}
          </dl>
        </div>
      ))}
      {empty.length > 0 ? (
        <div className={classes['part']}>
          {showsEmpty ? (
            <dl className={classes['list']}>
              {empty.map((field) => (
                <EditableDetail key={field.fieldId} issue={issue} field={field} label={field.name}>
                  <Nothing>{t('request.empty')}</Nothing>
                </EditableDetail>
              ))}
            </dl>
          ) : (
            empty.map((field) => (
              <HiddenField
                key={field.fieldId}
                field={field}
                onBegin={() => {
                  setShowsEmpty(true);
                  // once it is there
                  setTimeout(() => editors.begin(field.fieldId), 50);
                }}
              />
            ))
          )}
          <button
            type="button"
            className={classes['quiet']}
            aria-expanded={showsEmpty}
            onClick={() => setShowsEmpty(!showsEmpty)}
          >
            {showsEmpty ? t('request.hideEmptyFields') : t('request.emptyFields', { count: empty.length })}
          </button>
        </div>
      ) : null}
    </>
  );
}

/** An empty field that is not shown: it is when somebody wants to edit it. */
function HiddenField({ field, onBegin }: { field: FormField; onBegin: () => void }) {
  useEditor({ id: field.fieldId, label: field.name, begin: onBegin });
  return null;
}
