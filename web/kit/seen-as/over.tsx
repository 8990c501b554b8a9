import { Button } from '../plain/button.tsx';
import classes from './seen-as.module.css';
import { fill, type SeenAsWords } from './words.ts';

interface SeenAsOverProps {
  readonly words: SeenAsWords;
  /** null: nobody knows any more */
  readonly name: string | null;
  readonly why: string;
  readonly onLeave: () => void;
}

/** In place of the page, once it is over: never the administrator's own portal, as if nothing had happened. */
export function SeenAsOver({ words, name, why, onLeave }: SeenAsOverProps) {
  return (
    <main className={classes['over']}>
      <h1>{name === null ? words.overNobody : fill(words.over, { name })}</h1>
      <p>
        {why} {words.overText}
      </p>
      <Button variant="filled" onClick={onLeave}>
        {name === null ? words.people : fill(words.person, { name })}
      </Button>
    </main>
  );
}
