/**
 * What the corpus of queries is asked of: twenty-four requests of two desks over half a year, as plain data. load-tickets.ts writes them to
 * a database, evaluate.ts reads them as they stand here.
 */

/** Who there is. Anna is an agent of both desks, Ben of NORTH, Otto of OTHER; the others are customers. */
export const people = ['Anna', 'Ben', 'Otto', 'Alice', 'Max', 'Mona', 'Bob', 'Gus'] as const;
export type PersonName = (typeof people)[number];

/** What changes have a history of. */
export type TrackedField = 'status' | 'assignee' | 'priority' | 'resolution' | 'reporter' | 'Severity';

export interface TicketChange {
  readonly at: string;
  readonly by: PersonName;
  /** to what; null: cleared */
  readonly set: Readonly<Partial<Record<TrackedField, string | null>>>;
}

export interface Ticket {
  readonly key: string;
  readonly type: 'Report a problem' | 'Ask a question' | 'Request access' | 'Order a change';
  readonly summary: string;
  readonly description: string;
  readonly reporter: PersonName;
  readonly creator: PersonName;
  readonly channel: 'portal' | 'agent' | 'api';
  readonly organization: 'Acme' | 'Globex' | null;
  readonly created: string;
  /** as it was created; what is not named: Waiting for support, nobody, Medium, unresolved */
  readonly began: Readonly<Partial<Record<TrackedField, string>>>;
  readonly changes: readonly TicketChange[];
  readonly comments: readonly {
    readonly by: PersonName;
    readonly text: string;
    readonly isPublic: boolean;
  }[];
  readonly participants: readonly PersonName[];
  readonly watchers: readonly PersonName[];
  readonly work: readonly { readonly by: PersonName; readonly at: string; readonly seconds: number }[];
  readonly rating: number | null;
  /** custom fields */
  readonly seats: number | null;
  readonly wantedBy: string | null;
  readonly tags: readonly string[];
  readonly systems: readonly string[];
  readonly place: readonly string[];
  readonly owner: PersonName | null;
  readonly serial: string | null;
  readonly property: Readonly<Record<string, unknown>> | null;
}

/** What a custom field offers; cascading: parent → children. */
export const severities = ['Critical', 'Major', 'Minor'] as const;
export const systemNames = ['Billing', 'Reports', 'Wiki'] as const;
export const places = { Berlin: ['Mitte', 'Wedding'], Oslo: ['Sentrum'] } as const;

function ticket(
  key: string,
  created: string,
  reporter: PersonName,
  summary: string,
  more: Partial<Omit<Ticket, 'key' | 'created' | 'reporter' | 'summary'>> = {},
): Ticket {
  return {
    key,
    created,
    reporter,
    summary,
    type: 'Report a problem',
    description: '',
    creator: reporter,
    channel: 'portal',
    organization: reporter === 'Bob' || reporter === 'Gus' ? 'Globex' : 'Acme',
    began: {},
    changes: [],
    comments: [],
    participants: [],
    watchers: [],
    work: [],
    rating: null,
    seats: null,
    wantedBy: null,
    tags: [],
    systems: [],
    place: [],
    owner: null,
    serial: null,
    property: null,
    ...more,
  };
}

