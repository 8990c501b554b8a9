import { type AdfNode, isSafeAddress } from '../../platform/formats/rich-text.ts';

/**
 * Variables in prepared texts: `{{customer.firstName}}`, or with what is said where there is none, `{{customer.firstName|there}}`.
 * What takes their place is text in their place: it keeps the look of the variable, and is never read for variables again.
 */

/** The variables, and an example of each for previews. */
export const variableExamples = {
  'customer.name': 'Alice Example',
  'customer.firstName': 'Alice',
  'customer.email': 'alice@example.com',
  'organization.name': 'Example Inc.',
  'agent.name': 'Sam Agent',
  'agent.firstName': 'Sam',
  'request.key': 'SUP-42',
  'request.summary': 'The printer does not print',
  'request.type': 'Report a problem',
  'request.status': 'Waiting for support',
  'request.link': 'https://desk.example.com/servicedesk/customer/portal/1/SUP-42',
  'portal.name': 'Support',
  'project.name': 'Support',
} as const;

/** The name of a variable. */
export type VariableName = keyof typeof variableExamples;

/** What variables stand for; empty: there is none. */
export type VariableValues = Readonly<Record<VariableName, string>>;

const names = Object.keys(variableExamples) as VariableName[];
const variable = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;

/** What is wrong with the variables in a document, in words; null: nothing. */
export function variableProblem(node: AdfNode): string | null {
  for (const text of textsOf(node)) {
    for (const [, given = ''] of text.matchAll(variable)) {
      const name = given.trim();
      if (isVariable(name)) continue;
      const near = names.find((known) => known.toLowerCase() === name.toLowerCase());
      return `There is no variable {{${name.slice(0, 60)}}}. ${near ? `Did you mean {{${near}}}?` : `These are known: ${names.join(', ')}.`}`;
    }
    const rest = text.replace(variable, '');
    const at = rest.search(/\{\{|\}\}/);
    if (at >= 0) {
      return `Something is wrong near "${rest.slice(at, at + 30)}": write a variable as {{customer.name}}, in one look from the first brace to the last.`;
    }
  }
  return null;
}

/** A document with its variables filled in, and those that have neither a value nor something in its place. */
export function fillVariables(
  document: AdfNode,
  values: VariableValues,
): { readonly document: AdfNode; readonly empty: readonly VariableName[] } {
  const empty = new Set<VariableName>();
  const fill = (text: string, written: (value: string) => string = String) =>
    text.replace(variable, (whole, given: string, otherwise: string | undefined) => {
      const name = given.trim();
      if (!isVariable(name)) return whole;
      const value = values[name] || (otherwise ?? '').trim();
      if (value === '') empty.add(name);
      return written(value);
    });
  const fillNode = (node: AdfNode): AdfNode[] => {
    if (node.type !== 'text') {
      return [{ ...node, ...(node.content && { content: node.content.flatMap(fillNode) }) }];
    }
    const text = fill(node.text ?? '');
    if (text === '') return [];
    const marks = node.marks?.flatMap((mark) => {
      if (mark.type !== 'link') return [mark];
      const href = fill(String(mark.attrs?.['href']), encodeURIComponent);
      return isSafeAddress(href) ? [{ ...mark, attrs: { ...mark.attrs, href } }] : [];
    });
    const { marks: _, ...bare } = node;
    return [{ ...bare, text, ...(marks && marks.length > 0 && { marks }) }];
  };
  return { document: fillNode(document)[0] ?? document, empty: [...empty] };
}

/** The first word of a name, by which people are spoken to. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}

function isVariable(name: string): name is VariableName {
  return Object.hasOwn(variableExamples, name);
}

function textsOf(node: AdfNode): string[] {
  const links = (node.marks ?? []).flatMap(({ type, attrs }) =>
    type === 'link' && typeof attrs?.['href'] === 'string' ? [attrs['href']] : [],
  );
  return [...(node.text ? [node.text] : []), ...links, ...(node.content ?? []).flatMap(textsOf)];
}
