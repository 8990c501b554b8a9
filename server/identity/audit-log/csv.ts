/**
 * One record of a CSV file as RFC 4180 has it: quoted where needed, ended by CR LF. A spreadsheet would calculate a value
 * that begins like a formula; such a value gets an apostrophe before it, which spreadsheets take for "this is text".
 */
export function csvRecord(values: readonly (string | null)[]): string {
  return `${values.map(field).join(',')}\r\n`;
}

function field(value: string | null): string {
  if (value === null) return '';
  const text = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
