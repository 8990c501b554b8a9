import type { ReactNode } from 'react';
import classes from './page.module.css';

/** A page's column: 'wide' for lists and conversations, 'narrow' for forms. */
export function Page({ width, children }: { width: 'wide' | 'narrow'; children: ReactNode }) {
  return (
    <div className={classes['page']} data-width={width}>
      {children}
    </div>
  );
}
