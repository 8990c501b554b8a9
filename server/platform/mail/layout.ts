import { escapeHtml } from '../http/escape-html.ts';
import type { MailBrand } from './brand.ts';
import { shadeOn, textOn } from './contrast.ts';

/** What a mail says, in order. All of it is plain text. */
export interface MailContent {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly button: { readonly label: string; readonly url: string } | null;
  readonly code: string | null;
  readonly notes: readonly string[];
}

/** The plain text part. */
export function textMail(
  { heading, paragraphs, button, code, notes }: MailContent,
  brand: MailBrand,
): string {
  const parts = [
    heading,
    ...paragraphs,
    ...(code === null ? [] : [`    ${code}`]),
    ...(button === null ? [] : [`${button.label}:\n${button.url}`]),
    ...notes,
    `-- \n${brand.site}\n${brand.url}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Colours of the page, what lies on it, and the words, on a light and on a dark screen. */
const light = {
  page: '#f2f4f7',
  card: '#ffffff',
  line: '#dfe3e9',
  strong: '#1a2230',
  words: '#2c3647',
  dim: '#5d6879',
};
const dark = {
  page: '#16181c',
  card: '#25272e',
  line: '#3c3f47',
  strong: '#f1f2f4',
  words: '#dcdee2',
  dim: '#a9abb1',
};

/**
 * The HTML part: one column of at most 560 px under the brand's name on its colour, styles inline and tables for the frame,
 * since mail programs know little else. Those that know dark screens get colours for them. It loads nothing from anywhere, so
 * that opening it tells nobody.
 */
export function htmlMail(
  { heading, paragraphs, button, code, notes }: MailContent,
  brand: MailBrand,
  language: string,
): string {
  const blocks = [
    `<h1 class="strong" style="margin:0 0 16px;font-size:21px;line-height:28px;font-weight:600;color:${light.strong}">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map(
      (text) =>
        `<p class="words" style="margin:0 0 14px;font-size:15px;line-height:23px;color:${light.words}">${escapeHtml(text)}</p>`,
    ),
    ...(code === null
      ? []
      : [
          `<p class="strong" style="margin:22px 0;font-size:30px;line-height:38px;font-weight:600;letter-spacing:5px;color:${light.strong};font-family:ui-monospace,Menlo,Consolas,monospace">${escapeHtml(code)}</p>`,
        ]),
    ...(button === null ? [] : [buttonHtml(button, brand.accent)]),
    ...notes.map(
      (text) =>
        `<p class="dim" style="margin:0 0 10px;font-size:13px;line-height:20px;color:${light.dim}">${escapeHtml(text)}</p>`,
    ),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(heading)}</title>
<style>
:root { color-scheme: light dark }
@media (prefers-color-scheme: dark) {
${darkRules(brand.accent)}
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:${light.page}">
<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${light.page};${font};overflow-wrap:anywhere">
<tr><td align="center" style="padding:28px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;table-layout:fixed;border-collapse:separate;${font}">
<tr><td class="brand" style="background:${brand.accent};border-radius:8px 8px 0 0;padding:14px 28px;font-size:16px;line-height:22px;font-weight:600;color:${textOn(brand.accent)}">${escapeHtml(brand.site)}</td></tr>
<tr><td class="card" style="background:${light.card};border:1px solid ${light.line};border-top:0;border-radius:0 0 8px 8px;padding:28px 28px 20px">
${blocks.join('\n')}
</td></tr>
<tr><td class="dim" style="padding:14px 28px 0;font-size:12px;line-height:18px;color:${light.dim}">${escapeHtml(brand.site)} · <a class="dim" href="${webAddress(brand.url)}" style="color:${light.dim}">${escapeHtml(brand.url.replace(/^https?:\/\//, '').replace(/\/$/, ''))}</a></td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function darkRules(accent: string): string {
  return [
    `.page { background: ${dark.page} !important }`,
    `.card { background: ${dark.card} !important; border-color: ${dark.line} !important }`,
    `.strong { color: ${dark.strong} !important }`,
    `.words { color: ${dark.words} !important }`,
    `.dim { color: ${dark.dim} !important }`,
    `.address { color: ${shadeOn(accent, dark.card)} !important }`,
  ].join('\n');
}

function buttonHtml(
  { label, url }: { readonly label: string; readonly url: string },
  accent: string,
): string {
  const address = webAddress(url);
  return [
    `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:20px 0"><tr><td style="background:${accent};border-radius:6px"><a href="${address}" style="display:inline-block;padding:11px 22px;font-size:15px;line-height:20px;font-weight:600;color:${textOn(accent)};text-decoration:none">${escapeHtml(label)}</a></td></tr></table>`,
    `<p style="margin:0 0 14px;font-size:13px;line-height:20px;word-break:break-all"><a class="address" href="${address}" style="color:${shadeOn(accent, light.card)}">${address}</a></p>`,
  ].join('\n');
}

/** As it stands in an attribute. @throws Error when it leads anywhere but to the web */
function webAddress(url: string): string {
  if (!/^https?:\/\//.test(url)) throw new Error('A button in a mail leads to a web address');
  return escapeHtml(url);
}
