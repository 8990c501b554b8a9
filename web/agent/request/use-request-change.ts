import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../kit/api/api-error.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { type Issue, issueQuery } from './request-queries.ts';

/** One change to a request, such as another status or assignee. */
interface RequestChange {
  /** what it does, for the button that does it anyway */
  readonly label: string;
  /** what to say when it is done, and when it failed */
  readonly done: string;
  readonly failed: string;
  /** how the request will look; shown at once and taken back when the change is refused */
  preview(issue: Issue): Issue;
  /** Sends it. `version` is what was seen of the request; null: whatever it is now. */
  send(version: number | null): Promise<void>;
}

/** A change that was refused because the request is no longer what the person saw. */
interface Conflict {
  readonly change: RequestChange;
  /** what changed meanwhile, by whom and when, in the server's words */
  readonly messages: readonly string[];
}

export interface RequestChanges {
  make(change: RequestChange): void;
  readonly isPending: boolean;
  readonly conflict: Conflict | null;
  /** Makes the refused change after all, to the request as it is now. */
  makeAnyway(): void;
  /** Lets the refused change be. */
  leave(): void;
}

/** Makes changes to a request in the hope that nothing has changed meanwhile, and says what has when it did. */
export function useRequestChanges(requestKey: string): RequestChanges {
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const { queryKey } = issueQuery(requestKey);

  const { mutate, isPending } = useMutation({
    // One after another: the next one starts when the one before is sent and the request read anew, so that it names
    // the version that the one before has made.
    scope: { id: `request ${requestKey}` },
    mutationFn: async ({ change, isForced }: { change: RequestChange; isForced: boolean }) => {
      await queries.cancelQueries({ queryKey, exact: true });
      const before = queries.getQueryData(queryKey);
      if (before) queries.setQueryData(queryKey, change.preview(before));
      try {
        await change.send(isForced ? null : (before?._portico.version ?? null));
      } catch (error) {
        if (before) queries.setQueryData(queryKey, before);
        throw error;
      }
    },
    onMutate: () => setConflict(null),
    onSuccess: (_, { change }) => tellDone(change.done),
    onError: (error, { change }) => {
      if (error instanceof ApiError && error.status === 409) {
        setConflict({ change, messages: error.errorMessages });
      } else tellFailure(change.failed, errorText(error));
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });

  return {
    make: (change) => mutate({ change, isForced: false }),
    isPending,
    conflict,
    makeAnyway: () => conflict && mutate({ change: conflict.change, isForced: true }),
    leave: () => setConflict(null),
  };
}