/** The requests, in the order in which they were raised on their desk. */
export const tickets: readonly Ticket[] = [
  ticket('NORTH-1', '2025-10-25T22:30:00Z', 'Alice', 'Printer on fire', {
    description: 'It burns since noon. The printing office smells.',
    began: { priority: 'Highest', Severity: 'Critical' },
    changes: [
      { at: '2025-10-26T00:30:00Z', by: 'Anna', set: { assignee: 'Anna', status: 'In progress' } },
      { at: '2025-10-26T01:30:00Z', by: 'Anna', set: { status: 'Resolved', resolution: 'Done' } },
      { at: '2025-10-27T08:00:00Z', by: 'Alice', set: { status: 'Waiting for support', resolution: null } },
      { at: '2025-10-28T09:00:00Z', by: 'Ben', set: { assignee: 'Ben', status: 'In progress' } },
      { at: '2025-10-29T16:00:00Z', by: 'Ben', set: { status: 'Resolved', resolution: 'Done' } },
    ],
    comments: [
      { by: 'Alice', text: 'It burns again', isPublic: true },
      { by: 'Ben', text: 'Fuse replaced, invoice to accounting', isPublic: false },
    ],
    participants: ['Max'],
    watchers: ['Anna', 'Ben'],
    work: [
      { by: 'Anna', at: '2025-10-26T00:30:00Z', seconds: 3600 },
      { by: 'Ben', at: '2025-10-28T09:00:00Z', seconds: 7200 },
    ],
    rating: 5,
    tags: ['hardware', 'fire'],
    place: ['Berlin', 'Mitte'],
    owner: 'Anna',
    serial: 'HP-100%',
    property: { vip: true, score: 7, region: 'north' },
  }),
  ticket('NORTH-2', '2025-11-03T09:00:00Z', 'Max', 'Screen is dark', {
    description: 'The screen stays dark after the update.',
    began: { Severity: 'Major' },
    changes: [
      { at: '2025-11-03T10:00:00Z', by: 'Ben', set: { assignee: 'Ben' } },
      { at: '2025-11-03T11:00:00Z', by: 'Ben', set: { status: 'Waiting for customer' } },
      { at: '2025-11-10T11:00:00Z', by: 'Ben', set: { status: 'Canceled', resolution: 'Canceled' } },
    ],
    comments: [{ by: 'Ben', text: 'Which update was it?', isPublic: true }],
    tags: ['hardware'],
    systems: ['Wiki'],
    place: ['Oslo', 'Sentrum'],
    rating: 2,
    seats: 1,
  }),
  ticket('NORTH-3', '2025-12-01T08:15:00Z', 'Mona', 'Invoices are wrong', {
    type: 'Ask a question',
    description: 'The invoice of November has the wrong address.',
    began: { priority: 'High' },
    changes: [
      { at: '2025-12-01T09:00:00Z', by: 'Anna', set: { assignee: 'Anna', priority: 'Highest' } },
      { at: '2025-12-02T09:00:00Z', by: 'Anna', set: { status: 'In progress' } },
      {
        at: '2025-12-05T15:30:00Z',
        by: 'Anna',
        set: { status: 'Resolved', resolution: 'Done', priority: 'High' },
      },
    ],
    systems: ['Billing', 'Reports'],
    watchers: ['Anna'],
    owner: 'Ben',
    rating: 4,
    work: [{ by: 'Anna', at: '2025-12-02T09:00:00Z', seconds: 900 }],
  }),
  ticket('NORTH-4', '2025-12-24T12:00:00Z', 'Alice', 'Ten more seats', {
    type: 'Order a change',
    description: 'We grow and need ten more seats.',
    creator: 'Anna',
    channel: 'agent',
    changes: [
      { at: '2026-01-05T08:00:00Z', by: 'Ben', set: { assignee: 'Anna' } },
      { at: '2026-01-05T09:00:00Z', by: 'Ben', set: { assignee: null } },
      { at: '2026-01-07T09:00:00Z', by: 'Anna', set: { assignee: 'Ben', status: 'In progress' } },
    ],
    seats: 10,
    wantedBy: '2026-04-01',
    systems: ['Billing'],
    participants: ['Max', 'Mona'],
    property: { vip: false, score: 3, region: 'north' },
  }),
  ticket('NORTH-5', '2026-01-02T23:30:00Z', 'Max', 'How do I print a report?', {
    type: 'Ask a question',
    description: 'I cannot find the button for printing reports.',
    changes: [
      { at: '2026-01-03T09:00:00Z', by: 'Anna', set: { status: 'Resolved', resolution: "Won't do" } },
    ],
    systems: ['Reports'],
    tags: ['howto', 'print'],
  }),
  ticket('NORTH-6', '2026-01-15T10:00:00Z', 'Mona', 'Access for Kim', {
    type: 'Request access',
    began: { priority: 'Low' },
    changes: [
      { at: '2026-01-16T10:00:00Z', by: 'Anna', set: { assignee: 'Anna' } },
      { at: '2026-01-17T10:00:00Z', by: 'Anna', set: { reporter: 'Alice' } },
    ],
    wantedBy: '2026-02-01',
    systems: ['Wiki'],
    owner: 'Mona',
    watchers: ['Ben'],
  }),
  ticket('NORTH-7', '2026-01-31T23:30:00Z', 'Alice', 'Coffee machine leaks', {
    description: 'Water everywhere in the kitchen.',
    began: { Severity: 'Minor', priority: 'Lowest' },
    changes: [
      { at: '2026-02-01T00:30:00Z', by: 'Ben', set: { Severity: 'Major' } },
      { at: '2026-02-02T08:00:00Z', by: 'Ben', set: { Severity: null } },
    ],
    tags: ['kitchen'],
    place: ['Berlin', 'Wedding'],
    comments: [{ by: 'Ben', text: 'The plumber comes on Thursday', isPublic: true }],
  }),
  ticket('NORTH-8', '2026-02-10T07:00:00Z', 'Max', 'Screen flickers', {
    description: 'Flickers when the coffee machine runs.',
    began: { Severity: 'Minor' },
    changes: [
      { at: '2026-02-10T08:00:00Z', by: 'Anna', set: { assignee: 'Anna', status: 'In progress' } },
      { at: '2026-02-11T08:00:00Z', by: 'Anna', set: { status: 'Waiting for customer' } },
      { at: '2026-02-12T08:00:00Z', by: 'Max', set: { status: 'Waiting for support' } },
      { at: '2026-02-13T08:00:00Z', by: 'Anna', set: { status: 'In progress' } },
    ],
    tags: ['hardware'],
    work: [{ by: 'Anna', at: '2026-02-10T09:00:00Z', seconds: 1800 }],
    watchers: ['Anna'],
    seats: 2,
    property: { score: 12, region: 'south' },
  }),
  ticket('NORTH-9', '2026-02-28T23:59:00Z', 'Alice', 'Wiki is slow', {
    description: 'Pages take a minute. Searching takes longer.',
    began: { priority: 'High', Severity: 'Major' },
    changes: [{ at: '2026-03-01T09:00:00Z', by: 'Anna', set: { priority: 'Medium' } }],
    systems: ['Wiki'],
    comments: [{ by: 'Anna', text: 'Blame the database', isPublic: false }],
  }),
  ticket('NORTH-10', '2026-03-02T09:00:00Z', 'Mona', 'Report shows nothing', {
    description: 'The sales report is empty.',
    began: { Severity: 'Critical', priority: 'Highest' },
    changes: [
      { at: '2026-03-02T09:10:00Z', by: 'Ben', set: { assignee: 'Ben', status: 'In progress' } },
      { at: '2026-03-02T12:00:00Z', by: 'Ben', set: { status: 'Resolved', resolution: 'Duplicate' } },
    ],
    systems: ['Reports'],
    rating: 1,
    owner: 'Anna',
  }),
  ticket('NORTH-11', '2026-03-10T12:00:00Z', 'Max', 'New keyboard', {
    type: 'Order a change',
    description: 'Mine lacks the letter e.',
    creator: 'Ben',
    channel: 'api',
    organization: null,
    seats: 0,
    wantedBy: '2026-03-14',
    tags: ['hardware', 'keyboard'],
    participants: ['Alice'],
  }),
  ticket('NORTH-12', '2026-03-14T22:59:00Z', 'Alice', 'Password forgotten', {
    type: 'Ask a question',
    wantedBy: '2026-03-15',
    changes: [{ at: '2026-03-15T08:00:00Z', by: 'Anna', set: { assignee: 'Anna' } }],
    watchers: ['Anna', 'Ben'],
  }),
  ticket('NORTH-13', '2026-03-14T23:01:00Z', 'Alice', 'Password forgotten again', {
    type: 'Ask a question',
    wantedBy: '2026-03-16',
    began: { Severity: 'Minor' },
  }),
  ticket('NORTH-14', '2026-03-15T11:00:00Z', 'Mona', 'Everything is down', {
    description: 'Nothing works at all.',
    began: { priority: 'Highest', Severity: 'Critical' },
    systems: ['Billing', 'Reports', 'Wiki'],
    comments: [{ by: 'Mona', text: 'Hurry, please', isPublic: true }],
    property: { vip: true, score: 10, region: 'north' },
  }),
  ticket('OTHER-1', '2025-11-11T11:11:00Z', 'Bob', 'Server room is hot', {
    description: 'Thirty degrees in the server room.',
    began: { priority: 'High', Severity: 'Major' },
    changes: [
      { at: '2025-11-11T12:00:00Z', by: 'Otto', set: { assignee: 'Otto', status: 'In progress' } },
      { at: '2025-11-12T12:00:00Z', by: 'Otto', set: { status: 'Resolved', resolution: 'Done' } },
    ],
    work: [{ by: 'Otto', at: '2025-11-11T12:00:00Z', seconds: 5400 }],
    watchers: ['Otto'],
    tags: ['hardware', 'server'],
    place: ['Oslo'],
    rating: 3,
  }),
  ticket('OTHER-2', '2026-01-01T00:00:00Z', 'Gus', 'Printer prints twice', {
    description: 'Each page comes twice.',
    changes: [
      { at: '2026-01-02T09:00:00Z', by: 'Otto', set: { assignee: 'Otto', status: 'Waiting for customer' } },
    ],
    tags: ['hardware', 'print'],
    participants: ['Bob'],
    serial: 'Lexmark_7',
  }),
  ticket('OTHER-3', '2026-02-14T14:00:00Z', 'Bob', 'Quota for the wiki', {
    type: 'Order a change',
    seats: 250,
    wantedBy: '2026-02-28',
    systems: ['Wiki'],
    changes: [
      { at: '2026-02-15T14:00:00Z', by: 'Otto', set: { priority: 'Low' } },
      { at: '2026-02-16T14:00:00Z', by: 'Anna', set: { status: 'Canceled', resolution: "Won't do" } },
    ],
    property: { score: 7 },
  }),
  ticket('OTHER-4', '2026-03-01T10:00:00Z', 'Gus', 'Access to billing', {
    type: 'Request access',
    systems: ['Billing'],
    owner: 'Gus',
    participants: ['Bob'],
    comments: [{ by: 'Otto', text: 'Waits for the contract', isPublic: false }],
  }),
  ticket('OTHER-5', '2026-03-12T10:00:00Z', 'Bob', 'Invoice printed in Danish', {
    type: 'Ask a question',
    description: 'Is there an English invoice?',
    began: { priority: 'Low' },
    changes: [{ at: '2026-03-13T10:00:00Z', by: 'Otto', set: { assignee: 'Otto', priority: 'Medium' } }],
    systems: ['Billing'],
    tags: ['print'],
    seats: 2.5,
  }),
];
