import { drawBeside } from './beside.ts';
import type { Conversation, Turn } from './conversations/conversation.ts';
import type { Random } from './random.ts';
import { fill, type Slots } from './slots.ts';
import type { DeskKey, StaffMember } from './staff.ts';
import { momentAt } from './working-time.ts';

/** Something that happens to a request. People are named by e-mail address. */
export type PlannedStep = { readonly at: Date; readonly actor: string } & (
  | { readonly kind: 'assign'; readonly assignee: string }
  | { readonly kind: 'comment'; readonly body: string; readonly isPublic: boolean }
  | { readonly kind: 'log'; readonly minutes: number; readonly body: string }
  | { readonly kind: 'rate'; readonly rating: number; readonly words: string }
  | { readonly kind: 'start' | 'wait' | 'resolve' | 'reopen' }
);

/** What the steps depend on. */
export interface StepContext {
  readonly desk: DeskKey;
  readonly conversation: Conversation;
  /** which of its cases */
  readonly which: number;
  readonly slots: Slots;
  readonly reporter: string;
  readonly agent: StaffMember;
  /** the agents of the desk */
  readonly team: readonly string[];
  /** when the request was raised, in working time; infinity: too short ago for anything to have happened */
  readonly minutes: number;
  readonly now: Date;
}

// Visits take days, and accounting sleeps on things.
const slownessOf: Record<DeskKey, number> = { SUP: 1, BIL: 1.6, FLD: 3.5 };

/** The text of a case; texts begin again from the first when there are fewer. */
export function textOf(texts: readonly string[], which: number): string {
  return texts[which % texts.length] ?? '';
}

/** Draws what happens to a request until now, by the script of its conversation. */
export function drawSteps(random: Random, context: StepContext): PlannedStep[] {
  const { conversation, agent, now } = context;
  const clock = createClock(random, context.minutes, slownessOf[context.desk]);
  const steps: PlannedStep[] = takeOn(random, context, clock);
  // Some customers never answer, and some requests wait for somebody at Northwind: they stay open.
  const fallsAsleep = random.chance(0.1);
  let assignee = agent.email;
  let isHandedBack = false;
  let hasEnded = false;
  for (const turn of conversation.turns) {
    const text = textOf(turn.texts, context.which);
    const happens = random.chance(turn.share) && text !== '';
    if (hasEnded) continue;
    if (!happens) {
      // What follows "reopen" belongs to it.
      hasEnded = turn.act === 'reopen';
      continue;
    }
    if (fallsAsleep && (turn.act === 'reply' || turn.act === 'solve')) break;
    clock.pass(turn.afterMinutes);
    if (isHandedBack && turn.who === 'agent' && random.chance(0.5)) {
      steps.push({ at: clock.now(), actor: assignee, kind: 'start' });
      clock.pass(3);
    }
    isHandedBack = turn.act === 'reply' || turn.act === 'reopen';
    if (turn.act === 'solve' && random.chance(0.06)) {
      const colleague = random.pick(context.team);
      if (colleague !== assignee) {
        steps.push({ at: clock.now(), actor: assignee, kind: 'assign', assignee: colleague });
        assignee = colleague;
        clock.pass(30);
      }
    }
    steps.push(...stepsOf(turn, fill(text, context.slots), { assignee, reporter: context.reporter, clock }));
  }
  const until = steps.filter((step) => step.at <= now);
  return drawBeside(random, until, { reporter: context.reporter, now });
}

function takeOn(random: Random, { agent, team }: StepContext, clock: Clock): PlannedStep[] {
  clock.pass(45);
  // Mostly people take what comes; now and then somebody hands it out.
  const actor = random.chance(0.25) ? random.pick(team) : agent.email;
  const assigned: PlannedStep = { at: clock.now(), actor, kind: 'assign', assignee: agent.email };
  clock.pass(12);
  return [assigned, { at: clock.now(), actor: agent.email, kind: 'start' }];
}

function stepsOf(
  { who, act }: Turn,
  body: string,
  { assignee, reporter, clock }: { assignee: string; reporter: string; clock: Clock },
): PlannedStep[] {
  const actor = who === 'agent' ? assignee : reporter;
  const said: PlannedStep = { at: clock.now(), actor, kind: 'comment', body, isPublic: act !== 'note' };
  const after: Partial<Record<Turn['act'], 'wait' | 'resolve' | 'reopen'>> = {
    ask: 'wait',
    solve: 'resolve',
    reopen: 'reopen',
  };
  const kind = after[act];
  if (!kind) return [said];
  clock.pass(1);
  return [said, { at: clock.now(), actor, kind }];
}

interface Clock {
  now(): Date;
  /** Lets about so many working minutes pass: often fewer, sometimes many more. */
  pass(usualMinutes: number): void;
}

function createClock(random: Random, start: number, slowness: number): Clock {
  let minutes = start;
  return {
    now: () => (Number.isFinite(minutes) ? momentAt(minutes) : new Date(8.64e15)),
    pass(usual) {
      minutes += usual * slowness * Math.min(Math.max(-Math.log(1 - random.next()), 0.15), 4);
    },
  };
}
