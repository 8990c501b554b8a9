/** A customer company of Northwind, with the people who write to its service desks. */
export interface Company {
  readonly name: string;
  readonly domain: string;
  /** the first one manages the organization: sees all of its requests */
  readonly people: readonly string[];
  /** how much of all requests comes from here */
  readonly weight: number;
}

/** Six companies with 40 people. Acme and Globex have identity providers of their own (see ../people.ts). */
export const companies: readonly Company[] = [
  {
    name: 'Acme',
    domain: 'acme.example',
    weight: 9,
    people: [
      'Henrik Solberg',
      'Carmen Ruiz',
      'Dieter Hoffmann',
      'Fatima El Amrani',
      'Gwen Pritchard',
      'Ivan Petrov',
      'Joanna Kowalczyk',
      'Samuel Adeyemi',
    ],
  },
  {
    name: 'Globex',
    domain: 'globex.example',
    weight: 8,
    people: [
      'Ines Carvalho',
      'Kenji Watanabe',
      'Lotte de Vries',
      'Marek Novák',
      'Nadia Haddad',
      'Oliver Grant',
      'Zeynep Kaya',
    ],
  },
  {
    name: 'Brightwater Clinic',
    domain: 'brightwater.example',
    weight: 7,
    people: [
      'Miriam Stein',
      'Anneli Virtanen',
      'Bruno Keller',
      'Chidi Nwosu',
      'Grace Murphy',
      'Rosa Jiménez',
      'Theo Lindgren',
    ],
  },
  {
    name: 'Harbour Legal',
    domain: 'harbourlegal.example',
    weight: 5,
    people: [
      'Victoria Ashworth',
      'Edward Blake',
      'Hannah Weiss',
      'Julien Lefèvre',
      'Mei Chen',
      'Patrick O’Connor',
    ],
  },
  {
    name: 'Oak & Finch Architects',
    domain: 'oakfinch.example',
    weight: 4,
    people: ['Birgit Oak', 'Felix Finch', 'Larisa Popescu', 'Matteo Rossi', 'Pia Sørensen', 'Tariq Aziz'],
  },
  {
    name: 'Stellar Games',
    domain: 'stellargames.example',
    weight: 6,
    people: ['Alex Morgan', 'Dana Levy', 'Emeka Eze', 'Jun Park', 'Sina Rahimi', 'Wiktor Baran'],
  },
];

/** The e-mail address of somebody at a company: the first name, which is unique in each. */
export function emailOf(name: string, domain: string): string {
  const local = name.split(' ')[0] ?? name;
  return `${local
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()}@${domain}`;
}
