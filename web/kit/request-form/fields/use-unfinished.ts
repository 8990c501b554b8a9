import { type FocusEvent, useEffect, useRef } from 'react';

/** The state of a date that is filled in only in part: the browser says that there is something, and not what. */
export const unfinished = '?';

/** For the browser's controls of days and times: tells apart nothing from what is filled in only in part. */
export function useUnfinished(state: string, onChange: (state: string) => void) {
  // After a reload the control is empty.
  const first = useRef({ state, onChange });
  useEffect(() => {
    if (first.current.state === unfinished) first.current.onChange('');
  }, []);
  return {
    value: state === unfinished ? '' : state,
    onBlur({ currentTarget }: FocusEvent<HTMLInputElement>): void {
      if (currentTarget.validity.badInput) onChange(unfinished);
      else if (state === unfinished) onChange('');
    },
  };
}
