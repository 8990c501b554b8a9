import {
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconClockExclamation,
  IconClockX,
  IconMoon,
  IconPlayerPause,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SlaState } from '../../kit/sla/sla-state.ts';
import classes from './sla-time.module.css';

const icons = {
  running: IconClock,
  dueSoon: IconClockExclamation,
  outside: IconMoon,
  paused: IconPlayerPause,
  breached: IconClockX,
  met: IconCircleCheck,
  missed: IconCircleX,
} as const;

/** The state of a service level as a picture, which needs words beside it. */
export function StateIcon({ state, size = 14 }: { state: SlaState; size?: number }) {
  const Icon = icons[state];
  return (
    <Icon size={size} stroke={1.9} aria-hidden="true" className={classes['icon'] ?? ''} data-state={state} />
  );
}

interface SlaTimeProps {
  readonly state: SlaState;
  /** what the pointer is told */
  readonly title: string;
  readonly iconSize?: number;
  readonly children: ReactNode;
}

/** The time of a service level with the picture and the colour of its state. */
export function SlaTime({ state, title, iconSize, children }: SlaTimeProps) {
  return (
    <span className={classes['time']} data-state={state} title={title}>
      <StateIcon state={state} {...(iconSize !== undefined && { size: iconSize })} />
      {children}
    </span>
  );
}
