import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { cleanLine, cleanText } from '../../platform/formats/rich-text.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { addBusinessHours } from '../calendars/business-hours.ts';
import { lockDesk, type ServiceDesk } from './store.ts';
import { applyTemplate } from './templates/apply-template.ts';
import { type TemplateKey, templateKeys, templates } from './templates/templates.ts';

/** Colours that a portal may choose as its accent. */
export const accentColors = [
  'indigo',
  'blue',
  'cyan',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
  'red',
  'pink',
  'grape',
  'violet',
] as const;

const keyForm = /^[A-Z][A-Z0-9]{1,9}$/;
const maxNameLength = 80;
const maxDescriptionLength = 1000;

/** What a new service desk is made of. */
export interface NewServiceDesk {
  readonly projectKey: string;
  readonly projectName: string;
  readonly portalName: string;
  readonly description?: string | undefined;
  /** what it begins with; default customer support */
  readonly template?: TemplateKey | undefined;
  readonly access: ServiceDesk['access'];
  /** default: as the template says, else their organization */
  readonly customersShareWith?: ServiceDesk['customersShareWith'] | undefined;
  readonly accentColor?: string | undefined;
  /** who does it, for the audit log; default the system */
  readonly auditActor?: AuditActor;
  /** for history that is brought in; default now */
  readonly at?: Date;
}

const system: AuditActor = { accountId: null, name: null, address: null };

/**
 * Makes a service desk with its project, filled from a template.
 *
 * @throws Invalid with a message per field
 * @throws Conflict when the key is taken
 */
