import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../request-queries.ts';
import { EditForm } from './edit-form.tsx';
import { useFieldEdit } from './use-field-edit.ts';

/** The server's limit of a summary, in characters. */
const maxLength = 255;

/** The summary, where it stands as the page's heading. */
export function SummaryEditor({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const { t } = useTranslation('agent');
  const edit = useFieldEdit(issue.key, 'summary', onClose);
  const [initial] = useState(issue.fields.summary);
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const label = t('request.summary');
  function save(isAnyway: boolean) {
    const summary = text.trim();
    if (summary === initial && !isAnyway) return onClose();
    if (summary === '') return setProblem(t('edit.required'));
    if (summary.length > maxLength) return setProblem(t('edit.tooLong', { count: maxLength }));
    edit.save(summary, { isAnyway });
  }
  return (
    <EditForm
      requestKey={issue.key}
      fieldId="summary"
      label={label}
      edit={edit}
      isDirty={text.trim() !== initial}
      onSave={save}
      onClose={onClose}
    >
      <TextInput
        aria-label={label}
        value={text}
        error={problem}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
          edit.retype();
        }}
      />
    </EditForm>
  );
}
