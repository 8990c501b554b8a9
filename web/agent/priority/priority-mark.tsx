import classes from './priority.module.css';

/** A priority by its name and its colour. */
export function PriorityMark({ name, color }: { name: string; color: string | undefined }) {
  return (
    <span className={classes['mark']}>
      <span className={classes['dot']} style={color ? { background: color } : undefined} aria-hidden="true" />
      <span>{name}</span>
    </span>
  );
}
