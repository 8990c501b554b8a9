import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';

/** How an account wants things shown; null: as the browser says, absent: as it was. */
export interface Preferences {
  readonly locale?: string | null;
  readonly timeZone?: string | null;
}

/**
 * Changes how an account wants things shown.
 * @throws Invalid naming `locale` or `timeZone`
 */
export async function changePreferences(
  db: Database,
  accountId: string,
  preferences: Preferences,
): Promise<void> {
  const { locale, timeZone } = preferences;
  const errors: Record<string, string> = {};
  if (typeof locale === 'string' && !isLocale(locale)) {
    errors['locale'] = 'This is no language tag. Write it like de or en-GB.';
  }
  if (typeof timeZone === 'string' && !isTimeZone(timeZone)) {
    errors['timeZone'] = 'This is no time zone. Write it like Europe/Berlin.';
  }
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  if (locale === undefined && timeZone === undefined) return;
  await db
    .updateTable('account')
    .set({
      ...(locale !== undefined && { locale }),
      ...(timeZone !== undefined && { time_zone: timeZone }),
      updated_at: sql`now()`,
    })
    .where('id', '=', accountId)
    .execute();
}

function isLocale(text: string): boolean {
  try {
    return text.length <= 35 && Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    // Offsets such as +02:00 know no summer time.
    return /^[A-Z]/i.test(text);
  } catch {
    return false;
  }
}
