/** The life of a request: what happened to it, one after the other, and how it was after each. */
export interface Timeline {
  /** the first is that it was raised */
  readonly moments: readonly Moment[];
}

/** Something that happened. */
export interface Moment {
  /** milliseconds since 1970; never earlier than that of the moment before */
  readonly at: number;
  readonly happened: Happening;
  /** how the request was from then on */
  readonly state: RequestState;
}

export type Happening =
  | { readonly kind: 'created' | 'changed' | 'approval-asked' }
  | { readonly kind: 'comment'; readonly byAgent: boolean }
  | { readonly kind: 'approval-answered'; readonly outcome: 'approved' | 'declined' | 'cancelled' };

/** A request as it was for a while. */
export interface RequestState {
  /** its columns: those whose past is known */
  readonly columns: Columns;
  readonly isWaitingForApproval: boolean;
}

/** Columns of `request`, as jsonb shows them. */
export type Columns = Readonly<Record<string, unknown>> & {
  readonly custom_fields: Readonly<Record<string, unknown>>;
};

/** What is kept of what happened (request_moment). */
export interface KeptMoment {
  readonly at: Date;
  readonly kind: 'changed' | 'comment' | 'approval-asked' | 'approval-answered';
  /** changed: the columns as they were before */
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * Tells the life of a request from how it is now and what has happened since it was raised: each change says what was before,
 * so that its first state is what it is now without all changes.
 *
 * @param kept in the order in which it happened. Where a clock went back, or history was brought in late, a moment is as early as
 *   the one before at the earliest: what follows another is never before it.
 */
export function timelineOf(createdAt: Date, now: Columns, kept: readonly KeptMoment[]): Timeline {
  const columns: Columns[] = new Array(kept.length + 1);
  let current = now;
  for (let index = kept.length; index >= 0; index -= 1) {
    columns[index] = current;
    const before = kept[index - 1];
    if (before?.kind === 'changed') current = columnsBefore(current, before.detail);
  }
  const moments: Moment[] = [];
  let at = createdAt.getTime();
  let isWaitingForApproval = false;
  moments.push({
    at,
    happened: { kind: 'created' },
    state: { columns: columns[0] ?? now, isWaitingForApproval },
  });
  for (const [index, { at: when, kind, detail }] of kept.entries()) {
    at = Math.max(at, when.getTime());
    if (kind === 'approval-asked') isWaitingForApproval = true;
    if (kind === 'approval-answered') isWaitingForApproval = false;
    moments.push({
      at,
      happened: happeningOf(kind, detail),
      state: { columns: columns[index + 1] ?? now, isWaitingForApproval },
    });
  }
  return { moments };
}

function happeningOf(kind: KeptMoment['kind'], detail: KeptMoment['detail']): Happening {
  switch (kind) {
    case 'comment':
      return { kind, byAgent: detail['byAgent'] === true };
    case 'approval-answered':
      return { kind, outcome: detail['outcome'] as 'approved' | 'declined' | 'cancelled' };
    default:
      return { kind };
  }
}

/** The columns without a change that tells what they were before; a custom field that was null was not there. */
function columnsBefore(after: Columns, { custom_fields: fields, ...others }: KeptMoment['detail']): Columns {
  const before = { ...after, ...others };
  if (typeof fields !== 'object' || fields === null) return before;
  const customFields = { ...after.custom_fields };
  for (const [id, value] of Object.entries(fields)) {
    if (value === null) delete customFields[id];
    else customFields[id] = value;
  }
  return { ...before, custom_fields: customFields };
}
