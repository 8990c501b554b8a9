import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Employee, Person } from './people.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';

const schema = Type.Object({
  globexClientSecret: Type.String({ minLength: 1 }),
  accounts: Type.Record(
    Type.String(),
    Type.Object({ password: Type.String({ minLength: 1 }), subject: Type.String({ minLength: 1 }) }),
  ),
});

/** The demo's secrets: random, made once per data folder, kept in demo.json so that a restart keeps them. */
export interface DemoFile {
  /** with which Portico proves itself to Globex's OpenID provider */
  readonly globexClientSecret: string;
  /** @throws when the file was opened without naming this address */
  passwordOf(email: string): string;
  /** Deals passwords and subjects to employees. */
  peopleOf(employees: readonly Employee[]): Person[];
}

/**
 * Opens the file, making it, and whatever it lacks, when needed.
 * @param emails whose passwords it must hold
 * @throws when the file is there but is not one of ours; the message says what to do
 */
export async function openDemoFile(path: string, emails: readonly string[]): Promise<DemoFile> {
  const text = await readPrivateFile(path);
  const kept =
    text === undefined
      ? { globexClientSecret: randomBytes(32).toString('base64url'), accounts: {} }
      : parse(path, text);
  const missing = emails.filter((email) => !kept.accounts[email]);
  const dealt = missing.map(
    (email) => [email, { password: randomPassword(), subject: randomUUID() }] as const,
  );
  const file = { ...kept, accounts: { ...kept.accounts, ...Object.fromEntries(dealt) } };
  if (text === undefined || missing.length > 0) {
    await writePrivateFile(path, `${JSON.stringify(file, null, 2)}\n`);
  }

  const accountOf = (email: string) => {
    const account = file.accounts[email];
    if (!account) throw new Error(`${path} holds no account for ${email}`);
    return account;
  };
  return {
    globexClientSecret: file.globexClientSecret,
    passwordOf: (email) => accountOf(email).password,
    peopleOf: (employees) => employees.map((employee) => ({ ...employee, ...accountOf(employee.email) })),
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
