import type { ComponentProps } from 'react';
import classes from './visually-hidden.module.css';

/** Words for those who listen to the page. */
export function VisuallyHidden(props: ComponentProps<'span'>) {
  return <span {...props} className={classes['hidden']} />;
}