export async function createServiceDesk(trx: Database, input: NewServiceDesk): Promise<ServiceDesk> {
  const { access, at, auditActor = system } = input;
  const template = templates[input.template ?? templateKeys[0]];
  const customersShareWith = input.customersShareWith ?? template.customersShareWith;
  const errors: Record<string, string> = {};
  const projectKey = input.projectKey.trim();
  if (!keyForm.test(projectKey)) {
    errors['projectKey'] =
      'A key has 2 to 10 capital letters and digits and begins with a letter, such as HELP or IT2.';
  }
  const projectName = readName(input.projectName, 'projectName', errors);
  const portalName = readName(input.portalName, 'portalName', errors);
  const description = readDescription(input.description ?? '', errors);
  const accentColor = readAccent(input.accentColor ?? 'indigo', errors);
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);

  const project = await trx
    .insertInto('project')
    .values({ key: projectKey, name: projectName, ...(at && { created_at: at }) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!project) {
    throw new Conflict('', {
      projectKey: `Another service desk has the key ${projectKey}. Choose another one.`,
    });
  }
  const { id } = await trx
    .insertInto('service_desk')
    .values({
      project_id: project.id,
      portal_name: portalName,
      description,
      access,
      ...(customersShareWith && { customers_share_with: customersShareWith }),
      accent_color: accentColor,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from service_desk)`,
      ...(at && { created_at: at }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addBusinessHours(trx, id, auditActor.accountId);
  await applyTemplate(trx, id, template, auditActor);
  const desk = await requireLockedDesk(trx, id);
  await recordAudit(trx, {
    actor: auditActor,
    action: 'service-desk.created',
    objectType: 'service-desk',
    objectId: id,
    objectName: portalName,
    after: { projectKey, projectName, template: template.key, ...auditedSettings(desk) },
  });
  return desk;
}

/** What of a desk can be changed. */
export interface DeskChange {
  readonly portalName?: string | undefined;
  readonly description?: string | undefined;
  readonly accentColor?: string | undefined;
  readonly access?: ServiceDesk['access'] | undefined;
  readonly customersShareWith?: ServiceDesk['customersShareWith'] | undefined;
  readonly isListed?: boolean | undefined;
  /** the version that was seen */
  readonly version: number;
}

/**
 * Changes a service desk.
 *
 * @returns the desk as it is now
 * @throws Invalid with a message per field
 * @throws Conflict that says what has changed since `version`
 * @throws NotFound
 */
export async function changeServiceDesk(
  trx: Database,
  id: string,
  change: DeskChange,
  auditActor: AuditActor,
): Promise<ServiceDesk> {
  const before = await requireLockedDesk(trx, id);
  if (change.version !== before.version) throw await staleDesk(trx, before, change.version);
  const errors: Record<string, string> = {};
  const after = {
    portal_name:
      change.portalName === undefined ? before.portalName : readName(change.portalName, 'portalName', errors),
    description:
      change.description === undefined ? before.description : readDescription(change.description, errors),
    accent_color:
      change.accentColor === undefined ? before.accentColor : readAccent(change.accentColor, errors),
    access: change.access ?? before.access,
    customers_share_with: change.customersShareWith ?? before.customersShareWith,
    is_listed: change.isListed ?? before.isListed,
  };
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  await trx
    .updateTable('service_desk')
    .set({ ...after, version: before.version + 1 })
    .where('id', '=', id)
    .execute();
  const desk = await requireLockedDesk(trx, id);
  const [was, is] = differences(auditedSettings(before), auditedSettings(desk));
  await recordAudit(trx, {
    actor: auditActor,
    action: 'service-desk.changed',
    objectType: 'service-desk',
    objectId: id,
    objectName: desk.portalName,
    before: was,
    after: { ...is, version: desk.version },
  });
  return desk;
}

async function requireLockedDesk(trx: Database, id: string): Promise<ServiceDesk> {
  const desk = await lockDesk(trx, id);
  if (!desk) throw new NotFound('There is no such service desk.');
  return desk;
}

async function staleDesk(trx: Database, desk: ServiceDesk, seen: number): Promise<Conflict> {
  const changes = await trx
    .selectFrom('audit_event')
    .select(['actor_name', 'occurred_at', 'after'])
    .where('object_type', '=', 'service-desk')
    .where('object_id', '=', desk.id)
    .where('action', '=', 'service-desk.changed')
    .where(sql<boolean>`(after ->> 'version')::integer > ${seen}`)
    .orderBy('id')
    .execute();
  const sentences = changes.map(({ actor_name, occurred_at, after }) => {
    const settings = Object.keys(after as Record<string, unknown>).filter((name) => name !== 'version');
    return `${settings.map(inWords).join(', ')} (${actor_name ?? 'Portico'}, ${occurred_at.toISOString()})`;
  });
  return new Conflict(
    `These settings have changed since you opened them: ${sentences.join('; ')}. Load them again before you save.`,
  );
}

/** portalName → portal name */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function readName(text: string, field: string, errors: Record<string, string>): string {
  const name = cleanLine(text);
  if (name === '') errors[field] = 'Give a name.';
  else if (name.length > maxNameLength) errors[field] = `A name has at most ${maxNameLength} characters.`;
  return name;
}

function readDescription(text: string, errors: Record<string, string>): string {
  const description = cleanText(text);
  if (description.length > maxDescriptionLength) {
    errors['description'] = `A description has at most ${maxDescriptionLength} characters.`;
  }
  return description;
}

function readAccent(name: string, errors: Record<string, string>): string {
  if (!accentColors.some((color) => color === name)) {
    errors['accentColor'] = `Choose one of: ${accentColors.join(', ')}.`;
  }
  return name;
}

function auditedSettings(desk: ServiceDesk) {
  const { portalName, description, accentColor, access, customersShareWith, isListed } = desk;
  return { portalName, description, accentColor, access, customersShareWith, isListed };
}

/** Of two states, what differs: as it was, and as it is. */
function differences<State extends Record<string, unknown>>(
  before: State,
  after: State,
): [Record<string, unknown>, Record<string, unknown>] {
  const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
  const only = (state: State) => Object.fromEntries(changed.map((key) => [key, state[key]]));
  return [only(before), only(after)];
}
