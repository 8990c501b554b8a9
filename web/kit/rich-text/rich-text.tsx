import { createElement, Fragment, type ReactNode } from 'react';
import { linkParts } from '../link-parts.ts';
import {
  type AdfDocument,
  type AdfMark,
  type AdfNode,
  isSafeAddress,
  mentionText,
  textAttribute,
} from './adf.ts';
import classes from './rich-text.module.css';

/**
 * A rich text as it was written. It is made of elements of its own, never of markup: what people wrote is text, links lead
 * only where links may, and nothing is fetched from elsewhere. What it does not know it shows by what stands in it.
 */
export function RichText({ document }: { document: AdfDocument }) {
  return <div className={classes['text']}>{childrenOf(document, document.content)}</div>;
}

function childrenOf(parent: { readonly type: string }, content: readonly AdfNode[] = []): ReactNode {
  return content.map((node, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no identity but their place
    <Fragment key={at}>{show(node, parent)}</Fragment>
  ));
}

const elements: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  decisionList: 'ul',
  listItem: 'li',
  decisionItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
  caption: 'figcaption',
};

function show(node: AdfNode, parent: { readonly type: string }): ReactNode {
  const inner = () => childrenOf(node, node.content);
  switch (node.type) {
    case 'text':
      return marked(node);
    case 'hardBreak':
      return <br />;
    case 'rule':
      return <hr />;
    case 'mention':
      return <span className={classes['mention']}>{mentionText(node)}</span>;
    case 'emoji':
      return textAttribute(node, 'text') || textAttribute(node, 'shortName');
    case 'date':
      return <DateMark node={node} />;
    case 'status':
      return (
        <span className={classes['status']} data-color={textAttribute(node, 'color')}>
          {textAttribute(node, 'text')}
        </span>
      );
    case 'heading':
      return createElement(headingOf(node), { className: classes['heading'] }, inner());
    case 'orderedList':
      return <ol start={Number(node.attrs?.['order'] ?? 1)}>{inner()}</ol>;
    case 'taskList':
      return <ul className={classes['tasks']}>{inner()}</ul>;
    case 'taskItem':
      return (
        <li>
          <input
            type="checkbox"
            checked={node.attrs?.['state'] === 'DONE'}
            readOnly
            disabled
            aria-label={plain(node)}
          />
          <span>{inner()}</span>
        </li>
      );
    case 'codeBlock':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled to by keyboard
        <pre tabIndex={0}>
          <code>{plain(node)}</code>
        </pre>
      );
    case 'panel':
      return (
        <div className={classes['panel']} data-kind={textAttribute(node, 'panelType')}>
          {inner()}
        </div>
      );
    case 'expand':
    case 'nestedExpand':
      return (
        <details className={classes['expand']}>
          <summary>{textAttribute(node, 'title') || '…'}</summary>
          {inner()}
        </details>
      );
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables are scrolled to by keyboard
        <div className={classes['table']} tabIndex={0}>
          <table>
            <tbody>{inner()}</tbody>
          </table>
        </div>
      );
    case 'tableHeader':
    case 'tableCell':
      return createElement(
        node.type === 'tableHeader' ? 'th' : 'td',
        { colSpan: spanOf(node, 'colspan'), rowSpan: spanOf(node, 'rowspan') },
        inner(),
      );
    case 'inlineCard':
      return <Link address={textAttribute(node, 'url')} />;
    case 'blockCard':
    case 'embedCard':
      return (
        <p>
          <Link address={textAttribute(node, 'url')} />
        </p>
      );
    case 'media':
    case 'mediaInline':
      return textAttribute(node, 'url') ? (
        <Link address={textAttribute(node, 'url')}>{textAttribute(node, 'alt') || undefined}</Link>
      ) : (
        textAttribute(node, 'alt')
      );
    default: {
      const element = elements[node.type];
      // a paragraph of a list needs no room of its own
      return element ? createElement(element, { 'data-in': parent.type }, inner()) : inner();
    }
  }
}

function marked(node: AdfNode): ReactNode {
  const marks = node.marks ?? [];
  const text = node.text ?? '';
  // whoever types an address means a link, unless it is code
  const isPlain = !marks.some(({ type }) => type === 'link' || type === 'code');
  return marks.reduceRight<ReactNode>(withMark, isPlain ? linked(text) : text);
}

function linked(text: string): ReactNode {
  const parts = linkParts(text);
  if (parts.length === 1 && !parts[0]?.href) return text;
  return parts.map((part, at) =>
    part.href ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no identity but their place
      <Link key={at} address={part.href}>
        {part.text}
      </Link>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no identity but their place
      <Fragment key={at}>{part.text}</Fragment>
    ),
  );
}

const markElements: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
};

function withMark(inner: ReactNode, mark: AdfMark): ReactNode {
  const element = markElements[mark.type];
  if (element) return createElement(element, null, inner);
  if (mark.type === 'subsup') {
    return createElement(textAttribute(mark, 'type') === 'sub' ? 'sub' : 'sup', null, inner);
  }
  if (mark.type === 'link') return <Link address={textAttribute(mark, 'href')}>{inner}</Link>;
  // colours are not kept: one that reads well on white may be unreadable on black
  return inner;
}

function Link({ address, children }: { address: string; children?: ReactNode }) {
  const shown = children ?? address;
  if (!isSafeAddress(address)) return shown;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow">
      {shown}
    </a>
  );
}

function DateMark({ node }: { node: AdfNode }) {
  const at = new Date(Number(textAttribute(node, 'timestamp')));
  if (Number.isNaN(at.getTime())) return null;
  // a day, the same in every time zone
  return (
    <time dateTime={at.toISOString().slice(0, 10)}>
      {new Intl.DateTimeFormat(globalThis.document?.documentElement.lang || 'en', {
        dateStyle: 'medium',
        timeZone: 'UTC',
      }).format(at)}
    </time>
  );
}

function headingOf(node: AdfNode): string {
  // the page has its own first and second headings
  return `h${Math.min(6, Math.max(1, Math.trunc(Number(node.attrs?.['level'])) || 1) + 2)}`;
}

function spanOf(node: AdfNode, name: string): number | undefined {
  const count = Number(node.attrs?.[name] ?? 1);
  return Number.isInteger(count) && count > 1 && count <= 1_000 ? count : undefined;
}

function plain(node: AdfNode): string {
  return (node.text ?? '') + (node.content ?? []).map(plain).join('');
}
