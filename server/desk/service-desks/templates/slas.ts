import type { SlaTemplate } from './template.ts';
import { waitingForCustomer } from './workflows.ts';

const hour = 60;
const day = 24 * hour;

/** What every desk measures to begin with: as Jira Service Management does. */
export const commonSlas: readonly SlaTemplate[] = [
  {
    name: 'Time to first response',
    starts: ['created'],
    stops: ['comment-by-agent', 'resolution-set'],
    pausedIn: [],
    goals: [hour, 4 * hour, 8 * hour, day],
    warnMinutes: [30],
  },
  {
    name: 'Time to resolution',
    starts: ['created', 'resolution-cleared'],
    stops: ['resolution-set'],
    pausedIn: [waitingForCustomer.name],
    goals: [8 * hour, day, 3 * day, 5 * day],
    warnMinutes: [hour],
  },
];
