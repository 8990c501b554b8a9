/** Most characters of a file's name, the end with its dot included. */
const maxFileNameLength = 255;

/**
 * A file's name as it may be kept and shown: without folders, control characters and marks that turn the direction of
 * writing (which make `exe.fdp` look like `pdf.exe`), and no longer than file systems take.
 */
export function cleanFileName(given: string | undefined): string {
  const name = (given ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .split(/[/\\]/)
    .at(-1)
    ?.trim()
    .replace(/^\.+/, '');
  if (!name) return 'attachment';
  if (name.length <= maxFileNameLength) return name;
  const ending = /\.[^.\s]{1,10}$/u.exec(name)?.[0] ?? '';
  return (
    name
      .slice(0, maxFileNameLength - ending.length)
      .toWellFormed()
      .replace(/\uFFFD$/, '') + ending
  );
}
