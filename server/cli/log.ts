import { type Logger, pino } from 'pino';
import type { Config } from '../platform/config/config.ts';

/** The log: a line of JSON per entry on standard output, or lines for people when that is a terminal. */
export async function createLog(
  level: Config['logLevel'],
  isTerminal = process.stdout.isTTY,
): Promise<Logger> {
  if (!isTerminal) return pino({ level });
  const { default: pretty } = await import('pino-pretty');
  return pino({ level }, pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' }));
}
