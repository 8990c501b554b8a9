import { type ComponentProps, lazy, Suspense, useEffect, useState } from 'react';
import type { FileDrop } from './file-drop.tsx';
import classes from './files-later.module.css';

const Loaded = lazy(async () => ({ default: (await import('./file-drop.tsx')).FileDrop }));

/** A FileDrop whose code is loaded once the page is shown and idle, so that reading does not wait for it. */
export function FilesLater(props: ComponentProps<typeof FileDrop>) {
  const isIdle = useIdle();
  const space = <div className={classes['space']} />;
  return isIdle ? (
    <Suspense fallback={space}>
      <Loaded {...props} />
    </Suspense>
  ) : (
    space
  );
}

/** True from the first moment in which the browser has nothing to do, or half a second at the latest. */
function useIdle(): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    const done = () => setIsIdle(true);
    const timer = setTimeout(done, 500);
    const idle = typeof requestIdleCallback === 'function' ? requestIdleCallback(done) : null;
    return () => {
      clearTimeout(timer);
      if (idle !== null) cancelIdleCallback(idle);
    };
  }, []);
  return isIdle;
}
