import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import classes from './person-picker.module.css';

interface PersonProps {
  readonly name: string;
  /** stands in brackets after the name */
  readonly remark?: string | null;
  readonly detail?: string | null | undefined;
}

/** A person as a cell of a list shows them. */
export function Person({ name, remark, detail }: PersonProps) {
  return (
    <span className={classes['person']}>
      <PersonAvatar name={name} size={30} />
      <span className={classes['names']}>
        <strong>{remark ? `${name} (${remark})` : name}</strong>
        {detail ? <span className={classes['email']}>{detail}</span> : null}
      </span>
    </span>
  );
}
