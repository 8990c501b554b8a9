import { Button, Group, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSafeAddress } from './adf.ts';
import classes from './rich-text-editor.module.css';

/** Whether the bar for links is open. */
export function useLinkBar() {
  const [isOpen, setIsOpen] = useState(false);
  return { isOpen, open: () => setIsOpen(true), close: () => setIsOpen(false) };
}

/** Makes what is selected a link, or changes the one at the cursor. Without a selection, the address becomes the text. */
export function LinkBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation('rich-text');
  const current = String(editor.getAttributes('link')['href'] ?? '');
  const [address, setAddress] = useState(current);
  const [isWrong, setIsWrong] = useState(false);

  function leave() {
    onClose();
    editor.commands.focus();
  }
  function apply() {
    const href = completed(address);
    if (!isSafeAddress(href)) {
      setIsWrong(true);
      return;
    }
    const chain = editor.chain().focus();
    if (current !== '') chain.extendMarkRange('link').setLink({ href });
    else if (editor.state.selection.empty) {
      chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] });
    } else chain.setLink({ href });
    // whoever types on writes behind the link, not over it and not in it
    chain
      .command(({ tr, commands }) => commands.setTextSelection(tr.selection.to))
      .command(({ tr, state }) => {
        const link = state.schema.marks['link'];
        if (link) tr.removeStoredMark(link);
        return true;
      })
      .run();
    onClose();
  }

  return (
    <div className={classes['linkBar']}>
      <Group gap="xs" align="flex-start">
        <TextInput
          size="xs"
          className={classes['linkInput'] ?? ''}
          aria-label={t('linkAddress')}
          placeholder={t('linkPlaceholder')}
          data-autofocus
          autoFocus
          value={address}
          error={isWrong ? t('linkInvalid') : null}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            setIsWrong(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              apply();
            } else if (event.key === 'Escape') {
              event.stopPropagation();
              leave();
            }
          }}
        />
        <Button size="xs" onClick={apply}>
          {t('linkApply')}
        </Button>
        {current === '' ? null : (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              editor.chain().focus().extendMarkRange('link').unsetLink().run();
              onClose();
            }}
          >
            {t('linkRemove')}
          </Button>
        )}
      </Group>
    </div>
  );
}

/** The address that somebody means who types `example.com` or `a@b.example`. */
function completed(typed: string): string {
  const address = typed.trim();
  if (/^[a-z][a-z\d+.-]*:/i.test(address) && !/^[^/@]*:\d+(?:\/|$)/.test(address)) return address;
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(address)) return `mailto:${address}`;
  return /^[^\s/]+\.[^\s/]+/.test(address) || /^localhost/.test(address) ? `https://${address}` : address;
}
