import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AdfNode } from '../../platform/formats/rich-text.ts';
import { readAdf, textFromAdf } from '../../platform/formats/rich-text.ts';
import { anyDocument } from '../../platform/formats/testing-adf.ts';
import { fillVariables, firstName, variableExamples, variableProblem } from './variables.ts';

function doc(...texts: (string | AdfNode)[]): AdfNode {
  const content = texts.map((one) => (typeof one === 'string' ? { type: 'text', text: one } : one));
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content }] };
}
const nothing = Object.fromEntries(
  Object.keys(variableExamples).map((name) => [name, '']),
) as unknown as typeof variableExamples;

test('variables give way to what they stand for, and keep their look', () => {
  const bold: AdfNode = { type: 'text', text: '{{request.key}}', marks: [{ type: 'strong' }] };
  const { document, empty } = fillVariables(doc('Hello {{ customer.firstName }}, ', bold), variableExamples);
  expect(document).toEqual(doc('Hello Alice, ', { ...bold, text: 'SUP-42' }));
  expect(empty).toEqual([]);
});

test('where there is nothing, what is behind the bar is said; else it is told', () => {
  const text = 'Hello {{customer.firstName|there}}{{organization.name}}{{portal.name| }}';
  const { document, empty } = fillVariables(doc(text), nothing);
  expect(textFromAdf(document)).toBe('Hello there');
  expect(empty).toEqual(['organization.name', 'portal.name']);
});

test('what a variable stands for is never read for variables', () => {
  const values = { ...variableExamples, 'request.summary': '{{agent.name}} $& <b>' };
  expect(textFromAdf(fillVariables(doc('{{request.summary}}'), values).document)).toBe(
    '{{agent.name}} $& <b>',
  );
});

test('a variable alone that stands for nothing leaves no empty text behind', () => {
  const { document } = fillVariables(doc('{{organization.name}}'), nothing);
  expect(document).toEqual({ type: 'doc', version: 1, content: [{ type: 'paragraph', content: [] }] });
});

test('in addresses variables are escaped, and no address becomes one that links may not have', () => {
  const link = (href: string): AdfNode => ({
    type: 'text',
    text: 'x',
    marks: [{ type: 'link', attrs: { href } }],
  });
  const values = { ...variableExamples, 'request.summary': 'a b/?&#' };
  expect(fillVariables(doc(link('https://example.com/?q={{request.summary}}')), values).document).toEqual(
    doc(link('https://example.com/?q=a%20b%2F%3F%26%23')),
  );
  const evil = { ...variableExamples, 'request.summary': 'javascript:alert(1)' };
  expect(JSON.stringify(fillVariables(doc(link('{{request.summary}}')), evil).document)).not.toContain(
    'javascript:',
  );
});

test('a variable that is not known, not closed or half bold is refused with what to do', () => {
  expect(variableProblem(doc('Hello {{customer.firstname}}'))).toContain(
    'Did you mean {{customer.firstName}}?',
  );
  expect(variableProblem(doc('{{nobody}}'))).toContain('These are known: customer.name');
  expect(variableProblem(doc('{{constructor}}'))).toContain('There is no variable');
  expect(variableProblem(doc('Hello {{customer.name'))).toContain('near "{{customer.name"');
  const half: AdfNode = { type: 'text', text: '.name}}', marks: [{ type: 'strong' }] };
  expect(variableProblem(doc('{{customer', half))).toContain('in one look');
  expect(variableProblem(doc('{{customer.name}} and {{customer.firstName|you}}, {a: 1}'))).toBeNull();
});

test('any document without variables is itself, filled in', () => {
  fc.assert(
    fc.property(anyDocument(), (document) => {
      expect(variableProblem(document)).toBeNull();
      const filled = fillVariables(document, variableExamples).document;
      expect(filled).toEqual(document);
      expect(readAdf(filled)).toEqual(document);
    }),
  );
});

test('people are spoken to by the first word of their name', () => {
  expect(firstName(' Alice  van Example')).toBe('Alice');
  expect(firstName('')).toBe('');
});
