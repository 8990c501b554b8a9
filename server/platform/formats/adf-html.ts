import { type AdfMark, type AdfNode, isSafeAddress, textAttribute } from './adf-node.ts';
import { dateText, mentionText } from './adf-text.ts';

/** Shows an ADF document as HTML: its own elements and attributes, everything else as text. */
export function htmlFromAdf(node: AdfNode): string {
  const inner = () => (node.content ?? []).map(htmlFromAdf).join('');
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduceRight(withMark, escapeHtml(node.text ?? '').replaceAll('\n', '<br/>'));
    case 'hardBreak':
      return '<br/>';
    case 'mention':
      return `<span class="user-hover" data-account-id="${escapeHtml(textAttribute(node, 'id'))}">${escapeHtml(mentionText(node))}</span>`;
    case 'emoji':
      return escapeHtml(textAttribute(node, 'text') || textAttribute(node, 'shortName'));
    case 'date':
      return `<time datetime="${dateText(node)}">${dateText(node)}</time>`;
    case 'status':
      return `<span class="status">${escapeHtml(textAttribute(node, 'text'))}</span>`;
    case 'inlineCard':
      return linkTo(textAttribute(node, 'url'));
    case 'blockCard':
    case 'embedCard':
      return `<p>${linkTo(textAttribute(node, 'url'))}</p>`;
    case 'media':
    case 'mediaInline': {
      const url = textAttribute(node, 'url');
      return url ? linkTo(url, textAttribute(node, 'alt')) : escapeHtml(textAttribute(node, 'alt'));
    }
    case 'heading': {
      const level = Math.min(6, Math.max(1, Math.trunc(Number(node.attrs?.['level'])) || 1));
      return `<h${level}>${inner()}</h${level}>`;
    }
    case 'codeBlock':
      return `<pre><code>${escapeHtml((node.content ?? []).map(({ text }) => text ?? '').join(''))}</code></pre>`;
    case 'rule':
      return '<hr/>';
    case 'orderedList': {
      const first = Math.trunc(Number(node.attrs?.['order'] ?? 1));
      return `<ol${first === 1 || Number.isNaN(first) ? '' : ` start="${first}"`}>${inner()}</ol>`;
    }
    case 'taskItem':
      return `<li>${textAttribute(node, 'state') === 'DONE' ? '☑' : '☐'} ${inner()}</li>`;
    case 'table':
      return `<table><tbody>${inner()}</tbody></table>`;
    case 'tableHeader':
    case 'tableCell': {
      const tag = node.type === 'tableHeader' ? 'th' : 'td';
      return `<${tag}${span(node, 'colspan')}${span(node, 'rowspan')}>${inner()}</${tag}>`;
    }
    case 'expand':
    case 'nestedExpand':
      return `<details open><summary>${escapeHtml(textAttribute(node, 'title'))}</summary>${inner()}</details>`;
    default: {
      const tag = tags[node.type];
      return tag ? `<${tag}>${inner()}</${tag}>` : inner();
    }
  }
}

const tags: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  taskList: 'ul',
  decisionList: 'ul',
  listItem: 'li',
  decisionItem: 'li',
  blockquote: 'blockquote',
  panel: 'div',
  tableRow: 'tr',
  mediaSingle: 'p',
  mediaGroup: 'p',
  caption: 'span',
};

const markTags: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
};

function withMark(html: string, mark: AdfMark): string {
  const tag = markTags[mark.type];
  if (tag) return `<${tag}>${html}</${tag}>`;
  if (mark.type === 'subsup') {
    const position = textAttribute(mark, 'type') === 'sub' ? 'sub' : 'sup';
    return `<${position}>${html}</${position}>`;
  }
  if (mark.type === 'link') {
    const href = textAttribute(mark, 'href');
    // what was stored before the rules were as they are is held to them too
    return isSafeAddress(href) ? `<a href="${escapeHtml(href)}" rel="nofollow noreferrer">${html}</a>` : html;
  }
  return html;
}

function linkTo(address: string, text = ''): string {
  const shown = escapeHtml(text || address);
  return isSafeAddress(address)
    ? `<a href="${escapeHtml(address)}" rel="nofollow noreferrer">${shown}</a>`
    : shown;
}

function span(node: AdfNode, name: string): string {
  const count = Number(node.attrs?.[name] ?? 1);
  return Number.isInteger(count) && count > 1 ? ` ${name}="${count}"` : '';
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
