import type { JqlContext, JqlViewer } from './context.ts';

/** Whose rights a query is compiled with. */
export function viewerOf({ viewer, viewerId, timeZone }: JqlContext): JqlViewer {
  return viewer ?? { id: viewerId, isAdministrator: false, timeZone };
}
