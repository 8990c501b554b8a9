import { type ReactNode, useEffect, useRef } from 'react';
import { useSiteName } from '../api/session.ts';
import { takePendingFocus } from '../page-focus.ts';
import classes from './page-title.module.css';

interface PageTitleProps {
  /** the words of the window's title; also the heading's, unless children say it with markup */
  readonly title: string;
  readonly children?: ReactNode;
  /** 'h2': as small as a section's heading, for dense pages */
  readonly fz?: 'h1' | 'h2';
}

/** The one h1 of a page. Sets the window's title, and takes the focus after a navigation. */
export function PageTitle({ title, children, fz = 'h1' }: PageTitleProps) {
  const siteName = useSiteName();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === siteName ? title : `${title} · ${siteName}`;
  }, [title, siteName]);
  useEffect(() => {
    if (takePendingFocus()) heading.current?.focus();
  }, []);
  return (
    <h1 tabIndex={-1} ref={heading} className={classes[fz]}>
      {children ?? title}
    </h1>
  );
}
