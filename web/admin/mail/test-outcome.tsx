import { useMutation } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { focusFirstError } from '../forms/use-save.ts';
import { testMail } from './mail-queries.ts';

interface TestOptions {
  readonly fields: readonly string[];
  readonly setErrors: (errors: Record<string, string>) => void;
  readonly form: RefObject<HTMLFormElement | null>;
}

/** Sends a test through what stands in the form; what is wrong with a field is shown there. */
export function useMailTest({ fields, setErrors, form }: TestOptions) {
  return useMutation({
    mutationFn: testMail,
    onMutate: () => setErrors({}),
    onError(error) {
      if (!(error instanceof ApiError) || !fields.some((field) => field in error.errors)) return;
      setErrors(error.errors);
      focusFirstError(form);
    },
  });
}

/** What came of the test. */
export function TestOutcome({ test: { data, error } }: { test: ReturnType<typeof useMailTest> }) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  if (error) {
    // What belongs to fields stands there.
    const isOfFields = error instanceof ApiError && Object.keys(error.errors).length > 0;
    return isOfFields ? null : (
      <Note tone="error" role="alert" title={t('mail.server.testFailed')}>
        {errorText(error)}
      </Note>
    );
  }
  if (!data) return null;
  return data.isSent ? (
    <Note tone="success" role="status" title={t('mail.server.testSent', { to: data.to })}>
      {t('mail.server.testSentText', { response: data.response ?? '' })}
    </Note>
  ) : (
    <Note tone="error" role="alert" title={t('mail.server.testFailed')}>
      {data.problem}
    </Note>
  );
}
