import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../kit/mantine/dialog.tsx';
import { useEditorList, useEditors } from './editors.tsx';
import classes from './in-place.module.css';

/** All that can be edited on the page, found by its name: two keys and a word lead to any field. */
export function ChooseField({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('agent');
  const editors = useEditors();
  const [text, setText] = useState('');
  const chosen = useRef<string | null>(null);
  const combobox = useCombobox({ opened: true });
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = useEditorList().filter(({ label }) =>
    words.every((word) => label.toLocaleLowerCase().includes(word)),
  );

  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options change with what is typed, and with what comes
  useEffect(() => {
    // once they are drawn: the dialog comes a moment later than this
    const frame = requestAnimationFrame(() => selectFirstOption());
    return () => cancelAnimationFrame(frame);
  }, [text, found.length]);
  // when the dialog has given the focus back, so that the editor keeps it
  const { begin } = editors;
  const later = useRef(begin);
  later.current = begin;
  useEffect(
    () => () => {
      const id = chosen.current;
      if (id !== null) setTimeout(() => later.current(id), 50);
    },
    [],
  );
  return (
    <Dialog title={t('edit.choose')} onClose={onClose} size="sm">
      <Combobox
        store={combobox}
        onOptionSubmit={(id) => {
          chosen.current = id;
          onClose();
        }}
      >
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            size="sm"
            aria-label={t('edit.chooseHint')}
            placeholder={t('edit.chooseHint')}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              // the list is always open: Escape closes all of it
              if (event.key === 'Escape') onClose();
            }}
          />
        </Combobox.EventsTarget>
        <Combobox.Options mt="xs" mah={320} className={classes['fields'] ?? ''} aria-label={t('edit.choose')}>
          {found.map(({ id, label }) => (
            <Combobox.Option key={id} value={id}>
              {label}
            </Combobox.Option>
          ))}
          {found.length === 0 ? <Combobox.Empty>{t('edit.noField', { text })}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox>
    </Dialog>
  );
}
