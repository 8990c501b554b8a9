/** A value of a field, ready to be drawn. */
export type ShownValue =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  /** paragraphs, with addresses in them as links */
  | { readonly kind: 'rich'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'people'; readonly items: readonly string[] };

/** Who reads. */
export interface Reader {
  readonly language: string;
  /** undefined: the browser's */
  readonly timeZone: string | undefined;
}

const nothing: ShownValue = { kind: 'nothing' };

/**
 * What is shown of a value as the service desk API gives it, in the reader's language and zone: options by their names, also
 * those that are no longer offered; only web addresses as links.
 *
 * @param type of the field; of a type that only a newer server knows, what its value looks like
 */
export function shownValue(type: string, value: unknown, reader: Reader): ShownValue {
  if (value === null || value === undefined || value === '') return nothing;
  if (Array.isArray(value)) {
    const items = value.flatMap((each: unknown) => nameOf(each, reader) ?? []);
    if (items.length === 0) return nothing;
    return { kind: type === 'people' ? 'people' : 'list', items };
  }
  if (typeof value === 'string') return shownText(type, value, reader);
  const text = type === 'country' ? countryName(value, reader) : nameOf(value, reader);
  if (text === null) return nothing;
  return type === 'person' ? { kind: 'people', items: [text] } : { kind: 'text', text };
}

function shownText(type: string, text: string, { language, timeZone }: Reader): ShownValue {
  switch (type) {
    case 'url':
      return /^https?:\/\//i.test(text) && URL.canParse(text)
        ? { kind: 'link', text: readableAddress(text), href: text }
        : { kind: 'text', text };
    case 'email':
      return { kind: 'link', text, href: `mailto:${encodeURIComponent(text).replace('%40', '@')}` };
    case 'phone':
      return {
        kind: 'link',
        text,
        href: `tel:${text.replace(/(?:ext\.?|x).*$/i, '').replace(/[^\d+]/g, '')}`,
      };
    case 'date': {
      // a day of the calendar has no zone
      const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
      return { kind: 'text', text: formatted(format, text) };
    }
    case 'date-time': {
      const format = new Intl.DateTimeFormat(language, {
        dateStyle: 'long',
        timeStyle: 'short',
        ...(timeZone && { timeZone }),
      });
      return { kind: 'text', text: formatted(format, text) };
    }
    default:
      return { kind: 'rich', text };
  }
}

/** Whole when it is short, and without what says nothing. */
function readableAddress(address: string): string {
  return address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}

function formatted(format: Intl.DateTimeFormat, text: string): string {
  // every browser reads Jira's dates with a colon in the zone
  const at = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(at.getTime()) ? text : format.format(at);
}

/** A number, an amount, or what an object is called; null for nothing that has a name. */
function nameOf(value: unknown, { language }: Reader): string | null {
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value !== 'object' || value === null) return null;
  const { amount, currency, value: option, child, displayName, name } = value as Record<string, unknown>;
  if (typeof amount === 'number' && typeof currency === 'string') return money(amount, currency, language);
  if (typeof option === 'string') {
    const under = nameOf(child, { language, timeZone: undefined });
    return under === null ? option : `${option} › ${under}`;
  }
  if (typeof displayName === 'string') return displayName;
  return typeof name === 'string' ? name : null;
}

function money(amount: number, currency: string, language: string): string {
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
  } catch {
    return `${amount} ${currency}`;
  }
}

function countryName(value: unknown, reader: Reader): string | null {
  const { id } = value as { id?: unknown };
  if (typeof id !== 'string' || !/^[A-Z]{2}$/.test(id)) return nameOf(value, reader);
  return new Intl.DisplayNames([reader.language, 'en'], { type: 'region' }).of(id) ?? nameOf(value, reader);
}
