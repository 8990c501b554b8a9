import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface SaveButtonsProps {
  /** there is something to save */
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** gives back what was there before */
  readonly onDiscard: () => void;
}

/** The end of a form that changes what is there: save, and, once something was changed, discard. */
export function SaveButtons({ isDirty, isSaving, onDiscard }: SaveButtonsProps) {
  const { t } = useTranslation('admin');
  return (
    <Group gap="xs">
      <Button type="submit" loading={isSaving} disabled={!isDirty}>
        {t('form.save')}
      </Button>
      {isDirty ? (
        <Button variant="subtle" color="gray" onClick={onDiscard}>
          {t('form.discard')}
        </Button>
      ) : null}
    </Group>
  );
}
