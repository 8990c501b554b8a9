import type { AnyRouter } from '@tanstack/react-router';

let isPending = false;

/**
 * After a navigation to another page the reading position must move there too: the next `PageTitle` that appears
 * takes the focus. (Not at the first load, where the browser starts at the top by itself.)
 */
export function focusAfterNavigation(router: AnyRouter): void {
  router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) isPending = true;
  });
}

/** Tells, once per navigation, whether the heading that appears should take the focus. */
export function takePendingFocus(): boolean {
  const wasPending = isPending;
  isPending = false;
  return wasPending;
}
