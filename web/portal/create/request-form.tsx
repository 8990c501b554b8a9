import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../kit/api/api-error.ts';
import { answer, api } from '../../kit/api/client.ts';
import { useAccount } from '../../kit/api/session.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { clearDraft, draftKey, readDraft, writeDraft } from '../../kit/drafts.ts';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { RequiredHint } from '../../kit/plain/field.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { useAfterUploads } from '../../kit/uploads/use-after-uploads.ts';
import { useUploads } from '../../kit/uploads/use-uploads.ts';
import { requestPath } from '../paths.ts';
import { noteCreated } from '../request/created-note.ts';
import classes from './create-page.module.css';
import { FieldInput } from './field-input.tsx';
import { type FormField, fieldKind, problemsOf, requestFieldValues } from './form-fields.ts';
import { FormProblems, focusField } from './form-problems.tsx';

interface RequestFormProps {
  readonly portalId: string;
  readonly requestTypeId: string;
  readonly fields: readonly FormField[];
}

/**
 * The form, made of the request type's fields. What is typed is kept for this tab at every change, so that a reload, a
 * session's end or a closed lid lose nothing.
 */
export function RequestForm({ portalId, requestTypeId, fields }: RequestFormProps) {
  const { t, language } = useTranslation('portal');
  const errorText = useErrorText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { accountId } = useAccount();
  const key = draftKey(accountId, `request-type:${requestTypeId}`);
  const [draft] = useState(() => readDraft(sessionStorage, key));
  const [values, setValues] = useState(draft.values);
  const [isRestored, setIsRestored] = useState(
    Object.keys(draft.values).length > 0 || draft.files.length > 0,
  );
  const uploads = useUploads({ serviceDeskId: portalId, initial: draft.files });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const problemsBox = useRef<HTMLDivElement>(null);
  const isSent = useRef(false);
  const takesFiles = fields.some((field) => fieldKind(field) === 'files');

  useEffect(() => {
    if (!isSent.current) writeDraft(sessionStorage, key, { values, files: uploads.uploaded });
  }, [key, values, uploads.uploaded]);

  const send = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/rest/servicedeskapi/request', {
          body: {
            serviceDeskId: portalId,
            requestTypeId,
            requestFieldValues: requestFieldValues(
              fields,
              values,
              uploads.uploaded.map((file) => file.temporaryAttachmentId),
            ),
          },
        }),
      ),
    onSuccess(request) {
      isSent.current = true;
      clearDraft(sessionStorage, key);
      void queries.invalidateQueries({ queryKey: ['requests'] });
      noteCreated(request.issueKey);
      void navigate({ to: requestPath(portalId, request.issueKey) });
    },
    onError(error) {
      const known = new Set(fields.map((field) => field.fieldId));
      const all = error instanceof ApiError ? error.errors : {};
      const ofFields = Object.fromEntries(
        Object.entries(all)
          .filter(([field]) => known.has(field))
          // the server speaks English
          .map(([field, said]) => [field, language.startsWith('en') ? said : t('create.notTaken')]),
      );
      const isAboutFields = Object.keys(ofFields).length > 0;
      show(ofFields, isAboutFields ? null : errorText(error));
    },
  });

  function show(ofFields: Readonly<Record<string, string>>, other: string | null): void {
    setErrors(ofFields);
    setProblem(other);
    // after it is drawn, so that the words are read out
    requestAnimationFrame(() => problemsBox.current?.focus());
  }

  const afterUploads = useAfterUploads(uploads.isUploading, () => {
    if (uploads.list.some((upload) => upload.state === 'failed')) show({}, t('create.removeFailed'));
    else send.mutate();
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (send.isPending || afterUploads.isWaiting) return;
    const found = problemsOf(fields, values, uploads.list.length);
    const messages = Object.fromEntries(
      fields.flatMap((field) => {
        const kind = found[field.fieldId];
        if (!kind) return [];
        return [[field.fieldId, kind === 'missing' ? t('create.missing') : t('create.notNumber')]];
      }),
    );
    if (Object.keys(messages).length > 0) show(messages, null);
    else {
      setErrors({});
      setProblem(null);
      afterUploads.start();
    }
  }

  function change(fieldId: string, value: string): void {
    setValues((before) => ({ ...before, [fieldId]: value }));
    if (errors[fieldId]) setErrors(({ [fieldId]: _fixed, ...others }) => others);
  }

  function startOver(): void {
    setValues({});
    uploads.clear();
    setErrors({});
    setProblem(null);
    setIsRestored(false);
    if (fields[0]) focusField(fields[0].fieldId);
  }

  return (
    <form className={classes['form']} onSubmit={submit} noValidate aria-busy={send.isPending || undefined}>
      {isRestored && (
        <Note tone="info" role="status">
          <div className={classes['restored']}>
            {t('create.restored')}
            <Button size="sm" variant="subtle" onClick={startOver}>
              {t('create.startOver')}
            </Button>
          </div>
        </Note>
      )}
      <FormProblems ref={problemsBox} fields={fields} errors={errors} problem={problem} />
      <RequiredHint />
      {fields.map((field) => (
        <FieldInput
          key={field.fieldId}
          field={field}
          value={values[field.fieldId] ?? ''}
          error={errors[field.fieldId]}
          uploads={uploads}
          takesFiles={takesFiles}
          onChange={(value) => change(field.fieldId, value)}
        />
      ))}
      <div className={classes['actions']}>
        <Button type="submit" variant="filled" isWide isBusy={send.isPending || afterUploads.isWaiting}>
          {afterUploads.isWaiting
            ? t('create.uploading')
            : send.isPending
              ? t('create.sending')
              : t('create.send')}
        </Button>
      </div>
    </form>
  );
}
