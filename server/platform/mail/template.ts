import type { MailBrand } from './brand.ts';
import { htmlMail, textMail } from './layout.ts';

/** The languages that mail is written in. */
export type MailLocale = 'en' | 'de';

/**
 * The words of a mail in one language. `{{name}}` stands for a value of that name, and `{{site}}` for the name of the portal that
 * it is sent because of, or of the site.
 */
export interface MailText {
  readonly subject: string;
  readonly heading: string;
  /** before what is to be done */
  readonly paragraphs: readonly string[];
  /** what is to be clicked; its address is the value `url` */
  readonly button?: string;
  /** shows the value `code` large, to be typed elsewhere */
  readonly showsCode?: boolean;
  /** after it, in smaller print: how long it holds, what to do if it was not you */
  readonly notes?: readonly string[];
}

/** One kind of mail. Rooms define theirs beside the rule that sends it. */
export interface MailTemplate<Name extends string = string> {
  /** noun.verb, such as 'account.link-code' */
  readonly name: string;
  /** when it is sent and to whom, for administrators */
  readonly about: string;
  /** holds a code or link that opens something: administrators cannot read it once it is sent, and it is kept sealed */
  readonly isSecret: boolean;
  readonly texts: Readonly<Record<MailLocale, MailText>>;
  /** values to show it with; those that are words, in both languages */
  readonly sample: Readonly<Record<Name, string | Readonly<Record<MailLocale, string>>>>;
}

/** A mail that is ready to be sent. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: MailLocale;
}

/**
 * Writes a mail: its words with the values put in, as plain text and as HTML that says the same. Values are text, whatever
 * they hold: in HTML they are escaped, in the subject line breaks become spaces.
 *
 * @param locale of the account, such as 'de' or 'en-GB'; what Portico does not speak becomes English
 * @throws Error when the words name a value that is not there
 */
export function renderMail<Name extends string>(
  template: MailTemplate<Name>,
  values: Readonly<Record<Name, string>>,
  brand: MailBrand,
  locale: string | null,
): RenderedMail {
  const language = mailLocale(locale);
  const words = template.texts[language];
  const fill = (text: string) => filled(text, { site: brand.site, ...values });
  const content = {
    heading: fill(words.heading),
    // what is left out, such as a note that nobody wrote, leaves no gap
    paragraphs: words.paragraphs.map(fill).filter((text) => text !== ''),
    button: words.button === undefined ? null : { label: fill(words.button), url: fill('{{url}}') },
    code: words.showsCode ? fill('{{code}}') : null,
    notes: (words.notes ?? []).map(fill),
  };
  return {
    subject: headerText(fill(words.subject)),
    text: textMail(content, brand),
    html: htmlMail(content, brand, language),
    language,
  };
}

/** The made-up values of a template, in one language. */
export function sampleValues<Name extends string>(
  { sample }: MailTemplate<Name>,
  language: MailLocale,
): Record<Name, string> {
  const values = Object.entries<string | Readonly<Record<MailLocale, string>>>(sample).map(
    ([name, value]) => [name, typeof value === 'string' ? value : value[language]],
  );
  return Object.fromEntries(values);
}

/** A text as it stands in a header: on one line, and with nothing that would turn the order of its letters around. */
export function headerText(text: string): string {
  return text
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The language in which somebody is written to. */
export function mailLocale(locale: string | null): MailLocale {
  return locale?.toLowerCase().startsWith('de') ? 'de' : 'en';
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The mail needs a value named ${name}`);
    return value;
  });
}
