import { Invalid, NotFound } from '../http/errors.ts';
import type { Listener, TopicRules } from './hub.ts';

const maxTopics = 20;

/** 'request:10001' → noun 'request', id '10001'. */
export function splitTopic(topic: string): { noun: string; id: string } {
  const colon = topic.indexOf(':');
  return { noun: topic.slice(0, colon), id: topic.slice(colon + 1) };
}

/**
 * Asks each topic's rules whether the listener may open a stream on it.
 *
 * @throws Invalid when a topic is none or there are too many; NotFound when one does not exist or is not for the listener
 */
export async function assertMayListen(
  listener: Listener,
  topics: readonly string[],
  rulesOf: (noun: string) => TopicRules | undefined,
): Promise<void> {
  if (topics.length === 0) throw new Invalid('Name at least one topic: ?topic=request:10001');
  if (topics.length > maxTopics) throw new Invalid(`Name at most ${maxTopics} topics.`);
  for (const topic of topics) {
    if (!/^[a-z-]+:[\w-]{1,64}$/.test(topic)) {
      throw new Invalid(`"${topic.slice(0, 80)}" is not a topic. A topic looks like request:10001.`);
    }
  }
  const answers = await Promise.all(
    topics.map((topic) => {
      const { noun, id } = splitTopic(topic);
      return rulesOf(noun)?.mayListen(listener, id) ?? false;
    }),
  );
  if (answers.includes(false)) {
    throw new NotFound('One of the topics does not exist, or you may not listen to it.');
  }
}
