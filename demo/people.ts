/** Somebody who can sign in at one of the demo companies' identity providers. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly groups: readonly string[];
  /** what the company calls this person in assertions: opaque, never changes, tells nothing */
  readonly subject: string;
  readonly password: string;
}

/** Who works at a demo company, before passwords and subjects are dealt (see demo-file.ts). */
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
