import type { ComponentProps, ReactNode } from 'react';
import { readOnlyHint } from '../api/seen-as.ts';
import classes from './button.module.css';
import { classNames } from './class-names.ts';

interface Look {
  /** filled: the one thing to do here; danger: what cannot be undone */
  readonly variant?: 'filled' | 'default' | 'subtle' | 'danger';
  readonly size?: 'sm' | 'md';
  /** spans the width on phones */
  readonly isWide?: boolean;
}

interface ButtonProps extends Look, ComponentProps<'button'> {
  /** Works on it: says so, keeps the focus, and ignores further presses. */
  readonly isBusy?: boolean;
  readonly icon?: ReactNode;
  /** Pressing it changes something; so does a form. Where somebody else's page is seen it cannot be pressed, and says why. */
  readonly isChange?: boolean;
}

/** The classes of a button, for what must be another element: a router's link. */
export function buttonClass({ variant = 'default', size = 'md', isWide = false }: Look = {}): string {
  return classNames(classes['button'], classes[variant], classes[size], isWide && classes['wide']);
}

/** A button. For a link that looks like one, use `buttonClass`. */
export function Button({
  variant,
  size,
  isWide,
  isBusy,
  icon,
  isChange = false,
  children,
  className,
  onClick,
  ...props
}: ButtonProps) {
  const hint = isChange || props.type === 'submit' ? readOnlyHint() : null;
  const look = { ...(variant && { variant }), ...(size && { size }), ...(isWide && { isWide }) };
  const button = (
    <button
      type="button"
      {...props}
      {...(hint !== null && { disabled: true, title: hint })}
      className={classNames(buttonClass(look), className)}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {isBusy ? <span className={classes['spinner']} aria-hidden="true" /> : icon}
      {children}
    </button>
  );
  if (hint === null) return button;
  return (
    <>
      {button}
      {!isChange && <span className={classes['hint']}>{hint}</span>}
    </>
  );
}

/** A button that is only a picture: `label` names it. */
export function IconButton({
  label,
  children,
  className,
  ...props
}: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      {...props}
      aria-label={label}
      title={label}
      className={classNames(classes['icon'], className)}
    >
      {children}
    </button>
  );
}
