import { ActionIcon, Badge, Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../kit/plain/note.tsx';
import { SortableItem } from '../../kit/sorting/sortable-item.tsx';
import { canBePreset } from '../fields/field-types.ts';
import { ValueControl } from '../fields/value-control.tsx';
import classes from './builder.module.css';
import type { Building } from './form-builder.tsx';
import { changeField, type FieldEntry, placeBeside, summaryKey } from './form-entries.ts';
import { formKind } from './form-kind.ts';
import type { AskableField } from './request-type-queries.ts';
import { RulesEditor } from './rules-editor.tsx';
import { useMoves } from './use-moves.ts';
import { useTypeName } from './use-type-name.ts';

interface FieldCardProps {
  readonly field: FieldEntry;
  /** the section that it is in; null: none */
  readonly section: string | null;
  readonly building: Building;
}

/** A field on a form: what it is, and, when opened, how the form asks for it. */
export function FieldCard({ field, section, building }: FieldCardProps) {
  const { t } = useTranslation('admin');
  const typeName = useTypeName();
  const { key } = field;
  const moves = useMoves(building, key);
  const known = building.known.get(key);
  const name = building.nameOf(key);
  const errors = building.errors[key] ?? {};
  const isWrong = Object.keys(errors).length > 0;
  const isOpen = building.openId === key || isWrong;
  const isSummary = key === summaryKey;
  const panelId = `field-${key}`;
  return (
    <SortableItem
      kind={formKind}
      id={key}
      className={classes['card']}
      data-wrong={isWrong || undefined}
      handleLabel={t('requestTypes.builder.move', { name })}
      moves={moves}
      takes={(dragged) => building.takes(dragged, section)}
      onDropped={(dragged, side) => building.put(dragged, placeBeside(building.form, key, side, dragged))}
    >
      {(handle) => (
        <>
          <div className={classes['head']}>
            {handle}
            <div className={classes['name']}>
              <span className={classes['label']}>{name}</span>
              <span className={classes['fieldType']}>
                {known && known.name !== name ? `${known.name} · ${typeName(known.type)}` : null}
                {known && known.name === name ? typeName(known.type) : null}
              </span>
              <div className={classes['marks']}>
                {known ? null : <Badge color="red">{t('requestTypes.builder.archivedField')}</Badge>}
                {field.isHidden ? <Badge color="gray">{t('requestTypes.builder.hidden')}</Badge> : null}
                {!field.isHidden && (field.isRequired || isSummary) ? (
                  <Badge color="blue">{t('requestTypes.builder.required')}</Badge>
                ) : null}
                {field.showWhen ? <Badge color="yellow">{t('requestTypes.builder.sometimes')}</Badge> : null}
              </div>
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-expanded={isOpen}
              aria-controls={isOpen ? panelId : undefined}
              aria-label={t('requestTypes.builder.open', { name })}
              title={t('requestTypes.builder.open', { name })}
              onClick={() => building.open(isOpen ? null : key)}
            >
              <IconChevronDown size={18} aria-hidden="true" className={classes['chevron']} />
            </ActionIcon>
            {isSummary ? null : (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('requestTypes.builder.remove', { name })}
                title={t('requestTypes.builder.remove', { name })}
                onClick={() => building.remove(key)}
              >
                <IconX size={18} aria-hidden="true" />
              </ActionIcon>
            )}
          </div>
          {known ? null : (
            <Note tone="error" className={classes['problem'] ?? ''}>
              {t('requestTypes.builder.archivedHelp')}
            </Note>
          )}
          {building.problemsOf(key).map((problem) => (
            <Note key={problem} tone="error" className={classes['problem'] ?? ''}>
              {problem}
            </Note>
          ))}
          {isOpen ? (
            <div id={panelId} className={classes['settings']}>
              <FieldSettings field={field} known={known} building={building} errors={errors} />
            </div>
          ) : null}
        </>
      )}
    </SortableItem>
  );
}

interface FieldSettingsProps {
  readonly field: FieldEntry;
  readonly known: AskableField | undefined;
  readonly building: Building;
  readonly errors: Readonly<Record<string, string>>;
}

function FieldSettings({ field, known, building, errors }: FieldSettingsProps) {
  const { t } = useTranslation('admin');
  const { key, isHidden } = field;
  const set = (change: Partial<FieldEntry>) => building.change(changeField(building.form, key, change));
  const isSummary = key === summaryKey;
  return (
    <Stack gap="sm">
      {errors['key'] ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {errors['key']}
        </Text>
      ) : null}
      <TextInput
        size="sm"
        label={t('requestTypes.builder.label')}
        description={t('requestTypes.builder.labelHelp', { name: known?.name ?? building.nameOf(key) })}
        maxLength={255}
        value={field.label}
        error={errors['label']}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      {isHidden ? null : (
        <Textarea
          size="sm"
          label={t('requestTypes.builder.helpText')}
          description={t('requestTypes.builder.helpTextHelp')}
          autosize
          minRows={1}
          maxLength={2000}
          value={field.helpText}
          error={errors['helpText']}
          onChange={(event) => set({ helpText: event.currentTarget.value })}
        />
      )}
      {isSummary ? (
        <Text size="sm" c="dimmed">
          {t('requestTypes.builder.summaryHelp')}
        </Text>
      ) : (
        <>
          {isHidden ? null : (
            <Checkbox
              label={t('requestTypes.builder.isRequired')}
              checked={field.isRequired}
              onChange={(event) => set({ isRequired: event.currentTarget.checked })}
            />
          )}
          {known?.type === 'attachment' ? null : (
            <Checkbox
              label={t('requestTypes.builder.isHidden')}
              checked={isHidden}
              error={errors['isHidden']}
              onChange={(event) =>
                set(
                  event.currentTarget.checked
                    ? { isHidden: true, showWhen: null }
                    : { isHidden: false, preset: null },
                )
              }
            />
          )}
          {isHidden && known ? (
            canBePreset(known.type) ? (
              <ValueControl
                type={known.type}
                size="sm"
                settings={known.settings}
                options={known.options}
                label={t('requestTypes.builder.preset')}
                description={t('requestTypes.builder.presetHelp')}
                error={errors['preset']}
                value={field.preset}
                onChange={(preset) => set({ preset })}
              />
            ) : (
              <Text size="sm" c="dimmed">
                {t('requestTypes.builder.noPreset')}
              </Text>
            )
          ) : null}
          {isHidden ? null : (
            <RulesEditor
              id={key}
              when={field.showWhen}
              building={building}
              errors={errors}
              onChange={(showWhen) => set({ showWhen })}
            />
          )}
        </>
      )}
    </Stack>
  );
}
