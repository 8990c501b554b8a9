import type { Platform } from '../../platform/platform.ts';
import { learnWords } from './learn-words.ts';

const learnJob = 'desk.learn-words';

/** Learns the words of new texts every other minute. */
export function defineTextJobs({ jobs }: Pick<Platform, 'jobs'>): void {
  jobs.define(learnJob, async (_payload, { db }) => {
    await learnWords(db);
  });
  jobs.schedule(learnJob, '*/2 * * * *');
}
