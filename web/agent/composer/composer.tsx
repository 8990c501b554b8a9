import { Button, Group, Tabs, Text } from '@mantine/core';
import { IconLock, IconWorld } from '@tabler/icons-react';
import { type DragEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import type { EditorHandle } from '../../kit/rich-text/editor-props.ts';
import { preloadRichTextEditor } from '../../kit/rich-text/rich-text-editor.tsx';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import { CommentForm } from './comment-form.tsx';
import classes from './composer.module.css';
import { type CommentKind, isEmptyDraft, readDraft, sweepDrafts } from './drafts.ts';
import { type DraftInHand, useDraft } from './use-draft.ts';

interface ComposerProps {
  readonly requestKey: string;
  readonly serviceDeskId: string;
  readonly customerName: string;
  readonly organization: string | null;
  /** ids and authors of the public answers so far */
  readonly answers: readonly { readonly id: string; readonly accountId: string; readonly name: string }[];
}

/**
 * Where agents write. Closed, it offers two plainly named ways, so that who will read it is chosen anew for every
 * comment; each way has its own look, its own draft, and a button that says what it does. Text never moves from one
 * to the other.
 */
export function Composer({ requestKey, serviceDeskId, customerName, organization, answers }: ComposerProps) {
  const { t } = useTranslation('agent');
  const { accountId } = useAccount();
  const reply = useDraft({ accountId, requestKey, kind: 'reply' }, serviceDeskId);
  const note = useDraft({ accountId, requestKey, kind: 'note' }, serviceDeskId);
  // A kept draft is shown again, the note first: that is the one that does no harm.
  const [kind, setKind] = useState<CommentKind | null>(() =>
    !isEmptyDraft(readDraft(localStorage, { accountId, requestKey, kind: 'note' }))
      ? 'note'
      : !isEmptyDraft(readDraft(localStorage, { accountId, requestKey, kind: 'reply' }))
        ? 'reply'
        : null,
  );
  const fields = { reply: useRef<EditorHandle>(null), note: useRef<EditorHandle>(null) };
  const root = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const answeredMeanwhile = useAnsweredMeanwhile(kind !== null && !reply.isEmpty, answers, accountId);
  useEffect(() => {
    sweepDrafts(localStorage);
    const soon = setTimeout(preloadRichTextEditor, 1_500);
    return () => clearTimeout(soon);
  }, []);
  // an editor is made when it is wanted for the first time
  const opened = useRef(new Set<CommentKind>());
  if (kind !== null) opened.current.add(kind);

  function open(wanted: CommentKind) {
    setKind(wanted);
    focusSoon(fields[wanted], root);
  }
  function close() {
    setKind(null);
    focusSoon(opener, opener);
  }

  const group = t('shortcuts.request');
  const writing = t('shortcuts.composer');
  useShortcuts([
    { keys: 'r', group, label: t('shortcuts.reply'), run: () => open('reply') },
    { keys: 'e', group, label: t('shortcuts.reply'), run: () => open('reply') },
    { keys: 'n', group, label: t('shortcuts.note'), run: () => open('note') },
    { keys: 'Ctrl+Enter', group: writing, label: t('shortcuts.send') },
    { keys: '@', group: writing, label: t('composer.mention') },
    { keys: '/', group: writing, label: t('composer.canned') },
    { keys: 'Esc', group: writing, label: t('shortcuts.leave') },
  ]);

  function drop(event: DragEvent) {
    // the drop zone inside has taken what fell on it
    if (event.defaultPrevented || kind === null || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    (kind === 'reply' ? reply : note).uploads.add(event.dataTransfer.files);
  }

  const panels = [
    { kind: 'reply', draft: reply, icon: IconWorld },
    { kind: 'note', draft: note, icon: IconLock },
  ] as const;
  return (
    <section
      ref={root}
      className={classes['composer']}
      aria-label={t('composer.tabs')}
      onDragOver={(event) => {
        if (kind !== null && event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={drop}
    >
      {kind === null ? (
        <Group gap="xs">
          <Button
            ref={opener}
            leftSection={<IconWorld size={18} aria-hidden="true" />}
            onClick={() => open('reply')}
          >
            {t('composer.reply')}
            <DraftMark draft={reply} />
          </Button>
          <Button
            variant="default"
            leftSection={<IconLock size={18} aria-hidden="true" />}
            onClick={() => open('note')}
          >
            {t('composer.addNote')}
            <DraftMark draft={note} />
          </Button>
        </Group>
      ) : null}
      <Tabs
        value={kind ?? 'reply'}
        onChange={(value) => setKind(value === 'note' ? 'note' : 'reply')}
        hidden={kind === null}
        className={classes['tabs'] ?? ''}
        data-kind={kind}
        keepMounted
        keepMountedMode="display-none"
      >
        <Tabs.List aria-label={t('composer.tabs')}>
          {panels.map((panel) => (
            <Tabs.Tab
              key={panel.kind}
              value={panel.kind}
              leftSection={<panel.icon size={16} aria-hidden="true" />}
            >
              {t(panel.kind === 'reply' ? 'composer.reply' : 'composer.note')}
              {panel.kind === kind ? null : <DraftMark draft={panel.draft} />}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {panels.map((panel) => (
          <Tabs.Panel key={panel.kind} value={panel.kind} className={classes['panel'] ?? ''}>
            <Text size="sm" className={classes['audience'] ?? ''}>
              <panel.icon size={16} aria-hidden="true" />
              {panel.kind === 'note'
                ? t('composer.noteVisible')
                : organization
                  ? t('composer.replyVisibleOrganization', { name: customerName, organization })
                  : t('composer.replyVisible', { name: customerName })}
            </Text>
            {opened.current.has(panel.kind) ? (
              <CommentForm
                requestKey={requestKey}
                serviceDeskId={serviceDeskId}
                kind={panel.kind}
                customerName={customerName}
                draft={panel.draft}
                field={fields[panel.kind]}
                answeredMeanwhile={panel.kind === 'reply' ? answeredMeanwhile : null}
                onSent={close}
                onClose={close}
              />
            ) : null}
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}

function DraftMark({ draft }: { draft: DraftInHand }) {
  const { t } = useTranslation('agent');
  return draft.isEmpty ? null : <span className={classes['draftMark']}>{t('composer.hasDraft')}</span>;
}

/** Who else answered the customer since one began to write; null when nobody did. */
function useAnsweredMeanwhile(
  isWriting: boolean,
  answers: ComposerProps['answers'],
  accountId: string,
): string | null {
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!isWriting) setKnown(null);
    else setKnown((before) => before ?? new Set(answers.map((answer) => answer.id)));
  }, [isWriting, answers]);
  if (!known) return null;
  return answers.findLast((answer) => !known.has(answer.id) && answer.accountId !== accountId)?.name ?? null;
}

/** What can be given the focus. */
interface Focusable {
  focus(options?: FocusOptions): void;
}

/** After the next paint, when what was hidden is there; an editor that is still on its way gets it when it has come. */
function focusSoon(target: RefObject<Focusable | null>, seen: RefObject<HTMLElement | null>): void {
  const until = performance.now() + 5_000;
  const attempt = () => {
    if (target.current) {
      target.current.focus({ preventScroll: true });
      seen.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    } else if (performance.now() < until) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}
