import { ActionIcon, Menu, NativeSelect, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconAt,
  IconBlockquote,
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconMessage2Code,
  IconSourceCode,
  IconStrikethrough,
  IconTable,
} from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './rich-text-editor.module.css';

interface ToolbarProps {
  readonly editor: Editor;
  readonly onLink: () => void;
  readonly onMention: (() => void) | undefined;
  readonly onSnippet: (() => void) | undefined;
}

const levels = [1, 2, 3] as const;
const marks = [
  ['bold', IconBold, 'B'],
  ['italic', IconItalic, 'I'],
  ['strike', IconStrikethrough, 'Shift+S'],
  ['code', IconCode, 'E'],
] as const;

/** Everything that can be done with the text, one stop of the Tab key: arrows move in it. */
export function Toolbar({ editor, onLink, onMention, onSnippet }: ToolbarProps) {
  const { t } = useTranslation('rich-text');
  const bar = useRef<HTMLDivElement>(null);
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      strike: now.isActive('strike'),
      code: now.isActive('code'),
      link: now.isActive('link'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      taskList: now.isActive('taskList'),
      blockquote: now.isActive('blockquote'),
      codeBlock: now.isActive('codeBlock'),
      table: now.isActive('table'),
      level: now.isActive('heading') ? Number(now.getAttributes('heading')['level']) : 0,
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  });
  const run = () => editor.chain().focus();

  function stops(): HTMLElement[] {
    return [...(bar.current?.querySelectorAll<HTMLElement>('button:not(:disabled), select') ?? [])];
  }
  // what had the focus last is where the Tab key comes in again
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const all = stops();
    const entrance = last.current && all.includes(last.current) ? last.current : all[0];
    for (const stop of all) stop.tabIndex = stop === entrance ? 0 : -1;
  });
  function noteFocus(event: FocusEvent) {
    const all = stops();
    if (!all.includes(event.target as HTMLElement)) return;
    last.current = event.target as HTMLElement;
    for (const stop of all) stop.tabIndex = stop === last.current ? 0 : -1;
  }
  function move(event: KeyboardEvent) {
    if (!/^(?:Arrow(?:Left|Right)|Home|End)$/.test(event.key)) return;
    if (event.target instanceof HTMLSelectElement && !event.key.startsWith('Arrow')) return;
    const all = stops();
    const at = all.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? -1 : at + (event.key === 'ArrowRight' ? 1 : -1);
    all.at(next % all.length)?.focus();
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('toolbar')}
      className={classes['toolbar']}
      onKeyDown={move}
      onFocus={noteFocus}
    >
      <NativeSelect
        size="xs"
        variant="unstyled"
        className={classes['style'] ?? ''}
        aria-label={t('style')}
        value={String(state.level)}
        onChange={(event) => {
          const level = Number(event.currentTarget.value);
          if (level === 0) run().setParagraph().run();
          else
            run()
              .setHeading({ level: level as 1 })
              .run();
        }}
        data={[
          { value: '0', label: t('paragraph') },
          ...[...levels, ...(state.level > 3 ? [state.level] : [])].map((level) => ({
            value: String(level),
            label: t('heading', { level }),
          })),
        ]}
      />
      <span className={classes['group']}>
        {marks.map(([name, Icon, key]) => (
          <Tool
            key={name}
            label={t(name)}
            shortcut={`Ctrl+${key}`}
            isOn={state[name]}
            onClick={() => run().toggleMark(name).run()}
          >
            <Icon size={16} aria-hidden="true" />
          </Tool>
        ))}
        <Tool label={t('link')} shortcut="Ctrl+K" isOn={state.link} onClick={onLink}>
          <IconLink size={16} aria-hidden="true" />
        </Tool>
      </span>
      <span className={classes['group']}>
        <Tool
          label={t('bulletList')}
          shortcut="Ctrl+Shift+8"
          isOn={state.bulletList}
          onClick={() => run().toggleBulletList().run()}
        >
          <IconList size={16} aria-hidden="true" />
        </Tool>
        <Tool
          label={t('orderedList')}
          shortcut="Ctrl+Shift+7"
          isOn={state.orderedList}
          onClick={() => run().toggleOrderedList().run()}
        >
          <IconListNumbers size={16} aria-hidden="true" />
        </Tool>
        <Tool
          label={t('taskList')}
          shortcut="Ctrl+Shift+9"
          isOn={state.taskList}
          onClick={() => run().toggleTaskList().run()}
        >
          <IconListCheck size={16} aria-hidden="true" />
        </Tool>
      </span>
      <span className={classes['group']}>
        <Tool
          label={t('quote')}
          shortcut="Ctrl+Shift+B"
          isOn={state.blockquote}
          onClick={() => run().toggleBlockquote().run()}
        >
          <IconBlockquote size={16} aria-hidden="true" />
        </Tool>
        <Tool
          label={t('codeBlock')}
          shortcut="Ctrl+Alt+C"
          isOn={state.codeBlock}
          onClick={() => run().toggleCodeBlock().run()}
        >
          <IconSourceCode size={16} aria-hidden="true" />
        </Tool>
        <TableTools editor={editor} isIn={state.table} />
      </span>
      {onMention || onSnippet ? (
        <span className={classes['group']}>
          {onMention ? (
            <Tool label={t('mention')} shortcut="@" onClick={onMention}>
              <IconAt size={16} aria-hidden="true" />
            </Tool>
          ) : null}
          {onSnippet ? (
            <Tool label={t('snippet')} shortcut="/" onClick={onSnippet}>
              <IconMessage2Code size={16} aria-hidden="true" />
            </Tool>
          ) : null}
        </span>
      ) : null}
      <span className={classes['group']}>
        <Tool label={t('undo')} shortcut="Ctrl+Z" isOff={!state.canUndo} onClick={() => run().undo().run()}>
          <IconArrowBackUp size={16} aria-hidden="true" />
        </Tool>
        <Tool label={t('redo')} shortcut="Ctrl+Y" isOff={!state.canRedo} onClick={() => run().redo().run()}>
          <IconArrowForwardUp size={16} aria-hidden="true" />
        </Tool>
      </span>
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly shortcut: string;
  readonly isOn?: boolean;
  readonly isOff?: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function Tool({ label, shortcut, isOn, isOff = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={`${label} (${shortcut})`} openDelay={500}>
      <ActionIcon
        size={28}
        variant={isOn ? 'light' : 'subtle'}
        {...(isOn ? {} : { color: 'gray' })}
        aria-label={label}
        aria-pressed={isOn}
        disabled={isOff}
        // the selection in the text stays
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function TableTools({ editor, isIn }: { editor: Editor; isIn: boolean }) {
  const { t } = useTranslation('rich-text');
  const run = () => editor.chain().focus();
  if (!isIn) {
    return (
      <Tool
        label={t('insertTable')}
        shortcut="3 × 3"
        onClick={() => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
      >
        <IconTable size={16} aria-hidden="true" />
      </Tool>
    );
  }
  const acts = [
    ['addRow', () => run().addRowAfter().run()],
    ['addColumn', () => run().addColumnAfter().run()],
    ['removeRow', () => run().deleteRow().run()],
    ['removeColumn', () => run().deleteColumn().run()],
    ['removeTable', () => run().deleteTable().run()],
  ] as const;
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <ActionIcon size={28} variant="light" aria-label={t('table')}>
          <IconTable size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(([name, act]) => (
          <Menu.Item key={name} onClick={act}>
            {t(name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
