function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether every word is found in one of the texts; case and accents do not matter. */
export function matches(words: string, ...texts: readonly string[]): boolean {
  const all = plain(texts.join(' '));
  return plain(words)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
