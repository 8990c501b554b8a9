import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../../kit/api/session.ts';
import { asDocument, emptyDocument, isEmptyDocument, trimDocument } from '../../../kit/rich-text/adf.ts';
import { RichTextEditor } from '../../../kit/rich-text/rich-text-editor.tsx';
import { useAttach } from '../../attachments/attach-context.ts';
import type { Issue } from '../request-queries.ts';
import { EditForm } from './edit-form.tsx';
import { clearTextDraft, readTextDraft, writeTextDraft } from './text-draft.ts';
import { useFieldEdit } from './use-field-edit.ts';

interface RichTextEditProps {
  readonly issue: Issue;
  readonly fieldId: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** where nothing else says what it is */
  readonly showsLabel?: boolean;
  readonly onClose: () => void;
}

/** A description or another text of several lines, with all that rich text has. Nothing written is thrown away unasked. */
export function RichTextEdit(props: RichTextEditProps) {
  const { issue, fieldId, label, isRequired, showsLabel = false, onClose } = props;
  const { t } = useTranslation('agent');
  const { accountId } = useAccount();
  const place = { accountId, requestKey: issue.key, fieldId };
  const [kept] = useState(() => readTextDraft(place));
  const close = () => {
    clearTextDraft(place);
    onClose();
  };
  const edit = useFieldEdit(issue.key, fieldId, close, kept ? { content: kept.seen } : undefined);
  const attach = useAttach();
  const [initial] = useState(() => asDocument(issue.fields[fieldId]) ?? emptyDocument);
  const [document, setDocument] = useState(kept?.document ?? initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const isDirty = document !== initial;

  function save(isAnyway: boolean) {
    if (!isDirty && !isAnyway) return close();
    if (isEmptyDocument(document)) {
      if (isRequired) return setProblem(t('edit.required'));
      return edit.save(null, { isAnyway });
    }
    edit.save(trimDocument(document), { isAnyway });
  }
  function leave() {
    if (isDirty) setIsAsking(true);
    else close();
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
      onDiscard={close}
    >
      {showsLabel ? (
        <Text size="sm" fw={600} aria-hidden="true">
          {label}
        </Text>
      ) : null}
      <RichTextEditor
        aria-label={label}
        value={document}
        error={problem}
        autoFocus={kept === null}
        onChange={(changed) => {
          setDocument(changed);
          writeTextDraft(place, { document: changed, seen: edit.seen });
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
          <Button autoFocus size="compact-sm" color="red" onClick={close}>
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
