import { type ComponentProps, lazy, Suspense } from 'react';
import { Loading } from '../../kit/components/states.tsx';
import type { SetUp } from './set-up.tsx';

// few come here to set one up, and the pages that offer it are first ones
const Steps = lazy(async () => ({ default: (await import('./set-up.tsx')).SetUp }));

/** The steps of setting up a second factor, loaded when they are taken. */
export function LazySetUp(props: ComponentProps<typeof SetUp>) {
  return (
    <Suspense fallback={<Loading lines={4} />}>
      <Steps {...props} />
    </Suspense>
  );
}
