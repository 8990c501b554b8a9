import { Anchor, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCheck, IconGripVertical, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { useDragSource } from '../../kit/sorting/use-sortable.ts';
import classes from './builder.module.css';
import { formKind } from './form-kind.ts';
import type { AskableField } from './request-type-queries.ts';
import { useTypeName } from './use-type-name.ts';

const prefix = 'new:';

/** The key of the field that comes from beside the form; null: what is dragged is on the form already. */
export function keyOfDragged(draggedId: string): string | null {
  return draggedId.startsWith(prefix) ? draggedId.slice(prefix.length) : null;
}

interface FieldPaletteProps {
  readonly fields: readonly AskableField[];
  readonly onForm: ReadonlySet<string>;
  readonly onAdd: (key: string) => void;
}

/** The fields that a form can ask for, to be dragged into it or chosen. */
export function FieldPalette({ fields, onForm, onAdd }: FieldPaletteProps) {
  const { t } = useTranslation('admin');
  const { isAdministrator } = useAccount();
  const [text, setText] = useState('');
  const typeName = useTypeName();
  const wanted = text.trim().toLowerCase();
  const found = fields.filter(
    ({ name, type }) => name.toLowerCase().includes(wanted) || typeName(type).toLowerCase().includes(wanted),
  );
  // what can still be added comes first
  const sorted = [
    ...found.filter(({ key }) => !onForm.has(key)),
    ...found.filter(({ key }) => onForm.has(key)),
  ];
  const hasCustom = fields.some(({ key }) => key.startsWith('customfield_'));
  return (
    <Paper component="section" aria-labelledby="builder-fields" p="md" className={classes['palette'] ?? ''}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4" id="builder-fields">
            {t('requestTypes.builder.fields')}
          </Title>
          <Text size="xs" c="dimmed">
            {t('requestTypes.builder.fieldsHelp')}
          </Text>
        </div>
        <TextInput
          type="search"
          size="sm"
          aria-label={t('requestTypes.builder.search')}
          placeholder={t('requestTypes.builder.search')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // not the whole form
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
        {found.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('requestTypes.builder.noField', { text })}
          </Text>
        ) : (
          <ul className={classes['fields']}>
            {sorted.map((field) => (
              <PaletteField
                key={field.key}
                field={field}
                typeName={typeName(field.type)}
                isOnForm={onForm.has(field.key)}
                onAdd={() => onAdd(field.key)}
              />
            ))}
          </ul>
        )}
        {hasCustom ? null : (
          <Text size="xs" c="dimmed">
            {t('requestTypes.builder.noCustom')}
          </Text>
        )}
        {isAdministrator ? (
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/fields" />}>
            {t('requestTypes.builder.makeField')}
          </Anchor>
        ) : null}
      </Stack>
    </Paper>
  );
}

interface PaletteFieldProps {
  readonly field: AskableField;
  readonly typeName: string;
  readonly isOnForm: boolean;
  readonly onAdd: () => void;
}

function PaletteField({ field, typeName, isOnForm, onAdd }: PaletteFieldProps) {
  const { t } = useTranslation('admin');
  const { item, isDragged } = useDragSource<HTMLLIElement>({
    kind: formKind,
    id: `${prefix}${field.key}`,
    isOff: isOnForm,
  });
  const words = (
    <>
      {isOnForm ? (
        <IconCheck size={16} aria-hidden="true" />
      ) : (
        <IconGripVertical size={16} aria-hidden="true" />
      )}
      <span className={classes['fieldName']}>
        {field.name}
        <span className={classes['fieldType']}>
          {isOnForm ? `${typeName} · ${t('requestTypes.builder.onForm')}` : typeName}
        </span>
      </span>
    </>
  );
  return (
    <li ref={item} data-dragged={isDragged || undefined}>
      {isOnForm ? (
        <div className={classes['used']}>{words}</div>
      ) : (
        <button
          type="button"
          className={classes['add']}
          aria-label={t('requestTypes.builder.add', { name: field.name })}
          onClick={onAdd}
        >
          {words}
        </button>
      )}
    </li>
  );
}
