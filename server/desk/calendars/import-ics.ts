import { Worker } from 'node:worker_threads';
import { cleanLine } from '../../platform/formats/rich-text.ts';
import { Invalid, Unavailable } from '../../platform/http/errors.ts';
import type { ImportedHolidays } from './imported-holidays.ts';

/** What the thread is asked. */
export interface IcsQuestion {
  readonly text: string;
  readonly years: { readonly first: number; readonly last: number };
}

/** What it answers. */
export type IcsAnswer = { readonly found: ImportedHolidays } | { readonly problem: string };

/** Most characters of a calendar file. */
export const maxIcsLength = 1_000_000;
/** For how many years from this one recurring events are written out. */
export const icsYearsAhead = 5;
const timeoutMs = 10_000;
const mostAtOnce = 2;
let running = 0;

/**
 * Reads the holidays of a calendar file (.ics) in a thread of its own, which is ended when it takes too long or too much memory.
 *
 * @throws Invalid naming `text` when it cannot be read
 * @throws Unavailable when others are being read
 */
export async function importIcs(text: string, now = new Date()): Promise<ImportedHolidays> {
  if (running >= mostAtOnce) {
    throw new Unavailable('Other calendar files are being read. Try again in a few seconds.');
  }
  running++;
  try {
    const year = now.getUTCFullYear();
    const answer = await ask({ text, years: { first: year - 1, last: year + icsYearsAhead } });
    if ('found' in answer) return answer.found;
    throw Invalid.fields({
      text: `This is no calendar file (.ics) that can be read: ${cleanLine(answer.problem).slice(0, 200)}`,
    });
  } finally {
    running--;
  }
}

function ask(question: IcsQuestion): Promise<IcsAnswer> {
  const worker = new Worker(new URL('./ics-worker.ts', import.meta.url), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: 128 },
    // what the library warns of is no concern of the log
    stdout: true,
    stderr: true,
  });
  const answer = Promise.withResolvers<IcsAnswer>();
  const tooMuch = { problem: 'It holds too much, or rules that never end.' };
  const timer = setTimeout(() => answer.resolve(tooMuch), timeoutMs);
  worker.on('message', answer.resolve);
  worker.on('error', () => answer.resolve(tooMuch));
  return answer.promise.finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}
