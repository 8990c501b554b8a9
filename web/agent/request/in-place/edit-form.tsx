import { Button, Kbd } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './in-place.module.css';
import { MeanwhileChanged } from './meanwhile-changed.tsx';
import type { FieldEdit } from './use-field-edit.ts';

interface EditFormProps {
  readonly requestKey: string;
  readonly fieldId: string;
  readonly label: string;
  readonly edit: FieldEdit;
  /** what is typed differs from what was there */
  readonly isDirty: boolean;
  /** Enter does something else in the control, so that only Ctrl+Enter saves */
  readonly takesEnter?: boolean;
  /** Saves, or says what is wrong. `isAnyway`: over what somebody else has made of it meanwhile. */
  readonly onSave: (isAnyway: boolean) => void;
  readonly onClose: () => void;
  /** closes without asking, where `onClose` may ask; absent: `onClose` */
  readonly onDiscard?: () => void;
  readonly children: ReactNode;
}

/**
 * Around the control of one field: saves with Enter, leaves with Escape, and says what is in the way. Left with the focus it
 * closes when nothing was typed, and stays with what was.
 */
export function EditForm(props: EditFormProps) {
  const {
    requestKey,
    fieldId,
    label,
    edit,
    isDirty,
    takesEnter = false,
    onSave,
    onClose,
    onDiscard = onClose,
    children,
  } = props;
  const { t } = useTranslation('agent');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const control =
      form.current?.querySelector<HTMLElement>('input[type=radio]:checked') ??
      form.current?.querySelector<HTMLElement>(
        '[contenteditable=true], input:not([type=hidden]), select, textarea',
      );
    control?.focus();
    if (control instanceof HTMLInputElement && control.type === 'text') control.select();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  function save(isAnyway = false) {
    if (!edit.isSaving) onSave(isAnyway);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
      // browsers send no form from here
      event.preventDefault();
      save();
    }
  }
  function onKeyDownFirst(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    save();
  }
  return (
    <form
      ref={form}
      noValidate
      className={classes['form']}
      aria-label={t('edit.field', { field: label })}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={onKeyDown}
      onKeyDownCapture={onKeyDownFirst}
      onBlur={(event) => {
        const to = event.relatedTarget;
        // no element: the window lost the focus, or something that takes none was clicked
        if (isDirty || edit.isSaving || !(to instanceof Element) || event.currentTarget.contains(to)) return;
        if (!to.closest('[role="dialog"], [role="listbox"], [data-portal]')) onClose();
      }}
    >
      {children}
      {edit.problem ? (
        <p role="alert" className={classes['problem']}>
          {edit.problem}
        </p>
      ) : null}
      {isDirty && edit.changedMeanwhile ? (
        <MeanwhileChanged
          requestKey={requestKey}
          fieldId={fieldId}
          messages={edit.changedMeanwhile}
          onAnyway={() => save(true)}
          onTakeTheirs={onDiscard}
        />
      ) : (
        <div className={classes['actions']}>
          <Button type="submit" size="compact-sm" loading={edit.isSaving}>
            {t('edit.save')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onClose}>
            {t('edit.cancel')}
          </Button>
          <span className={classes['keys']} aria-hidden="true">
            {takesEnter ? (
              <>
                <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>
              </>
            ) : (
              <Kbd size="xs">Enter</Kbd>
            )}
          </span>
        </div>
      )}
    </form>
  );
}
