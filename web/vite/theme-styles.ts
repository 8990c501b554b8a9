import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import type { Plugin } from 'vite';
import { accentColors, siteAccent } from '../kit/colors.ts';
import { cssVariables, themeFor } from '../kit/theme.ts';

const id = 'virtual:portico-theme.css';

function variablesFor(accent: string) {
  const theme = mergeMantineTheme(DEFAULT_THEME, themeFor(accent));
  const standard = defaultCssVariablesResolver(theme);
  const ours = cssVariables(theme);
  return {
    variables: { ...standard.variables, ...ours.variables },
    light: { '--mantine-color-scheme': 'light', ...standard.light, ...ours.light },
    dark: { '--mantine-color-scheme': 'dark', ...standard.dark, ...ours.dark },
  };
}

type Variables = ReturnType<typeof variablesFor>;

function difference(all: Record<string, string>, known: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => known[name] !== value));
}

function accentRules(accent: string, site: Variables): string {
  const { variables, light, dark } = variablesFor(accent);
  return convertCssVariables(
    {
      variables: difference(variables, site.variables),
      light: difference(light, site.light),
      dark: difference(dark, site.dark),
    },
    `:root[data-accent="${accent}"]`,
  );
}

/** The theme's variables as a stylesheet, with each accent under `data-accent`. */
export function themeCss(): string {
  const site = variablesFor(siteAccent);
  const accents = accentColors.filter((accent) => accent !== siteAccent);
  return [convertCssVariables(site, ':root'), ...accents.map((accent) => accentRules(accent, site))].join(
    '\n',
  );
}

/**
 * Makes `virtual:portico-theme.css` from kit/theme.ts when the web is built. So the pages of customers have Mantine's
 * theme without its runtime, and no page waits for a script to know its colours.
 */
export function themeStyles(): Plugin {
  return {
    name: 'portico-theme',
    resolveId: (wanted) => (wanted === id ? `\0${id}` : null),
    load: (wanted) => (wanted === `\0${id}` ? themeCss() : null),
  };
}
