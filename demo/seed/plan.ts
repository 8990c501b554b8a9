import { type Company, companies, emailOf } from './companies.ts';
import { billingConversations } from './conversations/billing.ts';
import type { Conversation, Topic } from './conversations/conversation.ts';
import { fieldServiceConversations } from './conversations/field-service.ts';
import { changeConversations } from './conversations/support-changes.ts';
import { machineConversations } from './conversations/support-machines.ts';
import { officeConversations } from './conversations/support-office.ts';
import { drawFile, type PlannedFile } from './files.ts';
import { createRandom, type Random } from './random.ts';
import { drawSlots, fill } from './slots.ts';
import { agents, type DeskKey, type StaffMember } from './staff.ts';
import { drawSteps, type PlannedStep, textOf } from './steps.ts';
import { momentAt, workingMinutes } from './working-time.ts';

/** How much a problem hurts. */
type Impact = 'One person' | 'A team' | 'Whole company';

/** A request, with everything that happened to it until now. */
export interface PlannedRequest {
  readonly desk: DeskKey;
  readonly topic: Topic;
  /** e-mail address */
  readonly reporter: string;
  readonly at: Date;
  readonly summary: string;
  readonly description: string;
  /** for problems */
  readonly impact: Impact | null;
  readonly file: PlannedFile | null;
  /** in order of time, none after now */
  readonly steps: readonly PlannedStep[];
}

/** How many requests there are. */
export const requestCount = 500;
const workingDays = 65;
const minutesPerDay = 600;
// Raised within the last hours whatever the time is, so that there is always something from today.
const freshMinutes = [6, 31, 74, 140];

/** Which companies a desk serves; all of them when it is open. */
export const desksOfCompany = (company: Company): readonly DeskKey[] =>
  fieldServiceCompanies.has(company.name) ? ['SUP', 'BIL', 'FLD'] : ['SUP', 'BIL'];

const fieldServiceCompanies = new Set([
  'Acme',
  'Brightwater Clinic',
  'Oak & Finch Architects',
  'Stellar Games',
]);

const conversationsOf: Record<DeskKey, readonly Conversation[]> = {
  SUP: [...machineConversations, ...officeConversations, ...changeConversations],
  BIL: billingConversations,
  FLD: fieldServiceConversations,
};

/**
 * Draws requests over the last three months, oldest first. The same seed and the same `now` give the same plan; with
 * another `now` the same things happen at other dates.
 */
export function planRequests(seed: string, now: Date, count = requestCount): PlannedRequest[] {
  const nowMinutes = workingMinutes(now);
  const earlier = Array.from({ length: count - freshMinutes.length }, (_, number) => {
    const random = createRandom(`${seed} ${number}`);
    // A little more towards the present: Northwind grows.
    const age = workingDays * minutesPerDay * random.next() ** 1.1;
    return planRequest(random, nowMinutes - Math.max(age, 1), momentAt(nowMinutes - Math.max(age, 1)), now);
  });
  const fresh = freshMinutes.map((age, number) => {
    const at = new Date(now.getTime() - age * 60_000);
    at.setUTCMilliseconds(0);
    return planRequest(createRandom(`${seed} fresh ${number}`), Number.POSITIVE_INFINITY, at, now);
  });
  return [...earlier, ...fresh].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** @param minutes when it begins in working time; infinity: nothing has happened since */
function planRequest(random: Random, minutes: number, at: Date, now: Date): PlannedRequest {
  const company = random.weighted(companies.map((each) => [each, each.weight]));
  const desks: readonly [DeskKey, number][] = [
    ['SUP', 48],
    ['BIL', 24],
    ['FLD', 28],
  ];
  const desk = random.weighted(desks.filter(([key]) => desksOfCompany(company).includes(key)));
  const reporterName = random.weighted(company.people.map((name, rank) => [name, 1 / (rank + 2)]));
  const conversation = random.weighted(conversationsOf[desk].map((each) => [each, each.weight ?? 1]));
  const which = random.integer(0, conversation.descriptions.length - 1);
  const team = agents.filter((agent) => agent.desks.includes(desk));
  const agent = random.weighted(team.map((each) => [each, each.desks.length === 1 ? 3 : 2]));
  const slots = drawSlots(random, {
    at,
    customerName: reporterName,
    agentName: agent.name,
    company: company.name,
  });
  const reporter = emailOf(reporterName, company.domain);
  return {
    desk,
    topic: conversation.topic,
    reporter,
    at,
    summary: fill(textOf(conversation.summaries, which), slots),
    description: fill(textOf(conversation.descriptions, which), slots),
    impact: drawImpact(random, conversation),
    file: conversation.file && random.chance(0.4) ? drawFile(random, conversation.file, slots) : null,
    steps: drawSteps(random, {
      desk,
      conversation,
      which,
      slots,
      reporter,
      agent,
      team: emails(team),
      minutes,
      now,
    }),
  };
}

function drawImpact(random: Random, { topic, impact }: Conversation): Impact | null {
  if (topic !== 'problem') return null;
  const [one, team, everyone] = impact ?? [1, 1, 1];
  return random.weighted<Impact>([
    ['One person', one],
    ['A team', team],
    ['Whole company', everyone],
  ]);
}

function emails(team: readonly StaffMember[]): string[] {
  return team.map(({ email }) => email);
}
