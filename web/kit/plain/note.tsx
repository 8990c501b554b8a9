import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import classes from './note.module.css';

const icons = { info: IconInfoCircle, success: IconCircleCheck, error: IconAlertTriangle };

interface NoteProps extends Omit<ComponentProps<'div'>, 'title'> {
  readonly tone: keyof typeof icons;
  readonly title?: string;
  readonly children?: ReactNode;
}

/** A message in the page, its tone as colour and as icon. Give `role` where it must be announced. */
export function Note({ tone, title, children, className, ...props }: NoteProps) {
  const Icon = icons[tone];
  return (
    <div {...props} className={classNames(classes['note'], classes[tone], className)}>
      <Icon size={20} stroke={1.8} aria-hidden="true" />
      <div className={classes['body']}>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
