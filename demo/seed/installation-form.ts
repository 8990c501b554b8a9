import { createField, createRequestType } from '../../server/desk/index.ts';
import type { Database } from '../../server/platform/database/database.ts';
import { auditActor } from './audit-actor.ts';
import { createRandom } from './random.ts';

/** What field service calls the form that shows what forms can do: sections, rules, and fields of many types. */
export const installationForm = 'Plan an installation';

type FieldType = Parameters<typeof createField>[1];
type FieldInput = Parameters<typeof createField>[2];
type FormEntry = Parameters<typeof createRequestType>[2]['form'][number];
type FormField = NonNullable<FormEntry['field']>;

/** Models by their series. */
const models = {
  Barista: ['Barista 2', 'Barista 4', 'Barista 4 with two grinders'],
  'Crema Duo': ['Crema Duo', 'Crema Duo XL'],
  Filterbar: ['Filterbar 12', 'Filterbar 24'],
};
const extras = ['Milk system', 'Cup warmer', 'Water filter', 'Payment terminal'];
const cards = [
  'Employee card',
  'Visa',
  'Mastercard',
  'American Express',
  'girocard',
  'Apple Pay',
  'Google Pay',
  'Northwind app',
  'Coins',
  'Guest vouchers',
];

interface SeedField {
  readonly name: string;
  readonly type: FieldType;
  readonly settings?: FieldInput['settings'];
  readonly options?: FieldInput['contexts'][number]['options'];
  readonly defaultValue?: unknown;
}

const plain = (values: readonly string[]) => values.map((value) => ({ value }));

const fields = {
  model: {
    name: 'Machine',
    type: 'cascading-select',
    options: Object.entries(models).map(([value, children]) => ({ value, children: plain(children) })),
  },
  count: {
    name: 'Number of machines',
    type: 'number',
    settings: { min: 1, max: 200, decimals: 0 },
    defaultValue: 1,
  },
  extras: { name: 'Extras', type: 'checkboxes', options: plain(extras) },
  country: { name: 'Country', type: 'country' },
  place: { name: 'Address and floor', type: 'paragraph' },
  water: {
    name: 'Water connection',
    type: 'radio',
    options: plain(['There is one', 'There is none', 'I do not know']),
  },
  distance: { name: 'Distance to the next tap', type: 'number', settings: { min: 0, max: 500, decimals: 1 } },
  contact: { name: 'Who is there', type: 'people', settings: { maxValues: 3 } },
  phone: { name: 'Phone on site', type: 'phone' },
  plan: { name: 'Floor plan', type: 'url' },
  when: { name: 'Preferred time', type: 'date-time', settings: { notBefore: 'today' } },
  budget: {
    name: 'Budget for payment',
    type: 'amount',
    settings: { min: 0, currencies: ['EUR', 'GBP', 'CHF', 'USD'] },
  },
  cards: { name: 'Ways to pay', type: 'multi-select', options: plain(cards) },
  keywords: { name: 'Keywords', type: 'labels', settings: { maxValues: 10 } },
} satisfies Record<string, SeedField>;

type FieldKey = keyof typeof fields;

