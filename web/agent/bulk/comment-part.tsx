import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/plain/button.tsx';

/** What is said in each of the requests. */
export interface CommentDraft {
  readonly body: string;
  readonly public: boolean;
}

interface CommentPartProps {
  /** null: nothing is said */
  readonly value: CommentDraft | null;
  readonly onChange: (value: CommentDraft | null) => void;
  /** in how many requests */
  readonly count: number;
  readonly error?: string | undefined;
  /** it is there from the beginning, and has the focus */
  readonly isWanted?: boolean;
}

/** A comment that goes with what is done; a button until one is wanted. */
export function CommentPart({ value, onChange, count, error, isWanted = false }: CommentPartProps) {
  const { t } = useTranslation('agent');
  if (!value) {
    return (
      <div>
        <Button size="sm" variant="subtle" onClick={() => onChange({ body: '', public: false })}>
          {t('bulk.comment.open')}
        </Button>
      </div>
    );
  }
  return (
    <Stack gap="xs">
      <Textarea
        label={t('bulk.comment.label')}
        labelProps={{ fz: 'sm' }}
        autosize
        minRows={3}
        maxRows={12}
        value={value.body}
        error={error}
        onChange={(event) => onChange({ ...value, body: event.currentTarget.value })}
        {...(isWanted ? { 'data-autofocus': true } : { autoFocus: true })}
      />
      <SegmentedControl
        aria-label={t('bulk.comment.who')}
        size="xs"
        value={value.public ? 'public' : 'internal'}
        onChange={(who) => onChange({ ...value, public: who === 'public' })}
        data={[
          { value: 'internal', label: t('bulk.comment.internal') },
          { value: 'public', label: t('bulk.comment.public') },
        ]}
      />
      {value.public ? (
        <Text size="sm" c="dimmed" role="status">
          {t('bulk.comment.warning', { count })}
        </Text>
      ) : null}
    </Stack>
  );
}
