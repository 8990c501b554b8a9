import { sql } from 'kysely';
import type { FieldTypeName } from '../../fields/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { cleanLine, cleanText } from '../../platform/formats/rich-text.ts';
import type { ApprovalStep, WorkflowDefinition, WorkflowTransition } from './definition.ts';

/** Longest name of a workflow, a status or a transition. */
export const maxNameLength = 80;
const maxDescriptionLength = 1000;

/** What is wrong with a definition, by place: `transitions.2.name`. Empty: it can be published. */
export type DefinitionProblems = Record<string, string>;

/** The definition with its texts cleaned, as it is kept. */
export function cleanDefinition(definition: WorkflowDefinition): WorkflowDefinition {
  return {
    ...definition,
    name: cleanLine(definition.name),
    description: cleanText(definition.description),
    statuses: definition.statuses.map((status) => ({
      ...status,
      customerName: cleanLine(status.customerName),
    })),
    transitions: definition.transitions.map((transition) => ({
      ...transition,
      name: cleanLine(transition.name),
      from: transition.from && [...new Set(transition.from)],
    })),
  };
}

/** What keeps a cleaned definition from being published. `workflowId`: whose it is to be; null: of a new workflow. */
export async function definitionProblems(
  db: Database,
  workflowId: string | null,
  definition: WorkflowDefinition,
): Promise<DefinitionProblems> {
  const known = await loadKnown(db, definition);
  const problems: DefinitionProblems = {};
  checkText(problems, 'name', definition.name, 'Give the workflow a name.');
  if (definition.description.length > maxDescriptionLength) {
    problems['description'] = `A description has at most ${maxDescriptionLength} characters.`;
  }
  if (problems['name'] === undefined && (await isNameTaken(db, workflowId, definition.name))) {
    problems['name'] = `There is a workflow named ${definition.name} already.`;
  }
  checkStatuses(problems, definition, known);
  for (const [index, transition] of definition.transitions.entries()) {
    checkTransition(problems, `transitions.${index}`, transition, definition, known);
  }
  checkDoubles(problems, definition);
  return problems;
}

