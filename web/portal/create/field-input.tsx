import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Select, TextArea, TextInput } from '../../kit/plain/field.tsx';
import { addPastedFiles } from '../../kit/uploads/paste.ts';
import type { Uploads } from '../../kit/uploads/use-uploads.ts';
import { FilesLater } from '../shell/files-later.tsx';
import { type FormField, fieldKind } from './form-fields.ts';
import { fieldAttribute } from './form-problems.tsx';

interface FieldInputProps {
  readonly field: FormField;
  readonly value: string;
  readonly error: string | undefined;
  readonly uploads: Uploads;
  /** the form has a place for files, so that a pasted picture can become one */
  readonly takesFiles: boolean;
  readonly onChange: (value: string) => void;
}

/** One field of the form, asked in the way of what it holds. */
export function FieldInput(props: FieldInputProps) {
  return (
    <div {...{ [fieldAttribute]: props.field.fieldId }}>
      <Input {...props} />
    </div>
  );
}

function Input({ field, value, error, uploads, takesFiles, onChange }: FieldInputProps) {
  const { t } = useTranslation('portal');
  const kind = fieldKind(field);
  const around = {
    label: field.name,
    description: field.description || undefined,
    error,
    isRequired: field.required,
  };
  switch (kind) {
    case 'files':
      return <FilesLater {...around} uploads={uploads} />;
    case 'paragraph':
      return (
        <TextArea
          {...around}
          rows={6}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onPaste={(event) => takesFiles && addPastedFiles(event, uploads)}
        />
      );
    case 'select':
      return (
        <Select
          {...around}
          placeholder={t('create.choose')}
          options={field.validValues}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return (
        <TextInput
          {...around}
          type={kind === 'date' ? 'date' : 'text'}
          {...(kind === 'number' && { inputMode: 'decimal' as const })}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
