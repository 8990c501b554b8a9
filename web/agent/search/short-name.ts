import type { JqlFieldName } from '../../kit/jql/jql-help.ts';
import { unquoted } from '../../kit/jql/tokens.ts';

/** 'Cost Centre' of 'Cost Centre - Cost Centre[Short text]'. */
export function shortName({ value, displayName }: Pick<JqlFieldName, 'value' | 'displayName'>): string {
  const name = displayName.includes(' - ') ? unquoted(value).replace(/\[[^\]]*\]$/, '') : displayName;
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
