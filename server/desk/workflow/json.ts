import { type Static, Type } from 'typebox';
import { dateJson, dateSchema } from '../../platform/formats/dates.ts';
import type { StatusCategory } from '../requests/surroundings.ts';
import type { StatusVisit, Transition } from './store.ts';

/** A status of a request as servicedeskapi shows it: by the name that customers read, to agents too. */
export const requestStatusSchema = Type.Object(
  {
    status: Type.String(),
    statusCategory: Type.Union([
      Type.Literal('UNDEFINED'),
      Type.Literal('NEW'),
      Type.Literal('INDETERMINATE'),
      Type.Literal('DONE'),
    ]),
    statusDate: dateSchema,
  },
  { title: 'RequestStatus' },
);

/** A transition as servicedeskapi shows it. */
export const customerTransitionSchema = Type.Object({ id: Type.String(), name: Type.String() });

const statusCategorySchema = Type.Object({
  self: Type.String(),
  id: Type.Integer(),
  key: Type.String(),
  colorName: Type.String(),
  name: Type.String(),
});

/** A status as api/3 shows it. */
export const statusSchema = Type.Object(
  {
    self: Type.String(),
    id: Type.String(),
    name: Type.String(),
    description: Type.String(),
    statusCategory: statusCategorySchema,
  },
  { title: 'Status' },
);

/** The transitions of a request as api/3 shows them. */
export const transitionsSchema = Type.Object(
  {
    expand: Type.String(),
    transitions: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        to: statusSchema,
        hasScreen: Type.Boolean(),
        isGlobal: Type.Boolean(),
        isInitial: Type.Boolean(),
        isAvailable: Type.Boolean(),
        isConditional: Type.Boolean(),
      }),
    ),
  },
  { title: 'Transitions' },
);

const customerCategories = { new: 'NEW', indeterminate: 'INDETERMINATE', done: 'DONE' } as const;

// Jira's own ids, keys and colours.
const jiraCategories = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const;

/** The status categories as Jira names them, for queries. */
export const jiraCategoryNames: Record<StatusCategory, string> = {
  new: jiraCategories.new.name,
  indeterminate: jiraCategories.indeterminate.name,
  done: jiraCategories.done.name,
};

/** Shows a status of a request, and since when, the way servicedeskapi does. */
export function requestStatusJson(
  status: { customerName: string; category: StatusCategory; since: Date },
  timeZone: string | null,
): Static<typeof requestStatusSchema> {
  return {
    status: status.customerName,
    statusCategory: customerCategories[status.category],
    statusDate: dateJson(status.since, timeZone),
  };
}

/**
 * The statuses of a request as its customers lived them, newest first: going between statuses that have one name for
 * customers is nothing that happened to them.
 */
export function customerHistory(visits: readonly StatusVisit[]): StatusVisit[] {
  return visits.filter((visit, index) => visit.customerName !== visits[index - 1]?.customerName).toReversed();
}

/** Shows a status the way api/3 does. */
export function statusJson(
  { id, name, category }: { id: string; name: string; category: StatusCategory },
  siteAddress: string,
): Static<typeof statusSchema> {
  const { id: categoryId, ...shown } = jiraCategories[category];
  return {
    self: `${siteAddress}/rest/api/3/status/${id}`,
    id,
    name,
    description: '',
    statusCategory: {
      self: `${siteAddress}/rest/api/3/statuscategory/${categoryId}`,
      id: categoryId,
      ...shown,
    },
  };
}

/** Shows transitions the way api/3 does. */
export function transitionsJson(
  transitions: readonly Transition[],
  siteAddress: string,
): Static<typeof transitionsSchema> {
  return {
    expand: 'transitions',
    transitions: transitions.map((transition) => ({
      id: transition.id,
      name: transition.name,
      to: statusJson(transition.to, siteAddress),
      hasScreen: false,
      isGlobal: transition.isGlobal,
      isInitial: false,
      isAvailable: true,
      isConditional: false,
    })),
  };
}
