/** Contrast that WCAG 2.2 AA asks of text. */
const enough = 4.5;

type Channels = readonly [number, number, number];

/** WCAG 2.2's contrast ratio of two colours, given as #rrggbb: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour of text that can be read on a surface: white where that is enough, else what contrasts more. */
export function textOn(surface: string): string {
  if (contrast('#ffffff', surface) >= enough) return '#ffffff';
  return contrast('#1a1c21', surface) >= enough ? '#1a1c21' : '#000000';
}

/** A colour as text on a surface: itself where that can be read, else as much darker or lighter as it takes. */
export function shadeOn(color: string, surface: string): string {
  const towards = luminance(surface) > 0.18 ? 0 : 255;
  for (let part = 0; part < 1; part += 0.05) {
    const shade = mixed(color, towards, part);
    if (contrast(shade, surface) >= enough) return shade;
  }
  return towards === 0 ? '#000000' : '#ffffff';
}

function mixed(color: string, towards: number, part: number): string {
  const channels = channelsOf(color).map((channel) => Math.round(channel + (towards - channel) * part));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(color: string): number {
  const [red, green, blue] = channelsOf(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(color: string): Channels {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (!match) throw new Error(`${color} is no colour like #4758b2`);
  const [, red = '', green = '', blue = ''] = match;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}
