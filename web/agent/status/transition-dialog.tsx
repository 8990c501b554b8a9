import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { Loading, useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import type { FormField } from '../../kit/request-form/fields/field-module.ts';
import { type ModuleOf, modulesQuery } from '../../kit/request-form/fields/registry.ts';
import { focusField } from '../../kit/request-form/form-problems.tsx';
import { type AdfDocument, emptyDocument, isEmptyDocument, trimDocument } from '../../kit/rich-text/adf.ts';
import { RichTextEditor } from '../../kit/rich-text/rich-text-editor.tsx';
import { ConflictAlert } from '../conflict/conflict-alert.tsx';
import { formFieldOf } from '../request/in-place/editable-fields.ts';
import dense from '../request/in-place/in-place.module.css';
import { type Issue, issueQuery } from '../request/request-queries.ts';
import { ScreenField } from './screen-field.tsx';
import { screenOf, type Transition, transitionRequest } from './transitions.ts';
import { useScreen } from './use-screen.ts';

interface TransitionDialogProps {
  readonly issue: Issue;
  readonly transition: Transition;
  readonly onClose: () => void;
}

/** What is asked for on the way to another status, and a comment that goes with it. */
export function TransitionDialog(props: TransitionDialogProps) {
  const { transition, onClose } = props;
  const [fields] = useState(() => screenOf(transition).map(formFieldOf));
  const modules = useQuery(modulesQuery(fields)).data;
  return (
    <Dialog title={transition.name} onClose={onClose} size="lg" closeOnClickOutside={false}>
      {modules ? (
        <ScreenForm {...props} fields={fields} moduleOf={modules.moduleOf} />
      ) : (
        <Loading lines={Math.max(2, fields.length)} />
      )}
    </Dialog>
  );
}

function ScreenForm(props: TransitionDialogProps & { fields: readonly FormField[]; moduleOf: ModuleOf }) {
  const { issue, transition, fields, moduleOf, onClose } = props;
  const { t } = useTranslation('agent');
  const { key } = issue;
  const queries = useQueryClient();
  const errorText = useErrorText();
  const screen = useScreen(issue, fields, moduleOf);
  const [comment, setComment] = useState<AdfDocument>(emptyDocument);
  const [isPublic, setIsPublic] = useState(false);
  const [seenVersion, setSeenVersion] = useState(issue._portico.version);

  const { mutate, isPending, error, reset } = useMutation({
    scope: { id: `request ${key}` },
    mutationFn: (isAnyway: boolean) =>
      transitionRequest(key, transition.id, isAnyway ? null : seenVersion, {
        fields: screen.values(),
        comment: isEmptyDocument(comment) ? null : { document: trimDocument(comment), isPublic },
      }),
    onSuccess: () => {
      // shown at once; what else has changed comes when the request is read anew
      queries.setQueryData(issueQuery(key).queryKey, (shown) =>
        shown ? { ...shown, fields: { ...shown.fields, status: transition.to } } : shown,
      );
      tellDone(t('status.done', { key, status: transition.to.name }));
      onClose();
    },
    onError: (refusal) => {
      if (refusal instanceof ApiError) screen.show(refusal.errors);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['request', key] }),
  });
  useEffect(() => {
    // after the dialog has taken the focus, which it puts where it finds something to press
    const [first] = fields;
    const timer = setTimeout(() => first && focusField(first.fieldId), 80);
    return () => clearTimeout(timer);
  }, [fields]);
  const conflict = error instanceof ApiError && error.status === 409 ? error : null;
  const isAboutFields =
    error instanceof ApiError && fields.some(({ fieldId }) => error.errors[fieldId] !== undefined);

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (!isPending && screen.isReady()) mutate(false);
  }
  return (
    <form noValidate onSubmit={submit} className={dense['dense']}>
      <Stack gap="md">
        {fields.map((field) => (
          <ScreenField
            key={field.fieldId}
            requestKey={key}
            serviceDeskId={issue._portico.serviceDeskId}
            field={field}
            module={moduleOf(field)}
            screen={screen}
            onSubmit={() => submit()}
          />
        ))}
        <Stack gap={6}>
          <Group justify="space-between" gap="xs">
            <Text size="sm" fw={600}>
              {t('screen.comment')}
            </Text>
            <SegmentedControl
              size="xs"
              aria-label={t('screen.kind')}
              value={isPublic ? 'public' : 'internal'}
              onChange={(value) => setIsPublic(value === 'public')}
              data={[
                { value: 'internal', label: t('screen.note') },
                { value: 'public', label: t('screen.reply') },
              ]}
            />
          </Group>
          <RichTextEditor
            aria-label={t('screen.comment')}
            value={comment}
            onChange={setComment}
            onSubmit={() => submit()}
            onEscape={onClose}
          />
        </Stack>
        {conflict ? (
          <ConflictAlert
            messages={conflict.errorMessages}
            action={transition.name}
            onAnyway={() => mutate(true)}
            onLeave={() => {
              setSeenVersion(queries.getQueryData(issueQuery(key).queryKey)?._portico.version ?? seenVersion);
              reset();
            }}
          />
        ) : error && !isAboutFields ? (
          <Alert color="red" role="alert" p="sm" title={t('status.failed')}>
            {errorText(error)}
          </Alert>
        ) : null}
        <Group gap="xs">
          <Button type="submit" size="sm" loading={isPending}>
            {transition.name}
          </Button>
          <Button size="sm" variant="default" onClick={onClose}>
            {t('edit.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
