/** A piece of text; with `href` where it is an address. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

const address = /\bhttps?:\/\/[^\s<>"]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/gi;

/** What follows an address in a sentence does not belong to it, nor does a bracket that it did not open. */
function withoutTrailingPunctuation(found: string): string {
  let kept = found.replace(/[.,;:!?'”’]+$/, '');
  for (const [open, close] of ['()', '[]', '{}'] as const) {
    while (close && open && kept.endsWith(close) && kept.split(close).length > kept.split(open).length) {
      kept = kept.slice(0, -1).replace(/[.,;:!?'”’]+$/, '');
    }
  }
  return kept;
}

/** Splits plain text at the addresses in it: http, https and mail only. The parts joined are the text. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const found = withoutTrailingPunctuation(match[0]);
    const isWeb = /^https?:/i.test(found);
    if (isWeb && !URL.canParse(found)) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: found, href: isWeb ? found : `mailto:${found}` });
    end = match.index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}
