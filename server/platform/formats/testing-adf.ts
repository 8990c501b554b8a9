import fc from 'fast-check';
import type { AdfMark, AdfNode } from './adf-node.ts';

const words = fc.stringMatching(/^[\w <>&"'*_-]{1,20}$/);

function marked(): fc.Arbitrary<{ marks?: AdfMark[] }> {
  const simple = fc
    .constantFrom('strong', 'em', 'underline', 'strike', 'code')
    .map((type): AdfMark => ({ type }));
  const mark = fc.oneof(
    { weight: 4, arbitrary: simple },
    fc.webUrl().map((href): AdfMark => ({ type: 'link', attrs: { href } })),
    fc.constantFrom('sub', 'sup').map((type): AdfMark => ({ type: 'subsup', attrs: { type } })),
    fc.constantFrom('#ff5630', '#0747a6').map((color): AdfMark => ({ type: 'textColor', attrs: { color } })),
  );
  return fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type }).map((marks) => {
    // in one order, so that texts that look alike are alike
    const sorted = marks.toSorted((one, other) => one.type.localeCompare(other.type));
    return sorted.length > 0 ? { marks: sorted } : {};
  });
}

const text = fc
  .tuple(words, marked())
  .map(([value, marks]): AdfNode => ({ type: 'text', text: value, ...marks }));
const inline: fc.Arbitrary<AdfNode> = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.constant<AdfNode>({ type: 'hardBreak' }),
  fc
    .tuple(fc.uuid(), words)
    .map(([id, name]): AdfNode => ({ type: 'mention', attrs: { id, text: `@${name}` } })),
  fc.constant<AdfNode>({ type: 'emoji', attrs: { shortName: ':smile:', text: '😄' } }),
  fc.constant<AdfNode>({ type: 'date', attrs: { timestamp: '1767225600000' } }),
  words.map((value): AdfNode => ({ type: 'status', attrs: { text: value, color: 'blue' } })),
  fc.webUrl().map((url): AdfNode => ({ type: 'inlineCard', attrs: { url } })),
);
const inlines = fc.array(inline, { maxLength: 5 }).map(joined);

/** Neighbours that look alike are one text, as an editor keeps them. */
function joined(nodes: readonly AdfNode[]): AdfNode[] {
  const out: AdfNode[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (
      node.type === 'text' &&
      last?.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks)
    ) {
      out[out.length - 1] = { ...last, text: `${last.text}${node.text}` };
    } else out.push(node);
  }
  return out;
}

const code = fc.tuple(fc.constantFrom('sh', 'typescript'), words).map(
  ([language, value]): AdfNode => ({
    type: 'codeBlock',
    attrs: { language },
    content: [{ type: 'text', text: value }],
  }),
);
const paragraph = inlines.map((content): AdfNode => ({ type: 'paragraph', content }));

/** Any document of the nodes that Jira's editors write, in the form in which it is read. */
export function anyDocument(): fc.Arbitrary<AdfNode> {
  const { block } = fc.letrec<{ block: AdfNode; list: AdfNode }>((tie) => ({
    list: fc
      .tuple(
        fc.constantFrom('bulletList', 'orderedList'),
        fc.array(
          fc
            .tuple(paragraph, fc.option(tie('list'), { nil: undefined, depthSize: 'small' }))
            .map(
              ([first, list]): AdfNode => ({ type: 'listItem', content: [first, ...(list ? [list] : [])] }),
            ),
          { minLength: 1, maxLength: 3 },
        ),
      )
      .map(
        ([type, content]): AdfNode => ({
          type,
          ...(type === 'orderedList' && { attrs: { order: 1 } }),
          content,
        }),
      ),
    block: fc.oneof(
      { depthSize: 'small' },
      { weight: 4, arbitrary: paragraph },
      fc
        .tuple(fc.integer({ min: 1, max: 6 }), inlines)
        .map(([level, content]): AdfNode => ({ type: 'heading', attrs: { level }, content })),
      tie('list'),
      code,
      fc.constant<AdfNode>({ type: 'rule' }),
      fc
        .array(paragraph, { minLength: 1, maxLength: 2 })
        .map((content): AdfNode => ({ type: 'blockquote', content })),
      fc
        .array(paragraph, { minLength: 1, maxLength: 2 })
        .map((content): AdfNode => ({ type: 'panel', attrs: { panelType: 'info' }, content })),
      fc
        .tuple(words, paragraph)
        .map(([title, content]): AdfNode => ({ type: 'expand', attrs: { title }, content: [content] })),
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), paragraph)
        .map(([rows, columns, content]): AdfNode => table(rows, columns, content)),
      fc.array(fc.tuple(fc.constantFrom('TODO', 'DONE'), inlines), { minLength: 1, maxLength: 3 }).map(
        (tasks): AdfNode => ({
          type: 'taskList',
          attrs: { localId: 'l' },
          content: tasks.map(([state, content], index) => ({
            type: 'taskItem',
            attrs: { localId: `t${index}`, state },
            content,
          })),
        }),
      ),
    ),
  }));
  return fc.array(block, { maxLength: 5 }).map((content): AdfNode => ({ type: 'doc', version: 1, content }));
}

function table(rows: number, columns: number, content: AdfNode): AdfNode {
  return {
    type: 'table',
    content: Array.from({ length: rows }, (_, row) => ({
      type: 'tableRow',
      content: Array.from({ length: columns }, () => ({
        type: row === 0 ? 'tableHeader' : 'tableCell',
        content: [content],
      })),
    })),
  };
}
