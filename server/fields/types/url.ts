import { customSchema, type FieldType, isEmpty } from '../field.ts';
import { textQuery } from './stored.ts';

/** Most characters of an address. */
const maxUrlLength = 2000;

/** The address of a web page, stored as browsers write it. */
export const urlField: FieldType = {
  settings: [],
  read(input) {
    if (isEmpty(input)) return { value: null };
    const text = typeof input === 'string' ? input.trim() : null;
    if (text === '') return { value: null };
    const url = text === null ? null : webAddress(text);
    if (!url) return { problem: 'This must be the address of a web page, such as https://example.com/page.' };
    if (url.length > maxUrlLength) return { problem: `An address has at most ${maxUrlLength} characters.` };
    return { value: url };
  },
  jiraSchema: (field) => ({ type: 'string', ...customSchema(field, 'url') }),
  serviceDeskValue: (stored) => stored,
  issueValue: (stored) => stored,
  display: String,
  query: textQuery,
};

/** Null for what is none. Only http and https: `javascript:` and the like are never shown as links. */
function webAddress(text: string): string | null {
  if (/\s/u.test(text)) return null;
  const full =
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+(\/|$)/.test(text) ? text : `https://${text}`;
  const url = URL.parse(full);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  if (url.username !== '' || url.password !== '' || !url.hostname.includes('.')) return null;
  return url.href;
}
