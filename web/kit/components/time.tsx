import { useEffect, useMemo, useState } from 'react';
import { useSession } from '../api/session.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { exactTime, knownZone, relativeTime, shortDate } from '../time.ts';
import classes from './time.module.css';

const weekMs = 7 * 24 * 3600 * 1000;

/** The viewer's zone: the account's, else the browser's (undefined). */
export function useTimeZone(): string | undefined {
  return knownZone(useSession()?.timeZone);
}

/**
 * When something was, relative to now for a week and as a date after that; hovering or focusing shows it to the
 * second, in the viewer's language and zone. Keeps itself up to date.
 */
export function Time({ at, className }: { at: string; className?: string }) {
  const { language } = useTranslation('kit');
  const timeZone = useTimeZone();
  const [now, setNow] = useState(() => new Date());
  const date = useMemo(() => new Date(at), [at]);
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  // a clock that runs behind the server's must not show "in 3 seconds"
  const reference = now < date && date.getTime() - now.getTime() < 60_000 ? date : now;
  const isRecent = Math.abs(reference.getTime() - date.getTime()) < weekMs;
  return (
    <time
      dateTime={at}
      title={exactTime(date, language, timeZone)}
      className={className ? `${classes['time']} ${className}` : classes['time']}
    >
      {isRecent ? relativeTime(date, reference, language) : shortDate(date, language, timeZone)}
    </time>
  );
}
