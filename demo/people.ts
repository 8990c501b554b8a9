import { createHash } from 'node:crypto';

/** Somebody who can sign in at one of the demo companies' identity providers. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly groups: readonly string[];
  /** what the company calls this person in assertions: opaque, never changes, tells nothing */
  readonly subject: string;
  readonly password: string;
}

/** Who works at a demo company, before passwords are dealt (see demo-file.ts). */
export type Employee = Pick<Person, 'email' | 'name' | 'groups'>;

/** Acme's people. Alice is new to the service desk; Henrik has been its customer for months (see seed/). */
export const acmeEmployees: readonly Employee[] = [
  { email: 'alice@acme.example', name: 'Alice Moreau', groups: ['Everyone', 'Office Management'] },
  { email: 'henrik@acme.example', name: 'Henrik Solberg', groups: ['Everyone', 'Facilities', 'Managers'] },
];

/** Globex's people. Bob is new to the service desk; Ines has been its customer for months (see seed/). */
export const globexEmployees: readonly Employee[] = [
  { email: 'bob@globex.example', name: 'Bob Castellano', groups: ['staff', 'workplace'] },
  { email: 'ines@globex.example', name: 'Ines Carvalho', groups: ['staff', 'workplace', 'team-leads'] },
];

/**
 * Gives employees what they need to sign in. A subject is the same on every start, even when the demo's files are lost:
 * Portico knows people by it.
 */
export function admit(
  employees: readonly Employee[],
  passwordOf: (email: string) => string,
): readonly Person[] {
  return employees.map((employee) => ({
    ...employee,
    subject: createHash('sha256').update(`subject of ${employee.email}`).digest('base64url').slice(0, 22),
    password: passwordOf(employee.email),
  }));
}
