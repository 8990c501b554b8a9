import type { Random } from './random.ts';

/** What the names in braces stand for, in one conversation. */
export type Slots = Readonly<Record<string, string>>;

/** What a conversation's slots depend on. */
export interface SlotContext {
  readonly at: Date;
  readonly customerName: string;
  readonly agentName: string;
  readonly company: string;
}

const machines = ['Barista 2', 'Barista 4', 'Crema One', 'Crema Duo', 'Filterbar', 'Barista 4', 'Crema Duo'];
const rooms = [
  'tea kitchen',
  'canteen',
  'lounge',
  'reception',
  'kitchen next to the meeting rooms',
  'break room',
];
// Engineers and salespeople who have no account at the desk.
const colleagues = ['Mika', 'Rasmus', 'Leonie', 'Yusuf', 'Marit', 'Pavel'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** Draws what the conversation is about. The same number of choices each time, whatever the texts use. */
export function drawSlots(random: Random, { at, customerName, agentName, company }: SlotContext): Slots {
  const number = (from: number, to: number) => String(random.integer(from, to));
  return {
    machine: random.pick(machines),
    room: random.pick(rooms),
    floor: number(1, 7),
    serial: `NW${number(19, 25)}-${number(10_000, 99_999)}`,
    order: `7${number(10_000, 99_999)}`,
    invoice: `INV-${number(200_000, 399_999)}`,
    amount: `${number(180, 960)}.${random.pick(['00', '40', '50', '95'])}`,
    few: number(2, 5),
    many: number(12, 64),
    weekday: random.pick(weekdays),
    colleague: random.pick(colleagues),
    month: monthName(at, 1),
    lastMonth: monthName(at, -1),
    customer: firstName(customerName),
    agent: firstName(agentName),
    company,
  };
}

/**
 * Puts the slots into a text.
 * @throws when the text names a slot that there is not
 */
export function fill(text: string, slots: Slots): string {
  return text.replace(/\{(\w+)\}/g, (_braces, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`A text of the seed uses {${name}}, which is nothing`);
    return value;
  });
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

function monthName(at: Date, later: number): string {
  return months[(at.getUTCMonth() + later + 12) % 12] ?? '';
}
