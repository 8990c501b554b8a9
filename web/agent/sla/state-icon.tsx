import {
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconClockExclamation,
  IconClockX,
  IconMoon,
  IconPlayerPause,
} from '@tabler/icons-react';
import type { SlaState } from '../../kit/sla/sla-state.ts';

const icons = {
  running: IconClock,
  dueSoon: IconClockExclamation,
  outside: IconMoon,
  paused: IconPlayerPause,
  breached: IconClockX,
  met: IconCircleCheck,
  missed: IconCircleX,
} as const;

/** The state of a service level as a picture; the words stand beside it. */
export function StateIcon({ state, size = 14 }: { state: SlaState; size?: number }) {
  const Icon = icons[state];
  return <Icon size={size} stroke={1.9} aria-hidden="true" />;
}
