import { ActionIcon, SegmentedControl, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldModule } from '../../kit/request-form/fields/field-module.ts';
import type { Uploads } from '../../kit/uploads/use-uploads.ts';
import { AssigneeControl } from './assignee-control.tsx';
import classes from './bulk.module.css';
import type { EditedField, Mode } from './edited-field.ts';

interface FieldRowProps {
  readonly edited: EditedField;
  readonly module: FieldModule;
  readonly error: string | undefined;
  /** one of the requests */
  readonly requestKey: string;
  readonly serviceDeskId: string;
  readonly total: number;
  readonly onChange: (changed: Partial<Pick<EditedField, 'mode' | 'state'>>) => void;
  /** absent: it is asked for, whatever one wants */
  readonly onRemove?: () => void;
}

/** A field that is being changed: its control, and for lists whether to replace, add or take out. */
export function FieldRow(props: FieldRowProps) {
  const { edited, module, error, requestKey, serviceDeskId, total, onChange, onRemove } = props;
  const { t } = useTranslation('agent');
  const { form, modes, count } = edited.field;
  const words: Record<Mode, string> = {
    set: t('bulk.edit.set'),
    add: t('bulk.edit.addTo'),
    remove: t('bulk.edit.takeOut'),
  };
  const isEmptied = onRemove && edited.mode === 'set' && !form.required && edited.state === '';
  return (
    <fieldset className={classes['field']} data-bulk-field={form.fieldId}>
      <legend className={classes['legend']}>{form.name}</legend>
      <div className={classes['control']}>
        {modes.length > 1 ? (
          <SegmentedControl
            size="xs"
            aria-label={t('bulk.edit.mode', { name: form.name })}
            value={edited.mode}
            onChange={(mode) => onChange({ mode: mode as Mode })}
            data={modes.map((mode) => ({ value: mode, label: words[mode] }))}
          />
        ) : null}
        {form.fieldId === 'assignee' ? (
          <AssigneeControl
            requestKey={requestKey}
            label={form.name}
            value={edited.state}
            onChange={(state) => onChange({ state })}
          />
        ) : (
          <module.Control
            field={form}
            state={edited.state}
            error={error}
            serviceDeskId={serviceDeskId}
            uploads={noUploads}
            takesFiles={false}
            onChange={(state) => onChange({ state })}
          />
        )}
        {isEmptied && form.fieldId !== 'assignee' ? (
          <Text size="xs" c="dimmed">
            {t('bulk.edit.empties')}
          </Text>
        ) : null}
        {count < total ? (
          <Text size="xs" c="dimmed">
            {t('bulk.edit.onlySome', { count, total })}
          </Text>
        ) : null}
      </div>
      {onRemove ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('bulk.edit.remove', { name: form.name })}
          title={t('bulk.edit.remove', { name: form.name })}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      ) : null}
    </fieldset>
  );
}

/** Many requests take no files. */
const noUploads: Uploads = {
  list: [],
  add: () => {},
  remove: () => {},
  retry: () => {},
  clear: () => {},
  forget: () => {},
  uploaded: [],
  isUploading: false,
};
