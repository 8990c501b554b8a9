import { Alert, Button, Group, Input, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error.ts';
import { useErrorText } from '../components/states.tsx';
import { Dialog } from '../mantine/dialog.tsx';
import { tellDone } from '../notices.ts';
import { asDocument, documentOf, emptyDocument, isEmptyDocument, trimDocument } from '../rich-text/adf.ts';
import type { EditorHandle } from '../rich-text/editor-props.ts';
import { RichTextEditor } from '../rich-text/rich-text-editor.tsx';
import {
  type CannedResponse,
  deleteCannedResponse,
  fetchCannedResponse,
  saveCannedResponse,
} from './canned-queries.ts';
import classes from './canned-responses.module.css';
import { Preview } from './preview.tsx';
import { variables } from './variables.ts';

interface CannedResponseDialogProps {
  readonly deskId: string;
  /** null: a new one */
  readonly response: CannedResponse | null;
  readonly onClose: () => void;
}

/** Writes a canned response, shows what it will say, and deletes it. */
export function CannedResponseDialog({ deskId, response, onClose }: CannedResponseDialogProps) {
  const { t } = useTranslation('canned');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [before, setBefore] = useState(response);
  const [name, setName] = useState(response?.name ?? '');
  const [body, setBody] = useState(() => asDocument(response?.body) ?? emptyDocument);
  const [view, setView] = useState<'write' | 'preview'>('write');
  const [isAsking, setIsAsking] = useState(false);
  const [missing, setMissing] = useState<{ name?: string; body?: string }>({});
  const editor = useRef<EditorHandle>(null);

  async function refresh() {
    await queries.invalidateQueries({ queryKey: ['desk', deskId, 'canned-responses'] });
  }
  const save = useMutation({
    mutationFn: () => saveCannedResponse(deskId, { name, body: trimDocument(body) }, before),
    onSuccess: async (saved) => {
      tellDone(t('dialog.saved', { name: saved.name }));
      await refresh();
      onClose();
    },
  });
  const remove = useMutation({
    mutationFn: () => deleteCannedResponse(deskId, before?.id ?? ''),
    onSuccess: async () => {
      tellDone(t('dialog.deleted', { name: before?.name }));
      await refresh();
      onClose();
    },
  });
  const reload = useMutation({
    mutationFn: () => fetchCannedResponse(deskId, before?.id ?? ''),
    onSuccess: (now) => {
      setBefore(now);
      setName(now.name);
      setBody(asDocument(now.body) ?? emptyDocument);
      save.reset();
    },
  });

  const failed = save.error ?? remove.error ?? reload.error;
  const fields = save.error instanceof ApiError ? save.error.errors : {};
  const isOutdated = before !== null && save.error instanceof ApiError && save.error.status === 409;

  function submit() {
    if (save.isPending) return;
    const wanted = {
      ...(name.trim() === '' && { name: t('dialog.wantsName') }),
      ...(isEmptyDocument(body) && { body: t('dialog.wantsText') }),
    };
    setMissing(wanted);
    if (Object.keys(wanted).length === 0) save.mutate();
  }

  return (
    <Dialog
      title={t(response ? 'dialog.edit' : 'dialog.new')}
      size="xl"
      closeOnClickOutside={false}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('dialog.name')}
            description={t('dialog.nameHelp')}
            required
            data-autofocus
            maxLength={100}
            value={name}
            error={missing.name ?? fields['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div>
            <Group justify="space-between" mb={4}>
              <Text component="span" fw={600}>
                {t('dialog.body')}
              </Text>
              <SegmentedControl
                size="xs"
                value={view}
                onChange={(chosen) => setView(chosen as typeof view)}
                data={[
                  { value: 'write', label: t('dialog.write') },
                  { value: 'preview', label: t('dialog.preview') },
                ]}
              />
            </Group>
            {view === 'write' ? (
              <RichTextEditor
                handle={editor}
                aria-label={t('dialog.body')}
                value={body}
                error={missing.body ?? fields['body'] ?? null}
                onChange={setBody}
                onSubmit={submit}
                // the dialog closes by its own buttons: a key by accident costs no text
                onEscape={() => {}}
              />
            ) : (
              <Preview deskId={deskId} body={body} />
            )}
          </div>
          {view === 'write' ? (
            <Input.Wrapper
              labelElement="div"
              label={t('dialog.variables')}
              description={t('dialog.variablesHelp')}
              descriptionProps={{ mb: 6 }}
            >
              <div className={classes['variables']}>
                {variables.map((variable) => (
                  <Button
                    key={variable}
                    size="compact-xs"
                    variant="default"
                    aria-label={t('dialog.insert', { name: variable })}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => editor.current?.insert(documentOf(`{{${variable}}}`))}
                  >
                    {variable}
                  </Button>
                ))}
              </div>
            </Input.Wrapper>
          ) : null}
          {failed && Object.keys(fields).length === 0 ? (
            <Alert color="red" role="alert">
              <Stack gap="xs" align="flex-start">
                {errorText(failed)}
                {isOutdated ? (
                  <Button size="compact-sm" variant="default" onClick={() => reload.mutate()}>
                    {t('dialog.reload')}
                  </Button>
                ) : null}
              </Stack>
            </Alert>
          ) : null}
          {isAsking ? (
            <Group justify="flex-end" role="group" aria-label={t('dialog.deleteQuestion')}>
              <Text size="sm">{t('dialog.deleteQuestion')}</Text>
              <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
                {t('dialog.delete')}
              </Button>
              <Button variant="default" onClick={() => setIsAsking(false)}>
                {t('dialog.keep')}
              </Button>
            </Group>
          ) : (
            <Group justify="space-between">
              {before ? (
                <Button variant="subtle" color="red" onClick={() => setIsAsking(true)}>
                  {t('dialog.delete')}
                </Button>
              ) : (
                <span />
              )}
              <Group gap="xs">
                <Button variant="default" onClick={onClose}>
                  {t('dialog.cancel')}
                </Button>
                <Button type="submit" loading={save.isPending}>
                  {t('dialog.save')}
                </Button>
              </Group>
            </Group>
          )}
        </Stack>
      </form>
    </Dialog>
  );
}
