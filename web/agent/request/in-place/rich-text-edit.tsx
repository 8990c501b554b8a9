import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asDocument, emptyDocument, isEmptyDocument, trimDocument } from '../../../kit/rich-text/adf.ts';
import { RichTextEditor } from '../../../kit/rich-text/rich-text-editor.tsx';
import { useAttach } from '../../attachments/attach-context.ts';
import type { Issue } from '../request-queries.ts';
import { EditForm } from './edit-form.tsx';
import { useFieldEdit } from './use-field-edit.ts';

interface RichTextEditProps {
  readonly issue: Issue;
  readonly fieldId: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly onClose: () => void;
}

/** A description or another text of several lines, with all that rich text has. Nothing written is thrown away unasked. */
export function RichTextEdit({ issue, fieldId, label, isRequired, onClose }: RichTextEditProps) {
  const { t } = useTranslation('agent');
  const edit = useFieldEdit(issue.key, fieldId, onClose);
  const attach = useAttach();
  const [initial] = useState(() => asDocument(issue.fields[fieldId]) ?? emptyDocument);
  const [document, setDocument] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const isDirty = document !== initial;

  function save(isAnyway: boolean) {
    if (!isDirty && !isAnyway) return onClose();
    if (isEmptyDocument(document)) {
      if (isRequired) return setProblem(t('edit.required'));
      return edit.save(null, { isAnyway });
    }
    edit.save(trimDocument(document), { isAnyway });
  }
  function leave() {
    if (isDirty) setIsAsking(true);
    else onClose();
  }
  return (
    <EditForm
      requestKey={issue.key}
      fieldId={fieldId}
      label={label}
      edit={edit}
      isDirty={isDirty}
      takesEnter
      onSave={save}
      onClose={leave}
    >
      <RichTextEditor
        aria-label={label}
        value={document}
        error={problem}
        autoFocus
        onChange={(changed) => {
          setDocument(changed);
          setProblem(null);
          setIsAsking(false);
          edit.retype();
        }}
        onEscape={leave}
        {...(attach && { onFiles: attach })}
      />
      {isAsking ? (
        <Group gap="xs" role="group" aria-label={t('edit.discardQuestion')}>
          <Text size="sm">{t('edit.discardQuestion')}</Text>
          <Button autoFocus size="compact-sm" color="red" onClick={onClose}>
            {t('edit.discard')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setIsAsking(false)}>
            {t('edit.keepWriting')}
          </Button>
        </Group>
      ) : null}
    </EditForm>
  );
}