/** Makes the form on a service desk, with its fields. */
export async function makeInstallationForm(trx: Database, serviceDeskId: string): Promise<void> {
  const ids = new Map<FieldKey, string>();
  for (const [key, field] of Object.entries(fields) as [FieldKey, SeedField][]) {
    const { name, type, settings = {}, options = [], defaultValue = null } = field;
    const context = { name: 'All service desks', isGlobal: true, serviceDeskIds: [], defaultValue, options };
    ids.set(
      key,
      await createField(trx, type, { name, description: '', settings, contexts: [context] }, auditActor),
    );
  }
  const keyOf = (key: FieldKey) => `customfield_${ids.get(key)}`;
  async function isOption(key: FieldKey, value: string): Promise<FormField['showWhen']> {
    const { id } = await trx
      .selectFrom('field_option')
      .select('id')
      .where('field_id', '=', ids.get(key) ?? '')
      .where('value', '=', value)
      .executeTakeFirstOrThrow();
    return { match: 'all', rules: [{ field: keyOf(key), operator: 'is', values: [String(id)] }] };
  }
  const ask = (key: string, more: Partial<FormField> = {}): FormField => ({
    key,
    label: '',
    helpText: '',
    isRequired: false,
    isHidden: false,
    showWhen: null,
    ...more,
  });
  const required = { isRequired: true };
  const form: FormEntry[] = [
    { field: ask('summary', { ...required, label: 'What shall we install?' }) },
    {
      section: {
        title: 'Machines',
        description: '',
        showWhen: null,
        fields: [ask(keyOf('model'), required), ask(keyOf('count'), required), ask(keyOf('extras'))],
      },
    },
    {
      section: {
        title: 'Payment',
        description: 'How the people at your place pay for their coffee.',
        showWhen: await isOption('extras', 'Payment terminal'),
        fields: [
          ask(keyOf('cards'), required),
          ask(keyOf('budget'), { helpText: 'What the terminals may cost, without tax.' }),
        ],
      },
    },
    {
      section: {
        title: 'Place and time',
        description: 'Our engineers need about two hours for each machine.',
        showWhen: null,
        fields: [
          ask(keyOf('country'), required),
          ask(keyOf('place')),
          ask(keyOf('water')),
          ask(keyOf('distance'), {
            helpText: 'In metres.',
            showWhen: await isOption('water', 'There is none'),
          }),
          ask(keyOf('when')),
          ask(keyOf('contact'), { helpText: 'Whom our engineers ask for.' }),
          ask(keyOf('phone')),
          ask(keyOf('plan'), { helpText: 'Where we can see a drawing of the room.' }),
        ],
      },
    },
    { field: ask('description', { label: 'Anything else?' }) },
    { field: ask(keyOf('keywords')) },
    { field: ask('attachment', { label: 'Photos and documents' }) },
  ];
  const { workflow_id: workflowId } = await trx
    .selectFrom('request_type')
    .select('workflow_id')
    .where('service_desk_id', '=', serviceDeskId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  const groups = await trx
    .selectFrom('request_type_group')
    .select('id')
    .where('service_desk_id', '=', serviceDeskId)
    .orderBy('position')
    .limit(1)
    .execute();
  const type = {
    name: installationForm,
    description: 'A new machine at your place, from water to payment.',
    helpText: '',
    icon: 'truck',
    workflowId,
    groupIds: groups.map(({ id }) => id),
    form,
  };
  await createRequestType(trx, serviceDeskId, type, auditActor);
}

/** What a customer fills into the form, by the names of its fields. */
export function fillInstallation(who: string, at: Date): Record<string, unknown> {
  const random = createRandom(`installation ${who} ${at.getUTCDate()}`);
  const [series, [model]] = random.weighted(Object.entries(models).map((entry) => [entry, 1]));
  const hasPayment = random.chance(0.4);
  const day = new Date(at.getTime() + random.integer(10, 40) * 24 * 60 * 60_000);
  day.setUTCHours(random.integer(7, 12), 0, 0, 0);
  const water = random.weighted<string>([
    ['There is one', 6],
    ['There is none', 2],
    ['I do not know', 1],
  ]);
  return {
    Machine: { value: series, child: { value: model } },
    'Number of machines': random.integer(1, 4),
    Extras: [...extras.slice(0, random.integer(0, 2)), ...(hasPayment ? ['Payment terminal'] : [])].map(
      (value) => ({ value }),
    ),
    ...(hasPayment && {
      'Ways to pay': ['Employee card', 'Mastercard', 'Northwind app'].map((value) => ({ value })),
      'Budget for payment': { amount: random.integer(4, 20) * 100, currency: 'EUR' },
    }),
    Country: {
      id: random.weighted<string>([
        ['DE', 5],
        ['AT', 2],
        ['NL', 2],
        ['DK', 1],
      ]),
    },
    'Water connection': { value: water },
    ...(water === 'There is none' && { 'Distance to the next tap': random.integer(2, 30) }),
    'Preferred time': day.toISOString().replace('Z', '+0000'),
    'Phone on site': `+49 30 555 ${random.integer(1000, 9999)}`,
    Keywords: hasPayment ? ['new-office', 'payment'] : ['new-office'],
  };
}
