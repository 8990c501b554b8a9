import { TextArea } from '../../plain/field.tsx';
import { addPastedFiles } from '../../uploads/paste.ts';
import { around, type ControlProps, type FieldModule } from './field-module.ts';
import { line } from './line.ts';

/** Text of several lines. */
export const paragraphField: FieldModule = {
  ...line,
  terms: (state) => (state.trim() === '' ? [] : [state.trim().replaceAll(/\s*\n\s*/g, ' ')]),
  Control,
};

function Control({ field, state, error, uploads, takesFiles, onChange }: ControlProps) {
  return (
    <TextArea
      {...around({ field, error })}
      rows={6}
      value={state}
      onChange={(event) => onChange(event.currentTarget.value)}
      onPaste={(event) => takesFiles && addPastedFiles(event, uploads)}
    />
  );
}
