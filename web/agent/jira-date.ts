/** Jira writes `2026-03-03T14:05:00.000+0100`; every browser reads it with a colon in the zone. */
export function isoDate(jira: string): string {
  return jira.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
}
