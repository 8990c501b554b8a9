/** Ready to be read: each element of an XML text on a line of its own, indented by its depth. Other texts as they are. */
export function indentXml(text: string): string {
  if (!text.startsWith('<')) return text;
  let depth = 0;
  const lines: string[] = [];
  for (const piece of text.split(/(?<=>)(?=<)/)) {
    const isClosing = piece.startsWith('</');
    if (isClosing) depth = Math.max(0, depth - 1);
    lines.push('  '.repeat(depth) + piece);
    const isWhole = isClosing || /\/>$|<\/[^>]+>$|^<[?!]/.test(piece);
    if (!isWhole) depth += 1;
  }
  return lines.join('\n');
}
