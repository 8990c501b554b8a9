const longest = 10;

/** May this be a project's key? Two to ten capital letters and digits, beginning with a letter. */
export function isProjectKey(text: string): boolean {
  return /^[A-Z][A-Z0-9]{1,9}$/.test(text);
}

/** What was typed as a key may become: capitals and digits only, no longer than a key. */
export function cleanProjectKey(text: string): string {
  return plainLetters(text)
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, longest);
}

/**
 * A key for a project of this name that is not among `taken`: the initials of several words (`Northwind Support` → `NS`),
 * the beginning of a single one (`Support` → `SUP`), with a number when others have it. Empty when the name has no
 * letters to make one of.
 */
export function suggestProjectKey(name: string, taken: readonly string[]): string {
  const words = plainLetters(name)
    .split(/[^A-Z0-9]+/)
    .filter((word) => /^[A-Z]/.test(word));
  const [first = ''] = words;
  const base =
    words.length > 1
      ? words
          .map((word) => word.charAt(0))
          .join('')
          .slice(0, longest)
      : first.slice(0, 3);
  if (base === '') return '';
  const key = base.length === 1 ? `${base}${base}` : base;
  if (!taken.includes(key)) return key;
  for (let number = 2; ; number += 1) {
    const numbered = `${key.slice(0, longest - String(number).length)}${number}`;
    if (!taken.includes(numbered)) return numbered;
  }
}

function plainLetters(text: string): string {
  return text.replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
}
