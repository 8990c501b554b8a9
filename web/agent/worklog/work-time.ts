/** A working day and a working week, as the server counts them. */
const secondsIn = { w: 5 * 8 * 3600, d: 8 * 3600, h: 3600, m: 60 } as const;

/** Time in the words in which it is typed and shown: '1d 3h 20m'; what is under a minute is left out. */
export function workTime(seconds: number): string {
  let rest = seconds;
  const words: string[] = [];
  for (const unit of ['w', 'd', 'h', 'm'] as const) {
    const amount = Math.floor(rest / secondsIn[unit]);
    if (amount > 0) words.push(`${amount}${unit}`);
    rest -= amount * secondsIn[unit];
  }
  return words.length === 0 ? '0m' : words.join(' ');
}
