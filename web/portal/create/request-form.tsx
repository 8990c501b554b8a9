import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { ApiError } from '../../kit/api/api-error.ts';
import { answer, api } from '../../kit/api/client.ts';
import { useAccount } from '../../kit/api/session.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { useTimeZone } from '../../kit/components/time.tsx';
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
import type { FormField, Problem } from './fields/field-module.ts';
import type { ModuleOf } from './fields/registry.ts';
import { initialStates, problemsOf, type States, sentValues, shownFields } from './filled-form.ts';
import { FormParts } from './form-parts.tsx';
import { FormProblems, focusField } from './form-problems.tsx';
import { ShownNews } from './shown-news.tsx';

interface RequestFormProps {
  readonly portalId: string;
  readonly requestTypeId: string;
  readonly fields: readonly FormField[];
  readonly moduleOf: ModuleOf;
}

/**
 * The form, made of the request type's fields. What is typed is kept for this tab at every change, so that a reload, a
 * session's end or a closed lid lose nothing.
 */
export function RequestForm({ portalId, requestTypeId, fields, moduleOf }: RequestFormProps) {
  const { t } = useTranslation('portal');
  const errorText = useErrorText();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { accountId } = useAccount();
  const timeZone = useTimeZone();
  const key = draftKey(accountId, `request-type:${requestTypeId}`);
  const [draft] = useState(() => readDraft(sessionStorage, key));
  const isKept = Object.keys(draft.values).length > 0 || draft.files.length > 0;
  const [initial] = useState(() =>
    initialStates({ fields, moduleOf, read: { timeZone, fileIds: [], now: new Date() } }),
  );
  // A draft is all there was: a value to begin with that it lacks was taken out.
  const [states, setStates] = useState<States>(isKept ? draft.values : initial);
  const [isRestored, setIsRestored] = useState(isKept);
  const uploads = useUploads({ serviceDeskId: portalId, initial: draft.files });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const problemsBox = useRef<HTMLDivElement>(null);
  const isSent = useRef(false);
  const fileIds = useMemo(
    () => uploads.uploaded.map((file) => file.temporaryAttachmentId),
    [uploads.uploaded],
  );
  const read = { timeZone, fileIds, now: new Date() };
  const shown = useMemo(
    () => shownFields({ fields, states, moduleOf, read: { timeZone, fileIds, now: new Date() } }),
    [fields, states, moduleOf, timeZone, fileIds],
  );
  const takesFiles = shown.some(({ _portico }) => _portico.type === 'attachment');

  useEffect(() => {
    if (isSent.current) return;
    if (isSame(states, initial) && uploads.uploaded.length === 0) clearDraft(sessionStorage, key);
    else writeDraft(sessionStorage, key, { values: states, files: uploads.uploaded });
  }, [key, states, initial, uploads.uploaded]);

  const send = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/rest/servicedeskapi/request', {
          body: {
            serviceDeskId: portalId,
            requestTypeId,
            requestFieldValues: sentValues({ fields: shown, states, moduleOf, read }),
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
      const known = new Set(shown.map((field) => field.fieldId));
      const all = error instanceof ApiError ? error.errors : {};
      const ofFields = Object.fromEntries(
        Object.entries(all)
          .filter(([field]) => known.has(field))
          .map(([field, said]) => [field, problemText.ofServer(said)]),
      );
      const isAboutFields = Object.keys(ofFields).length > 0;
      show(ofFields, isAboutFields ? null : errorText(error));
    },
  });

  function show(ofFields: Readonly<Record<string, string>>, other: string | null): void {
    setErrors(ofFields);
    setProblem(other);
    const first = shown.find((field) => ofFields[field.fieldId]);
    // after it is drawn, so that the words are read out
    requestAnimationFrame(() => (first ? focusField(first.fieldId) : problemsBox.current?.focus()));
  }

  const afterUploads = useAfterUploads(uploads.isUploading, () => {
    if (uploads.list.some((upload) => upload.state === 'failed')) show({}, t('create.removeFailed'));
    else send.mutate();
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (send.isPending || afterUploads.isWaiting) return;
    // files that are still on their way will do
    const files = uploads.list.map(({ id }) => String(id));
    const found = problemsOf({ fields: shown, states, moduleOf, read: { ...read, fileIds: files } });
    const messages = Object.entries(found).map(([fieldId, each]) => [fieldId, problemText.of(each)]);
    if (messages.length > 0) show(Object.fromEntries(messages), null);
    else {
      setErrors({});
      setProblem(null);
      afterUploads.start();
    }
  }

  function change(fieldId: string, state: string): void {
    setStates((before) => ({ ...before, [fieldId]: state }));
    if (errors[fieldId]) setErrors(({ [fieldId]: _fixed, ...others }) => others);
  }

  function startOver(): void {
    setStates(initial);
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
      <FormProblems ref={problemsBox} fields={shown} errors={errors} problem={problem} />
      <RequiredHint />
      <FormParts
        fields={shown}
        states={states}
        errors={errors}
        moduleOf={moduleOf}
        serviceDeskId={portalId}
        uploads={uploads}
        takesFiles={takesFiles}
        onChange={change}
      />
      <ShownNews shown={shown} />
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

/** What is wrong with an answer, in words. */
function useProblemText() {
  const { t, language } = useTranslation('portal');
  const fields = useTranslation('fields');
  return {
    of(found: 'missing' | Problem): string {
      if (found === 'missing') return t('create.missing');
      if ('count' in found) return fields.t(`problem.${found.problem}`, { count: found.count });
      if ('limit' in found) {
        const limit = new Intl.NumberFormat(language).format(found.limit);
        return fields.t(`problem.${found.problem}`, { limit });
      }
      return fields.t(`problem.${found.problem}`);
    },
    // the server speaks English
    ofServer: (said: string): string => (language.startsWith('en') ? said : t('create.notTaken')),
  };
}

function isSame(one: States, other: States): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => (one[key] ?? '') === (other[key] ?? ''));
}
