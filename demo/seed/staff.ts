import { emailOf } from './companies.ts';

/** Northwind's service desks. */
export type DeskKey = 'SUP' | 'BIL' | 'FLD';

/** A service desk of Northwind's, as it is made. */
export interface Desk {
  readonly projectKey: DeskKey;
  readonly projectName: string;
  readonly portalName: string;
  readonly description: string;
  readonly access: 'open' | 'restricted';
  readonly accentColor: string;
}

/** Northwind's service desks, in the help center's order. */
export const desks: readonly Desk[] = [
  {
    projectKey: 'SUP',
    projectName: 'Northwind Support',
    portalName: 'Northwind Support',
    description: 'Help with your coffee machines, the app, payment and deliveries.',
    access: 'restricted',
    accentColor: 'indigo',
  },
  {
    projectKey: 'BIL',
    projectName: 'Northwind Billing',
    portalName: 'Northwind Billing',
    description: 'Invoices, contracts and everything else about money.',
    access: 'open',
    accentColor: 'teal',
  },
  {
    projectKey: 'FLD',
    projectName: 'Northwind Field Service',
    portalName: 'Northwind Field Service',
    description: 'Installation, yearly service and repair at your place.',
    access: 'restricted',
    accentColor: 'orange',
  },
];

/** Somebody who works at Northwind, with a local password. */
export interface StaffMember {
  readonly name: string;
  readonly email: string;
  /** where this person is an agent */
  readonly desks: readonly DeskKey[];
}

const at = (name: string, ...desks: DeskKey[]): StaffMember => ({
  name,
  email: emailOf(name, 'northwind.example'),
  desks,
});

/** Who runs the site. */
export const administrator: StaffMember = at('Sofia Berg');

/** Who answers customers. The first one works on every desk. */
export const agents: readonly StaffMember[] = [
  at('Priya Nair', 'SUP', 'BIL', 'FLD'),
  at('Jonas Weber', 'SUP'),
  at('Lucía Ortega', 'SUP'),
  at('Daniel Kim', 'SUP', 'FLD'),
  at('Amara Okafor', 'BIL'),
  at('Tomasz Zieliński', 'FLD'),
];
