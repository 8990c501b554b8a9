import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../kit/api/api-error.ts';
import { useErrorText } from '../../../kit/components/states.tsx';
import { issueQuery } from '../request-queries.ts';
import { editIssue } from './edit-issue.ts';
import { contentOf, isSameContent } from './field-content.ts';

/** Somebody has changed the field since its editor was opened. */
class FieldChanged extends Error {
  readonly messages: readonly string[];

  constructor(messages: readonly string[]) {
    super('The field has changed.');
    this.messages = messages;
  }
}

export interface FieldEdit {
  /** what the field had when the editing began */
  readonly seen: unknown;
  /** Saves the value, in the form of api/3; null empties. `isAnyway`: over what somebody else has made of it meanwhile. */
  save(value: unknown, options?: { readonly isAnyway?: boolean }): void;
  readonly isSaving: boolean;
  /** why the server did not take it, in words */
  readonly problem: string | null;
  /** what happened meanwhile, in the server's words; null: nothing that is in the way */
  readonly changedMeanwhile: readonly string[] | null;
  /** Forgets what was wrong, when the value is typed anew. */
  retype(): void;
}

/** As often as a save is tried again when something else of the request changes at the same moment. */
const maxTries = 4;

/**
 * Saves one field of a request. Other changes of the request since the editor was opened are no hindrance; a change of this
 * very field is, and is told before anything is overwritten.
 *
 * @param onSaved is called when the page shows the new value
 * @param seenBefore what the field had when the editing began, where that was before a reload; absent: it begins now
 */
export function useFieldEdit(
  requestKey: string,
  fieldId: string,
  onSaved: () => void,
  seenBefore?: { readonly content: unknown },
): FieldEdit {
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { queryKey } = issueQuery(requestKey);
  // what the page shows live, to tell of changes before they collide
  const { data: shown } = useQuery({ ...issueQuery(requestKey), enabled: false });
  const [seen, setSeen] = useState(() => (seenBefore ? seenBefore.content : contentNow()));

  function contentNow(): unknown {
    const issue = queries.getQueryData(queryKey);
    return issue ? contentOf(issue, fieldId) : null;
  }

  const { mutate, isPending, isSuccess, error, reset } = useMutation({
    scope: { id: `request ${requestKey}` },
    mutationFn: async ({ value, isAnyway }: { value: unknown; isAnyway: boolean }) => {
      if (isAnyway) return editIssue(requestKey, { [fieldId]: value }, null);
      let messages: readonly string[] = [];
      for (let tries = 0; tries < maxTries; tries += 1) {
        if (!isSameContent(contentNow(), seen)) break;
        try {
          const version = queries.getQueryData(queryKey)?._portico.version ?? null;
          return await editIssue(requestKey, { [fieldId]: value }, version);
        } catch (refusal) {
          if (!(refusal instanceof ApiError && refusal.status === 409)) throw refusal;
          messages = refusal.errorMessages;
          await queries.invalidateQueries({ queryKey, exact: true });
        }
      }
      throw new FieldChanged(messages);
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey, exact: true });
      onSaved();
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });

  const isChangedNow =
    !isPending && !isSuccess && shown !== undefined && !isSameContent(contentOf(shown, fieldId), seen);

  return {
    seen,
    save(value, { isAnyway = false } = {}) {
      if (isAnyway) setSeen(contentNow());
      mutate({ value, isAnyway });
    },
    isSaving: isPending,
    problem:
      error && !(error instanceof FieldChanged)
        ? error instanceof ApiError && error.errors[fieldId]
          ? error.errors[fieldId]
          : errorText(error)
        : null,
    changedMeanwhile: error instanceof FieldChanged ? error.messages : isChangedNow ? [] : null,
    retype() {
      if (error) reset();
    },
  };
}
