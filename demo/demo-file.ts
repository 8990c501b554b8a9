import { randomBytes, randomInt } from 'node:crypto';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { readPrivateFile, writePrivateFile } from './private-file.ts';

const schema = Type.Object({
  globexClientSecret: Type.String({ minLength: 1 }),
  /** by e-mail address */
  passwords: Type.Record(Type.String(), Type.String({ minLength: 1 })),
});

/** The demo's secrets: random, made once per data folder, kept in demo.json so that a restart keeps them. */
export interface DemoFile {
  /** there was no file before: whatever the database knows of earlier passwords is out of date */
  readonly isNew: boolean;
  /** with which Portico proves itself to Globex's OpenID provider */
  readonly globexClientSecret: string;
  /** @throws when the file was opened without naming this address */
  passwordOf(email: string): string;
}

/**
 * Opens the file, making it, and whatever it lacks, when needed.
 * @param emails whose passwords it must hold
 * @throws when the file is there but is not one of ours; the message says what to do
 */
export async function openDemoFile(path: string, emails: readonly string[]): Promise<DemoFile> {
  const text = await readPrivateFile(path);
  const isNew = text === undefined;
  const kept = isNew
    ? { globexClientSecret: randomBytes(32).toString('base64url'), passwords: {} }
    : parse(path, text);
  const missing = emails.filter((email) => !kept.passwords[email]);
  const dealt = Object.fromEntries(missing.map((email) => [email, randomPassword()]));
  const { globexClientSecret, passwords } = { ...kept, passwords: { ...kept.passwords, ...dealt } };
  if (isNew || missing.length > 0) {
    await writePrivateFile(path, `${JSON.stringify({ globexClientSecret, passwords }, null, 2)}\n`);
  }
  return {
    isNew,
    globexClientSecret,
    passwordOf(email) {
      const password = passwords[email];
      if (password === undefined) throw new Error(`${path} holds no password for ${email}`);
      return password;
    },
  };
}

function parse(path: string, text: string): Type.Static<typeof schema> {
  try {
    return Value.Parse(schema, JSON.parse(text));
  } catch (cause) {
    throw new Error(
      `${path} is damaged. Put back a copy of it, or delete it: the demo then makes new passwords and prints them.`,
      { cause },
    );
  }
}

// No characters that look alike, so that a password can be typed from the terminal; 16 of 31 make 79 bits.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

function randomPassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
