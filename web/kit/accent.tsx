import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { accentOf, siteAccent } from './colors.ts';

interface Accent {
  readonly color: string;
  readonly setColor: (color: string) => void;
}

const AccentContext = createContext<Accent>({ color: siteAccent, setColor: () => {} });

/** Holds the accent of the page shown. */
export function AccentProvider({ children }: { children: (color: string) => ReactNode }) {
  const [color, setColor] = useState<string>(siteAccent);
  const accent = useMemo(() => ({ color, setColor }), [color]);
  return <AccentContext value={accent}>{children(color)}</AccentContext>;
}

/** Gives the whole page a portal's accent while the calling component is shown; null or unknown: the site's own. */
export function usePageAccent(name: string | null | undefined): void {
  const { setColor } = use(AccentContext);
  useEffect(() => {
    if (name === undefined) return;
    setColor(accentOf(name));
    return () => setColor(siteAccent);
  }, [name, setColor]);
}
