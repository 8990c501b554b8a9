import './styles.ts';
import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useAccent } from '../accent.ts';
import { getColorScheme, onColorSchemeChange, setColorScheme } from '../color-scheme.ts';
import { styleNonce } from '../nonce.ts';
import { themeFor } from '../theme.ts';

let stopListening: (() => void) | null = null;

/** Lets Mantine share the color scheme with the rest of the page. */
const colorSchemeManager: MantineColorSchemeManager = {
  get: () => getColorScheme(),
  set: (scheme) => {
    if (scheme !== getColorScheme()) setColorScheme(scheme);
  },
  subscribe(onUpdate) {
    stopListening = onColorSchemeChange(() => onUpdate(getColorScheme()));
  },
  unsubscribe: () => stopListening?.(),
  clear: () => setColorScheme('auto'),
};

/** Mantine's runtime for the pages that use its components; its variables are in the stylesheet already. */
export function MantineShell({ children }: { children: ReactNode }) {
  const accent = useAccent();
  const theme = useMemo(() => themeFor(accent), [accent]);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      withCssVariables={false}
      getStyleNonce={styleNonce}
    >
      {children}
    </MantineProvider>
  );
}