interface Known {
  readonly statuses: ReadonlySet<string>;
  readonly resolutions: ReadonlySet<string>;
  /** of custom fields in use, by customfield_NNNNN */
  readonly fieldTypes: ReadonlyMap<string, FieldTypeName>;
  /** account_id of people who are active */
  readonly people: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

async function loadKnown(db: Database, { statuses, transitions }: WorkflowDefinition): Promise<Known> {
  const steps = statuses.flatMap(({ approval }) => approval?.approvers ?? []);
  const people = [
    ...steps.flatMap((approvers) => (approvers.kind === 'people' ? approvers.accountIds : [])),
    ...transitions.flatMap(({ effects }) =>
      effects.flatMap((effect) =>
        effect.kind === 'assign' && effect.to === 'person' ? effect.accountId : [],
      ),
    ),
  ];
  const groups = steps.flatMap((approvers) => (approvers.kind === 'group' ? approvers.groupId : []));
  const statusRows = await db.selectFrom('status').select('id').execute();
  const resolutionRows = await db.selectFrom('resolution').select('id').execute();
  const fieldRows = await db
    .selectFrom('field')
    .select(['id', sql<FieldTypeName>`type`.as('type')])
    .where('archived_at', 'is', null)
    .execute();
  const peopleRows =
    people.length === 0
      ? []
      : await db
          .selectFrom('account')
          .select('account_id')
          .where('account_id', 'in', people)
          .where('is_active', '=', true)
          .execute();
  const groupRows =
    groups.length === 0
      ? []
      : await db
          .selectFrom('account_group')
          .select('group_id')
          .where(sql<string>`group_id::text`, 'in', groups)
          .execute();
  return {
    statuses: new Set(statusRows.map(({ id }) => id)),
    resolutions: new Set(resolutionRows.map(({ id }) => id)),
    fieldTypes: new Map(fieldRows.map(({ id, type }) => [`customfield_${id}`, type])),
    people: new Set(peopleRows.map((row) => row.account_id)),
    groups: new Set(groupRows.map((row) => String(row.group_id))),
  };
}

async function isNameTaken(db: Database, workflowId: string | null, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('workflow')
    .select('id')
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .$if(workflowId !== null, (query) => query.where('id', '<>', workflowId ?? ''))
    .executeTakeFirst();
  return row !== undefined;
}

function checkText(problems: DefinitionProblems, place: string, text: string, empty: string): void {
  if (text === '') problems[place] = empty;
  else if (text.length > maxNameLength) problems[place] = `A name has at most ${maxNameLength} characters.`;
}

function checkStatuses(problems: DefinitionProblems, definition: WorkflowDefinition, known: Known): void {
  const { statuses, initialStatusId } = definition;
  const seen = new Set<string>();
  if (statuses.length === 0) problems['statuses'] = 'A workflow has one status at least.';
  for (const [index, { statusId, customerName, approval }] of statuses.entries()) {
    const place = `statuses.${index}`;
    if (!known.statuses.has(statusId)) problems[place] = 'There is no such status.';
    else if (seen.has(statusId)) problems[place] = 'The workflow has this status already.';
    seen.add(statusId);
    checkText(
      problems,
      `${place}.customerName`,
      customerName,
      'Say what customers read while a request is in this status.',
    );
    if (approval) checkApproval(problems, `${place}.approval`, statusId, approval, definition, known);
  }
  if (statuses.length > 0 && !seen.has(initialStatusId)) {
    problems['initialStatusId'] = 'Choose the status in which new requests begin.';
  }
}

function checkApproval(
  problems: DefinitionProblems,
  place: string,
  statusId: string,
  approval: ApprovalStep,
  { transitions }: WorkflowDefinition,
  known: Known,
): void {
  const { approvers, needed } = approval;
  if (approvers.kind === 'field') {
    const type = known.fieldTypes.get(approvers.fieldId);
    if (type !== 'person' && type !== 'people') {
      problems[`${place}.approvers`] = 'Choose a field of people that is in use.';
    }
  }
  if (approvers.kind === 'people') {
    if (approvers.accountIds.length === 0) problems[`${place}.approvers`] = 'Name one person at least.';
    else if (approvers.accountIds.some((id) => !known.people.has(id))) {
      problems[`${place}.approvers`] = 'One of these people has no active account.';
    } else if (needed !== 'all' && needed > approvers.accountIds.length) {
      problems[`${place}.needed`] = 'More have to approve than are asked.';
    }
  }
  if (approvers.kind === 'group' && !known.groups.has(approvers.groupId)) {
    problems[`${place}.approvers`] = 'Choose a group.';
  }
  for (const key of ['approveTransitionId', 'declineTransitionId'] as const) {
    const transition = transitions.find(({ id }) => id === approval[key]);
    if (!transition || !startsAt(transition, statusId) || transition.to === statusId) {
      problems[`${place}.${key}`] = 'Choose a transition that leads out of this status.';
    } else if (transition.happensOnCustomerComment) {
      problems[`${place}.${key}`] =
        "This transition happens on a customer's answer, too: nobody would be asked. Choose another one.";
    }
  }
  if (approval.approveTransitionId === approval.declineTransitionId && approval.approveTransitionId !== '') {
    problems[`${place}.declineTransitionId`] = 'Being declined leads elsewhere than being approved.';
  }
}

function startsAt({ from }: WorkflowTransition, statusId: string): boolean {
  return from === null || from.includes(statusId);
}

const ownFields = ['summary', 'description', 'priority', 'assignee', 'resolution'];

function checkTransition(
  problems: DefinitionProblems,
  place: string,
  transition: WorkflowTransition,
  { statuses }: WorkflowDefinition,
  known: Known,
): void {
  const inWorkflow = new Set(statuses.map(({ statusId }) => statusId));
  const isField = (fieldId: string) => ownFields.includes(fieldId) || known.fieldTypes.has(fieldId);
  checkText(problems, `${place}.name`, transition.name, 'Give the transition a name.');
  const { from, to, resolution, screen, conditions, effects, isShownToCustomers } = transition;
  if (!inWorkflow.has(to)) problems[`${place}.to`] = 'Choose a status of this workflow.';
  if (from?.length === 0) problems[`${place}.from`] = 'Choose where it starts.';
  else if (from?.some((id) => !inWorkflow.has(id))) {
    problems[`${place}.from`] = 'It starts at a status that the workflow no longer has.';
  } else if (from?.includes(to)) {
    problems[`${place}.from`] = 'It leads to where it starts.';
  }
  if (resolution.kind === 'set' && !known.resolutions.has(resolution.resolutionId)) {
    problems[`${place}.resolution`] = 'Choose a resolution.';
  }
  const shown = new Set<string>();
  for (const [index, { fieldId, isRequired }] of screen.entries()) {
    if (!isField(fieldId)) problems[`${place}.screen.${index}`] = 'There is no such field in use.';
    else if (shown.has(fieldId))
      problems[`${place}.screen.${index}`] = 'This field is on the screen already.';
    else if (isRequired && isShownToCustomers) {
      problems[`${place}.screen.${index}`] =
        'Customers are asked for nothing on their way: a transition that they are shown cannot require a field.';
    }
    shown.add(fieldId);
  }
  for (const [index, condition] of conditions.entries()) {
    if (condition.kind === 'role' && condition.anyOf.length === 0) {
      problems[`${place}.conditions.${index}`] = 'Choose who may make it.';
    }
    if (condition.kind === 'field' && !isField(condition.fieldId)) {
      problems[`${place}.conditions.${index}`] = 'There is no such field in use.';
    }
  }
  for (const [index, effect] of effects.entries()) {
    if (effect.kind === 'set-field' && !isField(effect.fieldId)) {
      problems[`${place}.effects.${index}`] = 'There is no such field in use.';
    }
    if (effect.kind === 'assign' && effect.to === 'person' && !known.people.has(effect.accountId)) {
      problems[`${place}.effects.${index}`] = 'Choose somebody with an active account.';
    }
  }
}

/** What would leave people or Portico with two answers to one question. */
function checkDoubles(problems: DefinitionProblems, { statuses, transitions }: WorkflowDefinition): void {
  const ids = new Set<string>();
  for (const [index, { id }] of transitions.entries()) {
    if (ids.has(id)) problems[`transitions.${index}`] = 'Two transitions have the same id.';
    ids.add(id);
  }
  for (const { statusId } of statuses) {
    const names = new Set<string>();
    let answers = 0;
    for (const [index, transition] of transitions.entries()) {
      if (!startsAt(transition, statusId) || transition.to === statusId) continue;
      const name = transition.name.toLowerCase();
      if (names.has(name)) {
        problems[`transitions.${index}.name`] ??=
          'Another transition that starts at the same status has this name.';
      }
      names.add(name);
      if (transition.happensOnCustomerComment && ++answers > 1) {
        problems[`transitions.${index}.happensOnCustomerComment`] =
          "Another transition that starts at the same status happens on a customer's answer already.";
      }
    }
  }
}
