import { Invalid } from '../http/errors.ts';
import { type AdfMark, type AdfNode, maxRichTextLength } from './adf-node.ts';
import { type AttributeRule, ignoredMarks, markRules, type NodeRule, nodeRules } from './adf-nodes.ts';
import { textFromAdf } from './adf-text.ts';

const maxDepth = 30;
const maxNodes = 10_000;

/**
 * Reads rich text that a client sends: a document of Jira's nodes and marks, with what they may hold and nothing else.
 * Unknown attributes and empty texts are left out; reading what was read gives the same again.
 *
 * @param field names the value in the body of the request
 * @throws Invalid naming `field`, with where in the document it is not right and why
 */
export function readAdf(value: unknown, field = 'body'): AdfNode {
  const reading = tryReadAdf(value);
  if ('problem' in reading) throw Invalid.fields({ [field]: reading.problem });
  return reading.document;
}

/** The same, which says what is wrong instead of throwing it. */
export function tryReadAdf(value: unknown): { readonly document: AdfNode } | { readonly problem: string } {
  try {
    return { document: readDocument(value) };
  } catch (error) {
    if (error instanceof NoAdf) return { problem: error.message };
    throw error;
  }
}

class NoAdf extends Error {}

function readDocument(value: unknown): AdfNode {
  const problem = (text: string) => new NoAdf(text);
  let nodes = 0;

  function read(given: unknown, rule: NodeRule, type: string, depth: number): AdfNode {
    nodes += 1;
    if (nodes > maxNodes)
      throw problem(`This has too many parts: at most ${maxNodes.toLocaleString('en')} are allowed.`);
    if (depth > maxDepth) throw problem(`This is nested too deeply: at most ${maxDepth} levels are allowed.`);
    const node = given as Readonly<Record<string, unknown>>;
    if (type === 'text') return { type, text: readText(node), ...readMarks(node, rule) };
    const content = rule.content && readContent(node['content'], rule, type, depth);
    return {
      type,
      ...(type === 'doc' && { version: 1 }),
      ...readAttributes(node['attrs'], rule.attrs, rule.name),
      ...(content && { content }),
      ...(type !== 'doc' && readMarks(node, rule)),
    };
  }

  function readText({ text }: Readonly<Record<string, unknown>>): string {
    if (typeof text !== 'string') throw problem('This is not valid rich text: a text node needs its "text".');
    return keepable(text);
  }

  function readContent(content: unknown, rule: NodeRule, type: string, depth: number): AdfNode[] {
    if (content !== undefined && !Array.isArray(content)) {
      throw problem(`This is not valid rich text: the "content" of ${rule.name} must be a list.`);
    }
    const children = (content ?? []).flatMap((child: unknown): AdfNode[] => {
      const childType = isObject(child) ? child['type'] : undefined;
      if (typeof childType !== 'string') {
        throw problem(`This is not valid rich text: something in ${rule.name} has no "type".`);
      }
      const childRule = Object.hasOwn(nodeRules, childType) ? nodeRules[childType] : undefined;
      if (!childRule)
        throw problem(`This is not valid rich text: there is no node "${childType.slice(0, 50)}".`);
      if (!rule.content?.includes(childType)) {
        throw problem(
          `This is not valid rich text: ${childRule.name} (${childType}) cannot stand in ${rule.name} (${type}).`,
        );
      }
      const read_ = read(child, childRule, childType, depth + 1);
      return childType === 'text' && read_.text === '' ? [] : [read_];
    });
    if (rule.isFilled && children.length === 0) {
      throw problem(`This is not valid rich text: ${rule.name} (${type}) cannot be empty.`);
    }
    return children;
  }

  function readMarks({ marks }: Readonly<Record<string, unknown>>, rule: NodeRule): { marks?: AdfMark[] } {
    if (marks === undefined) return {};
    if (!Array.isArray(marks)) throw problem('This is not valid rich text: "marks" must be a list.');
    const kept = new Map<string, AdfMark>();
    for (const mark of marks as unknown[]) {
      const type = isObject(mark) ? mark['type'] : undefined;
      if (typeof type !== 'string') throw problem('This is not valid rich text: a mark has no "type".');
      if (ignoredMarks.has(type)) continue;
      const attrs = Object.hasOwn(markRules, type) ? markRules[type] : undefined;
      if (!attrs || !rule.marks?.includes(type)) {
        throw problem(
          `This is not valid rich text: ${rule.name} cannot have the mark "${type.slice(0, 50)}".`,
        );
      }
      const given = (mark as Readonly<Record<string, unknown>>)['attrs'];
      kept.set(type, { type, ...readAttributes(given, attrs, `the mark "${type}"`) });
    }
    return kept.size > 0 ? { marks: [...kept.values()] } : {};
  }

  function readAttributes(
    given: unknown,
    rules: Readonly<Record<string, AttributeRule>> | undefined,
    owner: string,
  ): { attrs?: Record<string, unknown> } {
    if (!rules || Object.keys(rules).length === 0) return {};
    if (given !== undefined && !isObject(given)) {
      throw problem(`This is not valid rich text: the "attrs" of ${owner} must be an object.`);
    }
    const attrs: Record<string, unknown> = {};
    for (const [name, rule] of Object.entries(rules)) {
      const value = given && Object.hasOwn(given, name) ? given[name] : undefined;
      // Jira's editors send null for what is not set
      if (value === undefined || value === null) {
        if (rule.isRequired)
          throw problem(`This is not valid rich text: ${owner} needs "${name}", ${rule.words}.`);
      } else if (rule.takes(value)) attrs[name] = typeof value === 'string' ? keepable(value) : value;
      else throw problem(`This is not valid rich text: "${name}" of ${owner} must be ${rule.words}.`);
    }
    return Object.keys(attrs).length > 0 ? { attrs } : {};
  }

  if (
    !isObject(value) ||
    value['type'] !== 'doc' ||
    value['version'] !== 1 ||
    !Array.isArray(value['content'])
  ) {
    throw problem(
      'This must be rich text in Atlassian Document Format: {"type": "doc", "version": 1, "content": […]}.',
    );
  }
  const rule = nodeRules['doc'];
  if (!rule) throw new Error('There is no rule for documents');
  const document = read(value, rule, 'doc', 0);
  const { length } = textFromAdf(document);
  if (length > maxRichTextLength) {
    throw problem(
      `This is too long: it has ${length.toLocaleString('en')} characters, and at most ${maxRichTextLength.toLocaleString('en')} are allowed.`,
    );
  }
  return document;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As in cleanText: PostgreSQL keeps no NUL, and nobody reads control characters. */
function keepable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}
