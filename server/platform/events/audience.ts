import type { HeardEvent } from './frames.ts';
import type { Listener, TopicRules } from './hub.ts';
import type { StoredEvent } from './outbox.ts';
import { splitTopic } from './topics.ts';

/** A stream, as far as it matters for who hears what. */
export interface Hearer {
  readonly listener: Listener;
  readonly topics: ReadonlySet<string>;
}

/** How many questions about who may hear are asked of the database at once. */
const concurrency = 4;

interface TopicAnswer {
  readonly mayHear: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
}

/**
 * Tells who of the hearers hears which of the events, by asking each topic's rules anew: once per topic for all of
 * its listeners. Hearers who hear nothing are left out.
 */
export async function whoHears<H extends Hearer>(
  hearers: Iterable<H>,
  events: readonly StoredEvent[],
  rulesOf: (noun: string) => TopicRules | undefined,
): Promise<Map<H, HeardEvent[]>> {
  const byTopic = groupByTopic(hearers);
  const questions = new Map<string, { asksForAgents: boolean }>();
  for (const event of events) {
    for (const topic of event.topics) {
      if (!byTopic.has(topic)) continue;
      const question = questions.get(topic) ?? { asksForAgents: false };
      question.asksForAgents ||= event.audience === 'agents';
      questions.set(topic, question);
    }
  }
  const answers = await ask(questions, byTopic, rulesOf);

  const heard = new Map<H, HeardEvent[]>();
  for (const event of events) {
    for (const [hearer, topics] of hearersOf(event, byTopic, answers)) {
      const earlier = heard.get(hearer);
      if (earlier) earlier.push({ event, topics });
      else heard.set(hearer, [{ event, topics }]);
    }
  }
  return heard;
}

function groupByTopic<H extends Hearer>(hearers: Iterable<H>): Map<string, H[]> {
  const byTopic = new Map<string, H[]>();
  for (const hearer of hearers) {
    for (const topic of hearer.topics) {
      const others = byTopic.get(topic);
      if (others) others.push(hearer);
      else byTopic.set(topic, [hearer]);
    }
  }
  return byTopic;
}

/** An event that reaches a stream through several of its topics reaches it once, with all of them. */
function hearersOf<H extends Hearer>(
  event: StoredEvent,
  byTopic: ReadonlyMap<string, readonly H[]>,
  answers: ReadonlyMap<string, TopicAnswer>,
): Map<H, string[]> {
  const through = new Map<H, string[]>();
  for (const topic of event.topics) {
    const answer = answers.get(topic);
    if (!answer) continue;
    for (const hearer of byTopic.get(topic) ?? []) {
      const { id } = hearer.listener;
      if (!answer.mayHear.has(id)) continue;
      if (event.audience === 'agents' && !answer.agents.has(id)) continue;
      const topics = through.get(hearer);
      if (topics) topics.push(topic);
      else through.set(hearer, [topic]);
    }
  }
  return through;
}

async function ask(
  questions: ReadonlyMap<string, { asksForAgents: boolean }>,
  byTopic: ReadonlyMap<string, readonly Hearer[]>,
  rulesOf: (noun: string) => TopicRules | undefined,
): Promise<Map<string, TopicAnswer>> {
  const answers = new Map<string, TopicAnswer>();
  const open = questions.entries();
  async function work(): Promise<void> {
    for (const [topic, { asksForAgents }] of open) {
      const { noun, id } = splitTopic(topic);
      const rules = rulesOf(noun);
      if (!rules) continue;
      const accountIds = [...new Set((byTopic.get(topic) ?? []).map((hearer) => hearer.listener.id))];
      const mayHear = await rules.stillMayHear(accountIds, id);
      const agents = asksForAgents ? await rules.agentsAmong(accountIds, id) : new Set<string>();
      answers.set(topic, { mayHear, agents });
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work));
  return answers;
}
