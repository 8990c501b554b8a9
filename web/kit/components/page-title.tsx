import { Title, type TitleProps } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSiteName } from '../api/session.ts';
import { takePendingFocus } from '../page-focus.ts';

interface PageTitleProps extends Omit<TitleProps, 'title' | 'order'> {
  /** the words of the window's title; also the heading's, unless children say it with markup */
  readonly title: string;
  readonly children?: ReactNode;
}

/** The one h1 of a page. Sets the window's title, and takes the focus after a navigation. */
export function PageTitle({ title, children, ...props }: PageTitleProps) {
  const siteName = useSiteName();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === siteName ? title : `${title} · ${siteName}`;
  }, [title, siteName]);
  useEffect(() => {
    if (takePendingFocus()) heading.current?.focus();
  }, []);
  return (
    <Title order={1} tabIndex={-1} ref={heading} {...props}>
      {children ?? title}
    </Title>
  );
}
