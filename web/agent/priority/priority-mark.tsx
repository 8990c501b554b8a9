import classes from './priority.module.css';

/** A priority by its name and its colour. */
export function PriorityMark({ name, color }: { name: string; color: string | undefined }) {
  return (
    <span className={classes['mark']}>
      <span
        className={classes['dot']}
        style={color ? { background: shadeOf(color) } : undefined}
        aria-hidden="true"
      />
      <span>{name}</span>
    </span>
  );
}

/** Colours have the names of our palette. */
function shadeOf(color: string): string {
  return /^[a-z]+$/.test(color) ? `var(--mantine-color-${color}-5, ${color})` : color;
}
