/** A form with a field of every type, in sections and with rules: filled in, kept, refused, sent and read. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, newVisitor } from './browser.ts';
import { signInAsStaff, signInAtAcme } from './sign-in.ts';

const longName =
  'How we should reach the people who are responsible for this machine at weekends and on holidays';
const choicesOfTen = Array.from({ length: 10 }, (_, index) => `Choice ${index + 1}`);

let browser: Browser;
let formAddress: string;

interface MadeField {
  readonly key: string;
  readonly contexts: readonly { options: readonly { id: string; value: string }[] }[];
}

beforeAll(async () => {
  browser = await launchBrowser();
  const { page, goto, context } = await newVisitor(browser);
  await goto('/admin');
  await signInAsStaff(page, 'sofia@northwind.example');
  const ask = async <Answer>(method: 'get' | 'post', path: string, data?: object): Promise<Answer> => {
    const headers = { origin: inject('demoUrl') };
    const answer = await page.request[method](path, { headers, ...(data && { data }) });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const stamp = Date.now().toString(36);
  const make = (
    type: string,
    name: string,
    options: readonly object[] = [],
    settings = {},
    defaultValue: unknown = null,
  ) =>
    ask<MadeField>('post', '/rest/portico/1/field', {
      type,
      name,
      description: '',
      settings,
      contexts: [{ name: 'All', isGlobal: true, serviceDeskIds: [], defaultValue, options }],
    });
  const named = (...values: string[]) => values.map((value) => ({ value }));

  const size = await make('radio', 'Size', named('Small', 'Large'));
  const large = size.contexts[0]?.options.find(({ value }) => value === 'Large')?.id ?? '';
  const whenLarge = { match: 'all', rules: [{ field: size.key, operator: 'is', values: [large] }] };
  const inSection = [
    await make('checkboxes', 'Extras', named('Milk', 'Sugar')),
    await make('multi-select', 'Colours', named(...choicesOfTen)),
    await make('cascading-select', 'Place', [
      { value: 'Berlin', children: named('Mitte', 'Wedding') },
      { value: 'Hamburg', children: [] },
    ]),
  ];
  const others = [
    await make('text', 'Serial number'),
    await make('paragraph', 'Background'),
    await make('number', 'Cups a day', [], { min: 1, max: 500, decimals: 0 }, 20),
    await make('date', 'Bought on'),
    await make('date-time', 'Come at'),
    await make('select', 'Grinder', named('Steel', 'Ceramic')),
    await make('labels', 'Tags'),
    await make('url', 'Manual'),
    await make('email', 'Mail to'),
    await make('phone', longName),
    await make('person', 'Contact'),
    await make('people', 'Also ask'),
    await make('organization', 'Company'),
    await make('country', 'Country'),
    await make('amount', 'Budget', [], { currencies: ['EUR', 'JPY'] }),
  ];
  const field = (key: string, more: object = {}) => ({
    key,
    label: '',
    helpText: '',
    isRequired: false,
    isHidden: false,
    showWhen: null,
    ...more,
  });
  const desks = await ask<{ values: { id: string; projectKey: string }[] }>(
    'get',
    '/rest/servicedeskapi/servicedesk',
  );
  const deskId = desks.values.find(({ projectKey }) => projectKey === 'SUP')?.id;
  const type = await ask<{ id: string }>('post', `/rest/portico/1/service-desk/${deskId}/request-type`, {
    name: `Everything ${stamp}`,
    description: '',
    helpText: '',
    icon: 'help',
    groupIds: [],
    form: [
      { field: field('summary', { isRequired: true }) },
      { field: field(size.key, { isRequired: true }) },
      {
        section: {
          title: 'For large machines',
          description: 'We ask a little more about them.',
          showWhen: whenLarge,
          fields: inSection.map(({ key }, index) => field(key, { isRequired: index === 0 })),
        },
      },
      ...others.map(({ key }) => ({ field: field(key) })),
      { field: field('attachment') },
    ],
  });
  formAddress = `/servicedesk/customer/portal/${deskId}/group/-1/create/${type.id}`;
  await context.close();
}, 60_000);
afterAll(() => browser.close());

const exact = { exact: true };

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Summary').fill('Everything about our machine');
  await page.getByRole('radio', { name: 'Large' }).check();
  await page.getByRole('checkbox', { name: 'Sugar' }).check();
  await page.getByRole('searchbox', { name: 'Search in Colours' }).fill('10');
  await page.getByRole('checkbox', { name: 'Choice 10', ...exact }).check();
  await page.getByLabel('Place', exact).selectOption({ label: 'Berlin' });
  await page.getByLabel('Place: Berlin').selectOption({ label: 'Wedding' });
  await page.getByLabel('Serial number').fill('NW-1234');
  await page.getByLabel('Background').fill('One.\n\nTwo.');
  await page.getByLabel('Bought on').fill('2026-01-31');
  await page.getByLabel('Come at').fill('2027-02-01T09:30');
  await page.getByLabel('Grinder').selectOption({ label: 'Ceramic' });
  const tags = page.getByLabel('Tags', exact);
  await tags.pressSequentially('one, two three');
  await tags.press('Enter');
  await page.getByRole('button', { name: 'Remove two' }).click();
  await page.getByLabel('Manual').fill('example.com/manual');
  await page.getByLabel('Mail to').fill('ops@acme.example');
  await page.getByLabel(longName).fill('+49 30 1234567');
  const contact = page.getByRole('combobox', { name: 'Contact' });
  await contact.pressSequentially('carmen');
  await page.getByRole('option', { name: 'Carmen Ruiz' }).waitFor();
  await contact.press('Enter');
  const also = page.getByRole('combobox', { name: 'Also ask' });
  for (const name of ['Henrik Solberg', 'Priya Nair']) {
    await also.fill(name);
    await page.getByRole('option', { name }).click();
  }
  await also.press('Escape');
  await page.getByRole('combobox', { name: 'Company' }).click();
  await page.getByRole('option', { name: 'Acme' }).click();
  await page.getByLabel('Country').selectOption('DE');
  await page.getByLabel('Budget', exact).fill('12,5');
}

function chosenFor(page: Page, name: string): Promise<string[]> {
  return page
    .getByRole('list', { name: `Chosen for ${name}` })
    .getByRole('listitem')
    .allTextContents();
}

test.each([
  ['on a desktop', false],
  ['on a phone', true],
])(
  'a customer fills in a field of every type %s, and reads it all in the request',
  async (_, isOnPhone) => {
    const name = isOnPhone ? 'form-phone' : 'form';
    const { page, goto, inspect } = await newVisitor(browser, { isOnPhone });
    await goto(formAddress);
    await signInAtAcme(page, 'alice@acme.example');
    await page.getByLabel('Summary').waitFor();
    expect(await page.getByLabel('Cups a day').inputValue()).toBe('20');

    // rules
    expect(await page.getByRole('group', { name: 'For large machines' }).count()).toBe(0);
    await page.getByRole('radio', { name: 'Large' }).check();
    await page.getByRole('group', { name: 'For large machines' }).waitFor();
    await expect.poll(() => page.getByText(/more questions: Extras, Colours, Place/).count()).toBe(1);
    expect(
      await page.getByRole('radio', { name: 'Large' }).evaluate((radio) => radio === document.activeElement),
    ).toBe(true);
    await page.getByRole('checkbox', { name: 'Milk' }).check();
    await page.getByRole('radio', { name: 'Small' }).check();
    await expect.poll(() => page.getByRole('checkbox', { name: 'Milk' }).count()).toBe(0);
    await page.getByRole('radio', { name: 'Large' }).check();
    // what was ticked is still there
    expect(await page.getByRole('checkbox', { name: 'Milk' }).isChecked()).toBe(true);
    await page.getByRole('checkbox', { name: 'Milk' }).uncheck();

    // errors, the page's own and the server's
    await page.getByLabel('Cups a day').fill('2.5');
    await page.getByLabel('Come at').pressSequentially('02');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Write a whole number.').first().waitFor();
    await page.getByText('Choose a day and a time.').first().waitFor();
    await expect
      .poll(() => page.getByLabel('Summary').evaluate((input) => input === document.activeElement))
      .toBe(true);
    await inspect(`${name}-problems`);
    await page.getByLabel('Cups a day').fill('25');
    await fillIn(page);
    await page.getByLabel('Mail to').fill('a@b..example');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect
      .poll(() => page.getByLabel('Mail to').evaluate((input) => input === document.activeElement))
      .toBe(true);
    expect(await page.getByLabel('Mail to').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Mail to').fill('ops@acme.example');
    await inspect(`${name}-filled`);

    // a reload loses nothing
    await page.reload();
    await page.getByText('We kept what you typed before.').waitFor();
    expect(await page.getByRole('checkbox', { name: 'Sugar' }).isChecked()).toBe(true);
    expect(await chosenFor(page, 'Colours')).toEqual(['Choice 10']);
    expect(await page.getByLabel('Place: Berlin').inputValue()).not.toBe('');
    expect(await page.getByLabel('Come at').inputValue()).toBe('2027-02-01T09:30');
    expect(await chosenFor(page, 'Tags')).toEqual(['one', 'three']);
    expect(await chosenFor(page, 'Also ask')).toEqual(['Henrik Solberg', 'Priya Nair']);
    expect(await page.getByLabel('Budget', exact).inputValue()).toBe('12,5');

    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Your request is sent').waitFor();
    const details = page.getByRole('region', { name: 'Details' });
    await details.getByRole('heading', { name: 'For large machines' }).waitFor();
    for (const shown of [
      'Large',
      'Sugar',
      'Choice 10',
      'Berlin › Wedding',
      'NW-1234',
      '25',
      'January 31, 2026',
      'February 1, 2027 at 9:30 AM',
      'Ceramic',
      'three',
      'Carmen Ruiz',
      'Priya Nair',
      'Acme',
      'Germany',
      '€12.50',
    ]) {
      expect(await details.getByText(shown, exact).count(), shown).toBeGreaterThan(0);
    }
    expect(await details.getByRole('link', { name: 'example.com/manual' }).getAttribute('rel')).toContain(
      'noopener',
    );
    await inspect(`${name}-request`);
  },
  180_000,
);

test('a customer fills it in in German, in the dark, and an agent reads it', async () => {
  const { page, goto, inspect } = await newVisitor(browser, { locale: 'de-DE', colorScheme: 'dark' });
  await goto(formAddress);
  await page.getByLabel('E-Mail').fill('henrik@acme.example');
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.waitForURL((url) => url.host !== new URL(inject('demoUrl')).host);
  await page.getByLabel(/e-mail/i).fill('henrik@acme.example');
  await page.getByLabel('Password').fill(inject('demoPasswords')['henrik@acme.example'] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Summary').fill('Alles über unsere Maschine');
  await page.getByRole('radio', { name: 'Large' }).check();
  await page.getByText('3 weitere Fragen: Extras, Colours, Place').waitFor({ state: 'attached' });
  await page.getByLabel('Manual').fill('javascript:alert(1)');
  await page.getByRole('button', { name: 'Absenden' }).click();
  await page.getByText('Geben Sie die Adresse einer Webseite ein').first().waitFor();
  await inspect('form-german');
  await page.getByLabel('Manual').fill('');
  await page.getByRole('checkbox', { name: 'Milk' }).check();
  await page.getByLabel('Country').selectOption({ label: 'Österreich' });
  await page.getByLabel('Budget', exact).fill('1234,5');
  await page.getByLabel('Bought on').fill('2026-01-31');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'Erstes Bild.png', mimeType: 'image/png', buffer: picture },
    { name: 'Zweites Bild.png', mimeType: 'image/png', buffer: picture },
    { name: 'Vertrag.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') },
  ]);
  await page.getByRole('button', { name: 'Absenden' }).click();
  await page.getByText('Ihre Anfrage ist gesendet').waitFor();
  const details = page.getByRole('region', { name: 'Einzelheiten' });
  await details.getByRole('heading', { name: 'For large machines' }).waitFor();
  for (const shown of ['Österreich', '1.234,50 €', '31. Januar 2026']) {
    expect(await details.getByText(shown).count(), shown).toBeGreaterThan(0);
  }
  await inspect('form-german-request');

  // pictures open over the page, a PDF in a page in which nothing runs
  await page.getByRole('link', { name: /Erstes Bild/ }).click();
  const viewer = page.getByRole('dialog');
  await viewer.getByText('1 von 2').waitFor();
  await page.keyboard.press('ArrowRight');
  await viewer.getByRole('heading', { name: /Zweites Bild/ }).waitFor();
  await inspect('picture-viewer');
  await page.keyboard.press('Escape');
  await viewer.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Erstes Bild');
  const pdf = await page.getByRole('link', { name: /Vertrag/ }).getAttribute('href');
  const { headers, status } = await page.request
    .get(pdf ?? '')
    .then((answer) => ({ headers: answer.headers(), status: answer.status() }));
  expect(status).toBe(200);
  expect(headers['content-disposition']).toMatch(/^inline/);
  expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');

  const key = new URL(page.url()).pathname.split('/').at(-1);
  const agent = await newVisitor(browser);
  await agent.goto(`/browse/${key}`);
  await signInAsStaff(agent.page, 'priya@northwind.example');
  await agent.page.getByText('Austria').waitFor();
  await agent.page.getByRole('heading', { name: 'For large machines' }).waitFor();
  await agent.inspect('form-agent');
}, 180_000);

/** A picture of one pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
