import { escapeHtml } from '../http/escape-html.ts';

/** Who a mail is from, as the person who reads it knows it. */
export interface MailBrand {
  /** name of the site or the portal */
  readonly site: string;
  /** its address */
  readonly url: string;
}

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

/**
 * The HTML part: one column of at most 560 px, styles inline and tables for the frame, since mail programs know little else.
 * It loads nothing from anywhere, so that opening it tells nobody.
 */
export function htmlMail(
  { heading, paragraphs, button, code, notes }: MailContent,
  brand: MailBrand,
  language: string,
): string {
  const blocks = [
    `<h1 style="margin:0 0 16px;font-size:21px;line-height:28px;font-weight:600;color:#1a2230">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map(
      (text) =>
        `<p style="margin:0 0 14px;font-size:15px;line-height:23px;color:#2c3647">${escapeHtml(text)}</p>`,
    ),
    ...(code === null
      ? []
      : [
          `<p style="margin:22px 0;font-size:30px;line-height:38px;font-weight:600;letter-spacing:5px;color:#1a2230;font-family:ui-monospace,Menlo,Consolas,monospace">${escapeHtml(code)}</p>`,
        ]),
    ...(button === null ? [] : [buttonHtml(button)]),
    ...notes.map(
      (text) =>
        `<p style="margin:0 0 10px;font-size:13px;line-height:20px;color:#5d6879">${escapeHtml(text)}</p>`,
    ),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${escapeHtml(heading)}</title>
</head>
<body style="margin:0;padding:0;background:#f2f4f7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f7;${font}">
<tr><td align="center" style="padding:28px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;${font}">
<tr><td style="padding:0 6px 14px;font-size:15px;font-weight:600;color:#2c3647">${escapeHtml(brand.site)}</td></tr>
<tr><td style="background:#ffffff;border:1px solid #dfe3e9;border-radius:8px;padding:30px 28px 22px">
${blocks.join('\n')}
</td></tr>
<tr><td style="padding:14px 6px 0;font-size:12px;line-height:18px;color:#5d6879"><a href="${escapeHtml(brand.url)}" style="color:#5d6879">${escapeHtml(brand.url.replace(/^https?:\/\//, '').replace(/\/$/, ''))}</a></td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function buttonHtml({ label, url }: { readonly label: string; readonly url: string }): string {
  if (!/^https?:\/\//.test(url)) throw new Error('A button in a mail leads to a web address');
  const address = escapeHtml(url);
  return [
    `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:20px 0"><tr><td style="background:#1b4fd8;border-radius:6px"><a href="${address}" style="display:inline-block;padding:11px 22px;font-size:15px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></td></tr></table>`,
    `<p style="margin:0 0 14px;font-size:13px;line-height:20px;color:#5d6879;word-break:break-all"><a href="${address}" style="color:#1b4fd8">${address}</a></p>`,
  ].join('\n');
}
