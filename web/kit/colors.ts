import type { MantineColorsTuple } from '@mantine/core';

/**
 * The palette. Each hue is one OKLCH ramp with the same lightness per step, so that any of them can be a portal's
 * accent without checking contrast again: step 7 carries white text and stands on white at 5.8:1 or better, step 4
 * stands on the dark surfaces at 6.9:1 or better. Grays are warm in light and cool in dark.
 */
const ramps = {
  red: '#fef5f3 #ffe8e5 #ffcfc8 #ffaea4 #fe8276 #ee554c #d23934 #b22120 #911818 #6f1413',
  pink: '#fef4f6 #ffe7ec #ffccd9 #feaac0 #fe7ba4 #e85288 #cc3670 #ac1e5a #8c1548 #6c1237',
  grape: '#fff3ff #fde5fe #f8cafa #eeaaf2 #dd87e2 #c367c9 #a94eaf #8d3993 #722c77 #58225b',
  violet: '#f7f6ff #eeebff #dcd6fe #c8bbfe #b099ff #9678ee #7f5fd2 #6849b3 #543a92 #402c70',
  indigo: '#f5f7fe #e8edfe #d0dbfe #b2c3fe #90a6fe #7188ec #5b6fd0 #4758b2 #384691 #2b366f',
  blue: '#f2f8fe #e2efff #c3dfff #9ccafe #6db1fb #4994e3 #307bc8 #1963aa #12508b #0f3d6a',
  cyan: '#eef9fd #dcf2fb #b8e4f4 #8ed1e9 #5fbad8 #349fbe #0786a5 #006d87 #01576d #014354',
  teal: '#effaf8 #ddf3f0 #bbe6e0 #92d5cb #66bfb3 #3da398 #1b8b80 #047168 #035b54 #004640',
  green: '#f0faf2 #e0f4e3 #c0e8c7 #9cd7a7 #74c185 #51a667 #378d4f #20743b #185d2e #134723',
  lime: '#f5f9ee #e9f2db #d2e4b7 #b8d18d #9bba62 #7f9e3d #678520 #526d02 #415800 #324304',
  yellow: '#fcf7ec #f8edd7 #eed9af #e1c281 #cea64f #b48a1f #987203 #7c5c02 #644a01 #4d3800',
  orange: '#fef5f0 #fee9dc #fed1b4 #fcb381 #ee934f #d47421 #b65d01 #954b00 #793c00 #5e2c00',
  gray: '#fbfaf8 #f6f4f1 #ece9e5 #dedad5 #c4c0bb #9d9790 #716b63 #544f47 #39352e #25211b',
  dark: '#dcdee2 #bcbec3 #9c9ea4 #67696f #45484e #32343a #25272e #1a1c21 #111317 #0a0b0f',
};

/** Colours that a portal may choose as its accent, in the order in which a picker shows them. */
export const accentColors = [
  'indigo',
  'blue',
  'cyan',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
  'red',
  'pink',
  'grape',
  'violet',
] as const;

/** The accent of pages that belong to no portal. */
export const siteAccent = 'indigo';

/** What a desk stores as its accent, made safe: an unknown name becomes the site's own. */
export function accentOf(name: string | null | undefined): string {
  return accentColors.find((color) => color === name) ?? siteAccent;
}

export const colors = Object.fromEntries(
  Object.entries(ramps).map(([name, ramp]) => [name, ramp.split(' ') as unknown as MantineColorsTuple]),
);
