/** What a request is about, which decides the form it is raised with. */
export type Topic = 'problem' | 'question' | 'access' | 'change' | 'installation';

/** One thing that somebody does in a conversation. */
export interface Turn {
  readonly who: 'agent' | 'customer';
  /**
   * note: an internal note · answer: said to the customer · ask: an answer that waits for the customer · reply: the
   * customer's · solve: an answer that resolves the request · thanks: said after that · reopen: the customer says that
   * it is not solved
   */
  readonly act: 'note' | 'answer' | 'ask' | 'reply' | 'solve' | 'thanks' | 'reopen';
  /** by case; fewer texts than cases: they begin again from the first; '': does not happen in this case */
  readonly texts: readonly string[];
  /** how often it happens, 0 to 1 */
  readonly share: number;
  /** usual working minutes since the turn before */
  readonly afterMinutes: number;
}

/**
 * A conversation that support people have again and again, in several cases: the first summary, the first description and
 * the first text of each turn belong together, then the second ones, and so on. Names in braces stand for things that are
 * drawn once per request (see slots.ts).
 */
export interface Conversation {
  readonly topic: Topic;
  /** how bad, for problems: shares of one person, a team, everyone */
  readonly impact?: readonly [number, number, number];
  readonly summaries: readonly string[];
  readonly descriptions: readonly string[];
  readonly turns: readonly Turn[];
  /** a file that the customer adds now and then */
  readonly file?: 'photo' | 'order' | 'log';
  /** how often it comes up, against others of its desk; default 1 */
  readonly weight?: number;
}

type MakeTurn = (...texts: readonly string[]) => Turn;

const turn =
  (who: Turn['who'], act: Turn['act'], afterMinutes: number, share = 1): MakeTurn =>
  (...texts) => ({ who, act, texts, share, afterMinutes });

/** An internal note, mostly. */
export const note = turn('agent', 'note', 25, 0.7);
export const answer = turn('agent', 'answer', 90);
export const ask = turn('agent', 'ask', 60);
export const reply = turn('customer', 'reply', 220);
/** The answer that settles it. */
export const solve = turn('agent', 'solve', 240);
/** Said after it was settled, by some. */
export const thanks = turn('customer', 'thanks', 120, 0.4);
/** Now and then it was not settled after all; what follows happens only then. */
export const reopen = turn('customer', 'reopen', 500, 0.12);
