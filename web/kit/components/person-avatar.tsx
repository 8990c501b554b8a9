import { Avatar } from '@mantine/core';
import { accentColors } from '../colors.ts';

/** Up to two letters: first and last word of the name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

/** A person's initials on a colour that stays theirs. Decoration: the name must stand beside it. */
export function PersonAvatar({ name, size = 32 }: { name: string; size?: number }) {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  const color = accentColors[hash % accentColors.length] ?? 'indigo';
  return (
    <Avatar size={size} radius="xl" color={color} aria-hidden="true" alt="">
      {initialsOf(name) || '?'}
    </Avatar>
  );
}
