import { expect, test } from 'vitest';
import { type MailTemplate, renderMail } from './template.ts';

const template: MailTemplate<'name' | 'url' | 'code'> = {
  name: 'test.greeting',
  about: 'In this test',
  isSecret: false,
  texts: {
    en: {
      subject: 'Hello {{name}}',
      heading: 'Hello {{name}}',
      paragraphs: ['{{name}}, this is {{site}}.'],
      button: 'Go there',
      showsCode: true,
      notes: ['It holds for an hour.'],
    },
    de: {
      subject: 'Hallo {{name}}',
      heading: 'Hallo {{name}}',
      paragraphs: ['{{name}}, hier ist {{site}}.'],
    },
  },
  sample: { name: 'Alice', url: 'https://help.example/x', code: '123456' },
};
const brand = { site: 'Help & Co', url: 'https://help.example/' };

test('text and HTML say the same', () => {
  const { subject, text, html } = renderMail(template, template.sample, brand, 'en-GB');
  expect(subject).toBe('Hello Alice');
  expect(text).toBe(
    'Hello Alice\n\nAlice, this is Help & Co.\n\n    123456\n\nGo there:\nhttps://help.example/x\n\nIt holds for an hour.\n\n-- \nHelp & Co\nhttps://help.example/\n',
  );
  for (const part of [
    'Hello Alice',
    'this is Help &amp; Co.',
    '123456',
    'href="https://help.example/x"',
    'Go there',
  ]) {
    expect(html).toContain(part);
  }
  expect(html).toContain('<html lang="en">');
});

test('people are written to in their language, and in English where Portico does not speak it', () => {
  expect(renderMail(template, template.sample, brand, 'de-AT').subject).toBe('Hallo Alice');
  expect(renderMail(template, template.sample, brand, 'fr').subject).toBe('Hello Alice');
  expect(renderMail(template, template.sample, brand, null).subject).toBe('Hello Alice');
});

test('values are text: no markup, no header and no placeholder comes in through them', () => {
  const name = '<img src=x onerror=alert(1)>\r\nBcc: victim@example.com {{code}}';
  const { subject, html, text } = renderMail(template, { ...template.sample, name }, brand, 'en');
  expect(subject).not.toMatch(/[\r\n]/);
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img');
  expect(text).toContain('{{code}}');
});

test('a button never leads anywhere but to the web', () => {
  expect(() => renderMail(template, { ...template.sample, url: 'javascript:alert(1)' }, brand, 'en')).toThrow(
    'web address',
  );
});

test('the HTML loads nothing', () => {
  const { html } = renderMail(template, template.sample, brand, 'en');
  expect(html).not.toMatch(/<(img|link|script|iframe)|url\(|src=/);
});
