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

/** A status category as api/3 shows it. */
export const statusCategorySchema = Type.Object(
  {
    self: Type.String(),
    id: Type.Integer(),
    key: Type.String(),
    colorName: Type.String(),
    name: Type.String(),
  },
  { title: 'StatusCategory' },
);

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
        fields: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
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
  {
    id,
    name,
    description = '',
    category,
  }: { id: string; name: string; description?: string; category: StatusCategory },
  siteAddress: string,
): Static<typeof statusSchema> {
  return {
    self: `${siteAddress}/rest/api/3/status/${id}`,
    id,
    name,
    description,
    statusCategory: statusCategoryJson(category, siteAddress),
  };
}

/** The three kinds of status, in the order of a request's life. */
export const statusCategories: readonly StatusCategory[] = ['new', 'indeterminate', 'done'];

/** Shows a status category the way api/3 does. */
export function statusCategoryJson(
  category: StatusCategory,
  siteAddress: string,
): Static<typeof statusCategorySchema> {
  const { id, ...shown } = jiraCategories[category];
  return { self: `${siteAddress}/rest/api/3/statuscategory/${id}`, id, ...shown };
}

/**
 * Shows transitions the way api/3 does.
 * @param screens what is asked for on the way, by transition id, where that is to be shown
 */
export function transitionsJson(
  transitions: readonly Transition[],
  siteAddress: string,
  screens?: ReadonlyMap<string, Record<string, unknown>>,
): Static<typeof transitionsSchema> {
  return {
    expand: 'transitions',
    transitions: transitions.map((transition) => ({
      id: transition.id,
      name: transition.name,
      to: statusJson(transition.to, siteAddress),
      hasScreen: transition.screen.length > 0,
      isGlobal: transition.isGlobal,
      isInitial: false,
      isAvailable: true,
      isConditional: transition.conditions.length > 0,
      ...(screens && { fields: screens.get(transition.id) ?? {} }),
    })),
  };
}
