import { accentColors } from '../colors.ts';
import classes from './person-avatar.module.css';

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
    <span
      className={classes['avatar']}
      aria-hidden="true"
      style={{
        width: size,
        height: size,
        fontSize: size * 0.4,
        background: `var(--mantine-color-${color}-light)`,
        color: `var(--mantine-color-${color}-light-color)`,
      }}
    >
      {initialsOf(name) || '?'}
    </span>
  );
}
