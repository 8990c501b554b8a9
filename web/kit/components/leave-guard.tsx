import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '../plain/confirm-dialog.tsx';

interface LeaveGuardProps {
  /** whether there is something that would be lost */
  readonly isDirty: boolean;
  readonly title: string;
  /** the button that leaves */
  readonly leave: string;
  /** the button that stays */
  readonly stay: string;
  readonly children: ReactNode;
}

/** Asks before leaving a page whose changes are not saved, by link, by the browser's buttons, or by closing it. */
export function LeaveGuard({ isDirty, title, leave, stay, children }: LeaveGuardProps) {
  const blocker = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={title}
      confirm={leave}
      cancel={stay}
      isDanger
      onConfirm={blocker.proceed}
      onCancel={blocker.reset}
    >
      <p>{children}</p>
    </ConfirmDialog>
  );
}
