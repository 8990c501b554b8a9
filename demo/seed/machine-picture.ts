import { crc32, deflateSync } from 'node:zlib';
import type { Random } from './random.ts';

type Colour = readonly [red: number, green: number, blue: number];

const width = 480;
const height = 360;

/** Draws a coffee machine in a kitchen, as a PNG (ISO/IEC 15948) of some kilobytes. */
export function drawMachine(random: Random): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  const box = (x: number, y: number, boxWidth: number, boxHeight: number, colour: Colour) => {
    const line = Buffer.alloc(boxWidth * 3, Buffer.from(colour));
    for (let row = y; row < y + boxHeight; row += 1) line.copy(pixels, (row * width + x) * 3);
  };
  const wall = random.pick<Colour>([
    [222, 228, 224],
    [232, 222, 205],
    [208, 219, 230],
  ]);
  const body = random.pick<Colour>([
    [58, 62, 68],
    [150, 154, 158],
    [122, 38, 34],
  ]);
  const display = random.pick<Colour>([
    [206, 64, 52],
    [232, 168, 56],
    [64, 150, 190],
  ]);
  const left = random.integer(120, 190);
  const isWet = random.chance(0.4);

  box(0, 0, width, height, wall);
  for (let tile = 0; tile < 6; tile += 1) box(0, tile * 45 + 40, width, 2, shade(wall, -14));
  box(0, 290, width, 70, [148, 112, 78]);
  box(0, 290, width, 5, [112, 82, 54]);
  box(left, 70, 170, 222, body);
  box(left + 8, 50, 90, 20, shade(body, 26));
  box(left + 14, 86, 142, 60, [20, 24, 28]);
  box(left + 22, 94, 126, 14, display);
  for (let line = 0; line < 3; line += 1) {
    box(left + 22, 116 + line * 9, random.integer(40, 120), 4, [196, 204, 208]);
  }
  box(left + 30, 158, 110, 96, shade(body, -22));
  box(left + 70, 158, 30, 22, shade(body, 40));
  box(left + 66, 214, 38, 34, [244, 244, 240]);
  box(left + 104, 222, 10, 16, [244, 244, 240]);
  box(left + 20, 254, 130, 12, [28, 30, 32]);
  if (isWet) box(left - 30, 296, random.integer(120, 220), 10, [170, 196, 214]);
  return encode(pixels);
}

function shade([red, green, blue]: Colour, by: number): Colour {
  const within = (value: number) => Math.min(Math.max(value + by, 0), 255);
  return [within(red), within(green), within(blue)];
}

function encode(pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits per channel, RGB.
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, row) =>
    // Each row begins with its filter: none.
    Buffer.concat([Buffer.from([0]), pixels.subarray(row * width * 3, (row + 1) * width * 3)]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
