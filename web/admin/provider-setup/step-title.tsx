import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './provider-setup-page.module.css';

/** The heading of a step. It takes the focus when the step is gone to, so that reading goes on there. */
export function StepTitle({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Not at the first load, where the browser begins at the top by itself.
    if (document.activeElement !== document.body) heading.current?.focus();
  }, []);
  return (
    <Title order={2} size="h3" ref={heading} tabIndex={-1} className={classes['heading'] ?? ''}>
      {children}
    </Title>
  );
}
