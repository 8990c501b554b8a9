import { useState } from 'react';
import classes from './seen-as.module.css';
import { fill, type SeenAsWords } from './words.ts';

interface SeenAsBarProps {
  readonly words: SeenAsWords;
  /** the person, with their organizations */
  readonly name: string;
  /** time of day */
  readonly until: string;
  readonly onEnd: () => Promise<void>;
}

/** Over every page: whose portal this is, that nothing can be changed, for how long, and the way out. */
export function SeenAsBar({ words, name, until, onEnd }: SeenAsBarProps) {
  const [isEnding, setIsEnding] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const end = async () => {
    if (isEnding) return;
    setHasFailed(false);
    setIsEnding(true);
    try {
      await onEnd();
    } catch {
      setHasFailed(true);
      setIsEnding(false);
    }
  };
  return (
    <section className={classes['bar']} aria-label={words.label}>
      <p>
        <strong>{fill(words.seen, { name })}</strong> {words.readOnly} {fill(words.until, { time: until })}
      </p>
      <button type="button" aria-disabled={isEnding || undefined} onClick={() => void end()}>
        {words.end}
      </button>
      <span className={classes['problem']} role="alert">
        {hasFailed ? words.notEnded : ''}
      </span>
    </section>
  );
}
