import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import classes from './person-picker.module.css';

/** A person as a cell of a list shows them. */
export function Person({ name, detail }: { name: string; detail?: string | null | undefined }) {
  return (
    <span className={classes['person']}>
      <PersonAvatar name={name} size={30} />
      <span className={classes['names']}>
        <strong>{name}</strong>
        {detail ? <span className={classes['email']}>{detail}</span> : null}
      </span>
    </span>
  );
}
