import type { CSSVariablesResolver, MantineThemeOverride } from '@mantine/core';
import { colors } from './colors.ts';

const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif, "Apple Color Emoji", "Segoe UI Emoji"';

/** One design for all entries; `accent` is a name of colors.ts and becomes the primary colour. */
export function themeFor(accent: string): MantineThemeOverride {
  return {
    colors,
    primaryColor: accent,
    primaryShade: 7,
    black: '#25211b',
    fontFamily,
    fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
    fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
    headings: {
      fontFamily,
      fontWeight: '650',
      textWrap: 'balance',
      sizes: {
        h1: { fontSize: '1.75rem', lineHeight: '1.25' },
        h2: { fontSize: '1.25rem', lineHeight: '1.35' },
        h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
        h4: { fontSize: '1rem', lineHeight: '1.4' },
        h5: { fontSize: '0.875rem', lineHeight: '1.45' },
        h6: { fontSize: '0.8125rem', lineHeight: '1.45' },
      },
    },
    defaultRadius: 'md',
    radius: { xs: '3px', sm: '5px', md: '8px', lg: '14px', xl: '24px' },
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Anchor: { defaultProps: { underline: 'hover' } },
      Badge: { defaultProps: { tt: 'none', fw: 600, radius: 'sm', variant: 'light' } },
      Input: { defaultProps: { size: 'md' } },
      InputWrapper: {
        defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'error', 'input'] },
      },
      Paper: { defaultProps: { withBorder: true, radius: 'lg' } },
    },
  };
}

/** Mantine's tints for dark pages are nearly black; ours stay the colour that they are. */
const darkTints = Object.fromEntries(
  Object.keys(colors)
    .filter((name) => name !== 'dark')
    .flatMap((name) => [
      [`--mantine-color-${name}-light`, tint(name, 30)],
      [`--mantine-color-${name}-light-hover`, tint(name, 42)],
      [`--mantine-color-${name}-light-color`, `var(--mantine-color-${name}-1)`],
    ]),
);

function tint(name: string, percent: number): string {
  return `color-mix(in srgb, var(--mantine-color-${name}-7) ${percent}%, var(--mantine-color-dark-6))`;
}

/**
 * Where Mantine's defaults miss WCAG 2.2 AA (placeholder, field borders, errors on dark), and our two surfaces: the
 * page (`--portico-canvas`) and what lies on it (`--mantine-color-body`: papers, dialogs).
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--portico-canvas': 'var(--mantine-color-gray-0)',
    '--portico-line': 'var(--mantine-color-gray-2)',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-error': 'var(--mantine-color-red-7)',
    '--mantine-color-success': 'var(--mantine-color-green-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-default-border': '#8f8982',
  },
  dark: {
    ...darkTints,
    '--portico-canvas': 'var(--mantine-color-dark-7)',
    '--portico-line': 'var(--mantine-color-dark-4)',
    '--mantine-color-body': 'var(--mantine-color-dark-6)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-success': 'var(--mantine-color-green-4)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--mantine-color-default': 'var(--mantine-color-dark-7)',
    '--mantine-color-default-hover': 'var(--mantine-color-dark-5)',
    '--mantine-color-default-border': '#7b7d84',
  },
});
