import { expect, test } from 'vitest';
import { headerText, type MailTemplate, renderMail, sampleValues } from './template.ts';

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
const brand = { site: 'Help & Co', url: 'https://help.example/', accent: '#4758b2' };
const sample = sampleValues(template, 'en');

test('text and HTML say the same', () => {
  const { subject, text, html } = renderMail(template, sample, brand, 'en-GB');
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
  expect(renderMail(template, sample, brand, 'de-AT').subject).toBe('Hallo Alice');
  expect(renderMail(template, sample, brand, 'fr').subject).toBe('Hello Alice');
  expect(renderMail(template, sample, brand, null).subject).toBe('Hello Alice');
});

test('values are text: no markup, no header and no placeholder comes in through them', () => {
  const name = '<img src=x onerror=alert(1)>\r\nBcc: victim@example.com {{code}}';
  const { subject, html, text } = renderMail(template, { ...sample, name }, brand, 'en');
  expect(subject).not.toMatch(/[\r\n]/);
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img');
  expect(text).toContain('{{code}}');
});

test('a button never leads anywhere but to the web', () => {
  expect(() => renderMail(template, { ...sample, url: 'javascript:alert(1)' }, brand, 'en')).toThrow(
    'web address',
  );
});

test('the HTML loads nothing, on light and dark screens', () => {
  const { html } = renderMail(template, sample, brand, 'en');
  expect(html).not.toMatch(/<(img|link|script|iframe)|url\(|src=/);
});

test('a portal’s name and colour are those of the mail, and what stands on the colour can be read', () => {
  const yellow = {
    site: 'Acme Support',
    url: 'https://help.example/servicedesk/customer/portal/1',
    accent: '#ffe066',
  };
  const { html } = renderMail(template, sample, yellow, 'en');
  expect(html).toMatch(/class="brand" style="background:#ffe066;[^"]*color:#1a1c21">Acme Support</);
  expect(html).toContain('<td style="background:#ffe066;border-radius:6px">');
  expect(html).toContain('font-weight:600;color:#1a1c21;text-decoration:none');
  // as words on white it is not used as it is
  expect(html).not.toContain('style="color:#ffe066"');
});

test('a portal’s name is text too, and its colour nothing but a colour', () => {
  const odd = { ...brand, site: '</td><script>alert(1)</script>\r\nBcc: x@example.com' };
  const { subject, html } = renderMail(
    { ...template, texts: { ...template.texts, en: { ...template.texts.en, subject: 'From {{site}}' } } },
    sample,
    odd,
    'en',
  );
  expect(subject).toBe('From </td><script>alert(1)</script> Bcc: x@example.com');
  expect(html).not.toContain('<script');
  const style = { ...brand, accent: '#fff;background:url(//evil.example)' };
  expect(() => renderMail(template, sample, style, 'en')).toThrow('no colour');
  expect(() => renderMail(template, sample, { ...brand, url: 'javascript:alert(1)' }, 'en')).toThrow(
    'web address',
  );
});

test('nothing turns the letters of a subject around', () => {
  expect(headerText('a\u202etxt.exe\u2069\u200f\tb\u0000\nc 👩‍💻')).toBe('atxt.exe b c 👩‍💻');
});
