import { audit } from '../audit/en.ts';
import { calendars } from '../calendars/en.ts';
import { choices } from '../choices/en.ts';
import { fields } from '../fields/en.ts';
import { groups } from '../groups/en.ts';
import { impersonation } from '../impersonation/en.ts';
import { mail } from '../mail/en.ts';
import { organizations } from '../organizations/en.ts';
import { overview } from '../overview/en.ts';
import { people } from '../people/en.ts';
import { invitations } from '../people/invite-en.ts';
import { portalDomains } from '../portal-domains/en.ts';
import { providerSetup } from '../provider-setup/en.ts';
import { requestTypes } from '../request-types/en.ts';
import { secondFactor } from '../second-factor/en.ts';
import { serviceDesks } from '../service-desks/en.ts';
import { portalSignIn } from '../service-desks/sign-in-en.ts';
import { setup } from '../setup/en.ts';
import { signInButtons } from '../sign-in/buttons-en.ts';
import { ownership } from '../sign-in/domains/en.ts';
import { signIn } from '../sign-in/en.ts';
import { providerList } from '../sign-in/list-en.ts';
import { lockOut } from '../sign-in/lock-out-en.ts';
import { signInLog } from '../sign-in/log/en.ts';
import { metadata } from '../sign-in/metadata/en.ts';
import { setupLinks } from '../sign-in/setup-links/en.ts';
import { wizard } from '../sign-in/wizard/en.ts';
import { slas } from '../sla/en.ts';
import { workflows } from '../workflows/en.ts';

/** What the administration says. */
export const en = {
  shell: {
    sections: 'Administration',
    menu: 'Sections',
    overview: 'Overview',
    serviceDesks: 'Service desks',
    fields: 'Fields',
    workflows: 'Workflows',
    people: 'People',
    groups: 'Groups',
    organizations: 'Organizations',
    signIn: 'Sign-in',
    domains: 'Domains of portals',
    secondFactor: 'Second factor',
    mail: 'Mail',
    audit: 'Audit log',
    notAdministrator: {
      title: 'This is the administration',
      text: 'You are signed in as {{name}}, and this account is not an administrator. If you need something changed here, ask one.',
      agent: 'Go to the agent desk',
      portal: 'Go to the help center',
    },
  },
  form: {
    save: 'Save',
    saved: 'Saved',
    cancel: 'Cancel',
    remove: 'Remove',
    discard: 'Discard changes',
    failed: 'This was not saved',
    kept: 'What you entered is still here.',
    unsaved: {
      title: 'Leave without saving?',
      text: 'What you changed on this page has not been saved.',
      leave: 'Leave and lose the changes',
      stay: 'Stay',
    },
    copy: 'Copy {{label}}',
    copied: 'Copied',
  },
  domains: {
    label: 'E-mail domains',
    placeholder: 'company.com',
    notADomain: '“{{text}}” is not a domain; write it like company.com.',
  },
  picker: {
    search: 'Name or e-mail address',
    none: 'Nobody matches “{{text}}”.',
    hint: 'Type a name or an e-mail address.',
    failed: 'People could not be searched.',
    more: 'There are more. Type a longer part of the name.',
  },
  overview,
  serviceDesks,
  portalSignIn,
  requestTypes,
  fields,
  workflows,
  choices,
  people,
  impersonation,
  invitations,
  groups,
  password: {
    rule: 'At least 12 characters. A few unrelated words are easy to remember; well-known passwords and your e-mail address are refused.',
    show: 'Show the password',
    length_one: '{{count}} more character',
    length_other: '{{count}} more characters',
    longEnough: 'Long enough',
  },
  organizations,
  signIn,
  signInButtons,
  providerList,
  lockOut,
  wizard,
  metadata,
  ownership,
  setupLinks,
  portalDomains,
  providerSetup,
  signInLog,
  secondFactor,
  mail,
  audit,
  setup,
  calendars,
  slas,
} as const;
