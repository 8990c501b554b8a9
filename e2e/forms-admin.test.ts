/** Fields and forms as administrators make them: by keyboard and by dragging, up to what customers are asked. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, newVisitor, type Visitor } from './browser.ts';
import { signInAsStaff } from './sign-in.ts';

let browser: Browser;
let visitor: Visitor;
let page: Page;
const origin = new URL(inject('demoUrl')).origin;
// The request types of the second service desk are put in order here; other tests add some to the first.
/** So that the test can be repeated at the same demo. */
const mark = Date.now().toString(36);
const fieldName = `Affected system ${mark}`;
const typeName = `Report an outage ${mark}`;
let fieldId: string | null = null;
let typeId: string | null = null;

async function ask(method: 'GET' | 'POST' | 'DELETE', path: string) {
  const answer = await page.request.fetch(`${origin}/rest/${path}`, { method, headers: { origin } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.status() === 204 ? null : answer.json();
}

async function idInAddress(after: string): Promise<string> {
  await page.waitForURL(new RegExp(`${after}/\\d+$`));
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Drags as a hand does: the browser's own dragging begins with a movement, and ends where the hand rests. */
async function drag(from: Locator, to: Locator, at: 'top' | 'middle' | 'bottom' = 'middle'): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const target = await to.boundingBox();
  const source = await from.boundingBox();
  if (!source || !target) throw new Error('Nothing to drag, or nowhere to drag it to');
  const y = { top: target.y + 4, middle: target.y + target.height / 2, bottom: target.y + target.height - 4 }[
    at
  ];
  await page.mouse.move(source.x + source.width / 2, source.y + source.height / 2);
  await page.mouse.down();
  await page.mouse.move(source.x + source.width / 2 + 8, source.y + source.height / 2 + 8, { steps: 4 });
  await page.mouse.move(target.x + target.width / 2, y, { steps: 12 });
  await page.mouse.move(target.x + target.width / 2 + 1, y, { steps: 2 });
  await page.waitForTimeout(150);
  await page.mouse.up();
}

const builder = () => page.getByRole('region', { name: 'Form', exact: true });
const preview = () => page.getByRole('region', { name: 'Preview' });
const handle = (name: string) => page.getByRole('button', { name: `Move ${name}`, exact: true });

const hasFocus = (of: Locator) => of.evaluate((element) => element === document.activeElement);

beforeAll(async () => {
  browser = await launchBrowser();
  visitor = await newVisitor(browser);
  page = visitor.page;
  await visitor.goto('/admin/fields');
  await signInAsStaff(page, 'sofia@northwind.example');
});

afterAll(async () => {
  if (typeId) await ask('DELETE', `servicedeskapi/servicedesk/2/requesttype/${typeId}`);
  if (fieldId) await ask('DELETE', `portico/1/field/${fieldId}`);
  await browser.close();
});

test('an administrator makes a select with options, and puts them in order by keyboard and by dragging', async () => {
  await page.getByRole('heading', { name: 'Fields', level: 1 }).waitFor();
  await visitor.inspect('admin-fields');
  await page.getByRole('button', { name: 'Create field' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Select(?!,)/ }).check();
  await dialog.getByRole('button', { name: 'Create field' }).click();
  await dialog.getByText('Give the field a name.').waitFor();
  await visitor.inspect('admin-field-new');
  await dialog.getByLabel(/^Name/).fill(fieldName);
  await dialog.getByRole('button', { name: 'Create field' }).click();
  fieldId = await idInAddress('/admin/fields');
  await page.getByRole('button', { name: 'Add many at once' }).click();
  await page.getByLabel('Options, one per line').fill('Mail\nWebsite\n\nTelephone\nmail');
  await page.getByRole('button', { name: 'Add 3 options' }).click();
  await handle('Telephone').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByText('Telephone is now 2 of 3.').waitFor();
  await expect.poll(() => hasFocus(handle('Telephone'))).toBe(true);
  await drag(handle('Website'), page.getByRole('textbox', { name: 'Option 1' }), 'top');
  await page.getByText('Website is now 1 of 3.').waitFor();
  await page.getByLabel('Default', { exact: true }).selectOption({ label: 'Mail' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await visitor.inspect('admin-field');
  const field = await ask('GET', `portico/1/field/${fieldId}`);
  expect(field.contexts[0].options.map(({ value }: { value: string }) => value)).toEqual([
    'Website',
    'Mail',
    'Telephone',
  ]);
  expect(field.contexts[0].defaultValue.value).toBe('Mail');
});

test('an option without a name is refused at its place, and nothing that was typed is lost', async () => {
  await page.getByRole('button', { name: 'Add option', exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Give the option a name, or remove it.').waitFor();
  await page.getByRole('link', { name: 'All fields' }).click();
  await page.getByRole('heading', { name: 'Leave without saving?' }).waitFor();
  await page.getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Discard changes' }).click();
});

test('a field goes into a section by keyboard, another by dragging, with a rule, and customers are asked so', async () => {
  await visitor.goto('/admin/service-desks/2/request-types');
  await page.getByRole('heading', { name: 'Request types', level: 2 }).waitFor();
  await visitor.inspect('admin-request-types');
  // the order of the list, by keyboard and back by dragging
  const named = async () =>
    (await ask('GET', 'portico/1/service-desk/2/request-type')).values.map(
      ({ name }: { name: string }) => name,
    );
  const before: string[] = await named();
  const [first = '', second = ''] = before;
  await handle(second).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(named).toEqual([second, first, ...before.slice(2)]);
  await drag(handle(first), page.getByRole('listitem').filter({ hasText: second }), 'top');
  await expect.poll(named).toEqual(before);
  await page.getByRole('button', { name: 'Create request type' }).click();
  await page.getByRole('dialog').getByLabel(/^Name/).fill(typeName);
  await page.getByRole('dialog').getByRole('button', { name: 'Create request type' }).click();
  typeId = await idInAddress('/request-types');
  await page.getByRole('heading', { name: typeName, level: 1 }).waitFor();
  // the field, dragged from the left to below the summary
  await page.getByLabel('Search fields').fill(fieldName);
  await drag(
    page.getByRole('button', { name: `Add ${fieldName} to the form` }),
    builder().getByRole('listitem').filter({ hasText: 'Summary' }),
    'bottom',
  );
  await page.getByText(`${fieldName} is on the form, 2 of 4.`).waitFor();
  // a section, into which the description goes by keyboard and the files by dragging
  await builder().getByRole('button', { name: 'Add section' }).click();
  await builder().getByLabel('Title').fill('More about it');
  await handle('Description').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Move into “More about it”' }).click();
  await page.getByText('Description is now 1 of 1 in More about it.').waitFor();
  await expect.poll(() => hasFocus(handle('Description'))).toBe(true);
  await drag(handle('Attachment'), builder().getByRole('list', { name: 'More about it' }), 'bottom');
  await page.getByText('Attachment is now 2 of 2 in More about it.').waitFor();
  // the section, dragged with its fields, and back by keyboard
  await drag(handle('More about it'), builder().getByRole('listitem').filter({ hasText: 'Summary' }), 'top');
  await page.getByText('More about it is now 1 of 3.').waitFor();
  await handle('More about it').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByText('More about it is now 3 of 3.').waitFor();
  // the rule
  await page.getByRole('switch', { name: 'Show only when …' }).click();
  await page.getByLabel('Field of rule 1').selectOption({ label: fieldName });
  await page.getByRole('combobox', { name: 'Values of rule 1' }).click();
  await page.getByRole('listbox').getByRole('option', { name: 'Website' }).click();
  await page.keyboard.press('Escape');
  // tried out in the preview
  await expect.poll(() => preview().getByText('Description').count()).toBe(0);
  await preview().getByLabel(fieldName).selectOption({ label: 'Website' });
  await preview().getByText('Description').waitFor();
  await visitor.inspect('admin-form-builder');
  // below the section, which looks at it, the field is in the wrong place, and says so
  await handle(fieldName).focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Alt+ArrowDown');
  await builder()
    .getByText(`More about it is shown depending on ${fieldName}, which now comes later.`)
    .waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('A rule looks at a field that the form asks for before.').waitFor();
  await expect.poll(() => hasFocus(page.getByLabel('Field of rule 1'))).toBe(true);
  await handle(fieldName).focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();

  const form = await ask('GET', `servicedeskapi/servicedesk/2/requesttype/${typeId}/field`);
  const asked = form.requestTypeFields as {
    fieldId: string;
    validValues: { value: string; label: string }[];
    defaultValues: { label: string }[];
    _portico: { section: { title: string; showWhen: unknown } | null };
  }[];
  expect(asked.map((field) => [field.fieldId, field._portico.section?.title ?? null])).toEqual([
    ['summary', null],
    [`customfield_${fieldId}`, null],
    ['description', 'More about it'],
    ['attachment', 'More about it'],
  ]);
  const website = asked[1]?.validValues.find(({ label }) => label === 'Website')?.value;
  expect(asked[1]?.defaultValues.map(({ label }) => label)).toEqual(['Mail']);
  expect(asked[2]?._portico.section?.showWhen).toEqual({
    match: 'all',
    rules: [{ field: `customfield_${fieldId}`, operator: 'is', values: [website] }],
  });
});

test('on a phone, where nothing is dragged, menus do the same', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await handle('Attachment').click();
  await page.getByRole('menuitem', { name: 'Move out of “More about it”' }).click();
  await builder().getByText('Attachment').first().waitFor();
  await visitor.inspect('admin-form-builder-phone');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.setViewportSize({ width: 1440, height: 900 });
});
