import { FilesLater } from '../../uploads/files-later.tsx';
import { around, type ControlProps, type FieldModule } from './field-module.ts';

/** Files: they are uploaded while the form is filled in, and kept with the uploads. */
export const attachmentField: FieldModule = {
  initial: () => '',
  isEmpty: (_state, { fileIds }) => fileIds.length === 0,
  sent: (_state, _field, { fileIds }) => fileIds,
  terms: (_state, { fileIds }) => fileIds,
  Control,
};

function Control({ field, error, uploads }: ControlProps) {
  return <FilesLater {...around({ field, error })} uploads={uploads} />;
}
