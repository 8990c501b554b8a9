/** Letters and digits that are not mistaken for each other when they are read aloud or copied by hand: 32 of them. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789!';
const groups = 4;
const groupLength = 4;

/** A password of 80 random bits in four groups, such as `k7mq-x2vd-9hrt-w4zp`. `random` fills an array of bytes. */
export function generatePassword(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  const bytes = random(new Uint8Array(groups * groupLength));
  // 256 is a multiple of 32, so that each letter is as likely as any other
  const letters = Array.from(bytes, (byte) => alphabet[byte % alphabet.length] ?? '');
  return Array.from({ length: groups }, (_, group) =>
    letters.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}
