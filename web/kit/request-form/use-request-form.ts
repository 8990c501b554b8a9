import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { ApiError } from '../api/api-error.ts';
import { useAccount } from '../api/session.ts';
import { useErrorText } from '../components/states.tsx';
import { useTimeZone } from '../components/time.tsx';
import { clearDraft, draftKey, readDraft, writeDraft } from '../drafts.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useAfterUploads } from '../uploads/use-after-uploads.ts';
import { type Uploads, useUploads } from '../uploads/use-uploads.ts';
import type { FormField, Problem } from './fields/field-module.ts';
import type { ModuleOf } from './fields/registry.ts';
import { initialStates, problemsOf, type States, sentValues, shownFields } from './filled-form.ts';
import { focusField } from './form-problems.tsx';

interface RequestFormOptions<Sent> {
  readonly serviceDeskId: string;
  readonly fields: readonly FormField[];
  readonly moduleOf: ModuleOf;
  /** what the draft is kept under, such as `request-type:7` */
  readonly draftName: string;
  /** what is filled in already, where no draft is kept: what other forms had in the same fields */
  readonly begin?: States;
  /** Sends what was filled in; may refuse with an ApiError whose errors name fields. */
  readonly send: (values: Record<string, unknown>) => Promise<Sent>;
  readonly onSent: (sent: Sent) => void;
  /** of what is asked beside the form: false keeps the form from being sent, and says itself what is missing */
  readonly isReady?: () => boolean;
}

/** A form that is being filled in. */
export interface RequestFormState {
  readonly states: States;
  /** the fields that are shown now, by their rules */
  readonly shown: readonly FormField[];
  readonly errors: Readonly<Record<string, string>>;
  /** what is wrong that is about no field */
  readonly problem: string | null;
  readonly problemsBox: RefObject<HTMLDivElement | null>;
  readonly uploads: Uploads;
  readonly takesFiles: boolean;
  /** it began with a draft */
  readonly isRestored: boolean;
  readonly isSending: boolean;
  /** it is sent when the files have arrived */
  readonly isWaiting: boolean;
  change(fieldId: string, state: string): void;
  startOver(): void;
  submit(event: FormEvent): void;
}

/**
 * Keeps what is filled into the form of a request type, checks it and sends it. What is typed is kept for this tab at every
 * change, so that a reload, a session's end or a closed lid lose nothing.
 */
export function useRequestForm<Sent>(options: RequestFormOptions<Sent>): RequestFormState {
  const { serviceDeskId, fields, moduleOf, draftName } = options;
  const { t } = useTranslation('fields');
  const errorText = useErrorText();
  const problemText = useProblemText();
  const { accountId } = useAccount();
  const timeZone = useTimeZone();
  const key = draftKey(accountId, draftName);
  const [draft] = useState(() => readDraft(sessionStorage, key));
  const isKept = Object.keys(draft.values).length > 0 || draft.files.length > 0;
  const [initial] = useState(() =>
    initialStates({ fields, moduleOf, read: { timeZone, fileIds: [], now: new Date() } }),
  );
  // A draft is all there was: a value to begin with that it lacks was taken out.
  const [states, setStates] = useState<States>(isKept ? draft.values : { ...initial, ...options.begin });
  const [isRestored, setIsRestored] = useState(isKept);
  const uploads = useUploads({ serviceDeskId, initial: draft.files });
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

  useEffect(() => {
    if (isSent.current) return;
    if (isSame(states, initial) && uploads.uploaded.length === 0) clearDraft(sessionStorage, key);
    else writeDraft(sessionStorage, key, { values: states, files: uploads.uploaded });
  }, [key, states, initial, uploads.uploaded]);

  const sending = useMutation({
    mutationFn: () => options.send(sentValues({ fields: shown, states, moduleOf, read })),
    onSuccess(sent) {
      isSent.current = true;
      clearDraft(sessionStorage, key);
      options.onSent(sent);
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
    if (uploads.list.some((upload) => upload.state === 'failed')) show({}, t('form.removeFailed'));
    else sending.mutate();
  });

  return {
    states,
    shown,
    errors,
    problem,
    problemsBox,
    uploads,
    takesFiles: shown.some(({ _portico }) => _portico.type === 'attachment'),
    isRestored,
    isSending: sending.isPending,
    isWaiting: afterUploads.isWaiting,
    change(fieldId, state) {
      setStates((before) => ({ ...before, [fieldId]: state }));
      if (errors[fieldId]) setErrors(({ [fieldId]: _fixed, ...others }) => others);
    },
    startOver() {
      setStates(initial);
      uploads.clear();
      setErrors({});
      setProblem(null);
      setIsRestored(false);
      if (fields[0]) focusField(fields[0].fieldId);
    },
    submit(event) {
      event.preventDefault();
      if (sending.isPending || afterUploads.isWaiting) return;
      // files that are still on their way will do
      const files = uploads.list.map(({ id }) => String(id));
      const found = problemsOf({ fields: shown, states, moduleOf, read: { ...read, fileIds: files } });
      const messages = Object.entries(found).map(([fieldId, each]) => [fieldId, problemText.of(each)]);
      if (messages.length > 0) show(Object.fromEntries(messages), null);
      else {
        setErrors({});
        setProblem(null);
      }
      const isReady = options.isReady?.() ?? true;
      if (messages.length === 0 && isReady) afterUploads.start();
    },
  };
}

/** What is wrong with an answer, in words. */
export function useProblemText() {
  const { t, language } = useTranslation('fields');
  return {
    of(found: 'missing' | Problem): string {
      if (found === 'missing') return t('form.missing');
      if ('count' in found) return t(`problem.${found.problem}`, { count: found.count });
      if ('limit' in found) {
        const limit = new Intl.NumberFormat(language).format(found.limit);
        return t(`problem.${found.problem}`, { limit });
      }
      return t(`problem.${found.problem}`);
    },
    // the server speaks English
    ofServer: (said: string): string => (language.startsWith('en') ? said : t('form.notTaken')),
  };
}

function isSame(one: States, other: States): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => (one[key] ?? '') === (other[key] ?? ''));
}
