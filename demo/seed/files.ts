import type { Conversation } from './conversations/conversation.ts';
import { drawMachine } from './machine-picture.ts';
import { writePdf } from './pdf.ts';
import type { Random } from './random.ts';
import type { Slots } from './slots.ts';

/** A file that a customer adds to a request. */
export interface PlannedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Draws a file of the kind: a picture of the machine (PNG), an order (PDF) or the log of a payment terminal (text). */
export function drawFile(random: Random, kind: NonNullable<Conversation['file']>, slots: Slots): PlannedFile {
  if (kind === 'photo') {
    const name = random.pick(['machine.png', 'display.png', `floor-${slots['floor']}.png`, 'IMG_2041.png']);
    return { name, content: drawMachine(random) };
  }
  if (kind === 'order') return { name: `order-${slots['order']}.pdf`, content: order(slots) };
  return { name: 'terminal-log.txt', content: Buffer.from(terminalLog(random), 'utf8') };
}

function order({ order: number, company, few, many, machine, invoice }: Slots): Buffer {
  return writePdf(`Order ${number}`, [
    `Ordered by ${company}`,
    `Invoice ${invoice}`,
    '',
    `${many} kg   House blend, whole beans`,
    `${few} x    Cleaning tablets, 60 pieces (7701)`,
    `${few} x    Water filter for ${machine}`,
    '',
    'Northwind Coffee Service. Thank you for your order.',
  ]);
}

function terminalLog(random: Random): string {
  const events = [
    'link up',
    'dns pay.northwind.example ok',
    'tls handshake timeout',
    'retry in 30 s',
    'card read, balance check',
    'gateway not reachable',
    'payment declined: no connection',
    'link down',
  ];
  let second = random.integer(0, 20);
  const lines = Array.from({ length: 24 }, () => {
    second += random.integer(2, 40);
    const clock = [8 + Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
    return `${clock.map((part) => String(part).padStart(2, '0')).join(':')}  terminal  ${random.pick(events)}`;
  });
  return `${lines.join('\n')}\n`;
}
