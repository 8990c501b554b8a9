import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormProblem } from './form-problem.tsx';
import { SaveButtons } from './save-buttons.tsx';
import { StaleAlert } from './stale-alert.tsx';

interface FormEndProps {
  /** what is said when somebody else saved first; text null: nobody has */
  readonly stale: {
    readonly text: string | null;
    readonly title: string;
    readonly advice: string;
    readonly action: string;
    readonly onTake: () => Promise<void>;
  };
  readonly saving: { readonly problem: string | null; readonly isSaving: boolean };
  readonly isDirty: boolean;
  /** gives back what was there before */
  readonly onDiscard: () => void;
  /** further buttons */
  readonly children?: ReactNode;
}

/** The end of a form that several people may change: who was first, why it was not saved, and the buttons. */
export function FormEnd({ stale, saving, isDirty, onDiscard, children }: FormEndProps) {
  const { text, ...words } = stale;
  return (
    <>
      {text === null ? null : <StaleAlert text={text} {...words} />}
      <FormProblem problem={saving.problem} />
      <Group gap="xs">
        <SaveButtons isDirty={isDirty} isSaving={saving.isSaving} onDiscard={onDiscard} />
        {children}
      </Group>
    </>
  );
}
