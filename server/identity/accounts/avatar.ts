import { createHash } from 'node:crypto';

/** A picture for an account that has none: its initials on a colour of its own, as SVG. */
export function avatarSvg(accountId: string, displayName: string): string {
  const hue = createHash('sha256').update(accountId).digest().readUInt16BE(0) % 360;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48">` +
    `<rect width="48" height="48" fill="hsl(${hue} 45% 38%)"/>` +
    `<text x="24" y="31" text-anchor="middle" font-family="sans-serif" font-size="19" fill="#fff">${escaped(initialsOf(displayName))}</text>` +
    `</svg>`
  );
}

function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('') || '?';
}

function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
