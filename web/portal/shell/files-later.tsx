import { type ComponentProps, lazy, Suspense } from 'react';
import type { FileDrop } from '../../kit/uploads/file-drop.tsx';
import classes from './files-later.module.css';

const Loaded = lazy(async () => ({ default: (await import('../../kit/uploads/file-drop.tsx')).FileDrop }));

/** A FileDrop whose code is loaded when it is first shown, so that reading a page does not wait for it. */
export function FilesLater(props: ComponentProps<typeof FileDrop>) {
  return (
    <Suspense fallback={<div className={classes['space']} />}>
      <Loaded {...props} />
    </Suspense>
  );
}
