import { parentPort, workerData } from 'node:worker_threads';
import type { IcsAnswer, IcsQuestion } from './import-ics.ts';
import { readIcs } from './read-ics.ts';

/** The thread in which a calendar file is read: rules of recurring events can be made to take for ever. */
const { text, years } = workerData as IcsQuestion;
let answer: IcsAnswer;
try {
  answer = { found: readIcs(text, years) };
} catch (error) {
  answer = { problem: error instanceof Error ? error.message : String(error) };
}
parentPort?.postMessage(answer);
