import type { ReactNode } from 'react';
import type { FormField } from '../../kit/request-form/fields/field-module.ts';
import { FieldEditor } from './in-place/field-editor.tsx';
import { InPlace } from './in-place/in-place.tsx';
import { RichTextEdit } from './in-place/rich-text-edit.tsx';
import classes from './request-details.module.css';
import type { Issue } from './request-queries.ts';

/** A name and what it is, in one row of the details. */
export function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes['item']}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface EditableDetailProps {
  readonly issue: Issue;
  /** null: it is not to be edited */
  readonly field: FormField | null;
  readonly label: string;
  /** the value, to be read */
  readonly children: ReactNode;
}

/** The same, to be edited where it stands. */
export function EditableDetail({ issue, field, label, children }: EditableDetailProps) {
  return (
    <Detail label={label}>
      {field ? (
        <InPlace
          id={field.fieldId}
          label={label}
          editor={(close) =>
            field._portico.type === 'paragraph' ? (
              <RichTextEdit
                issue={issue}
                fieldId={field.fieldId}
                label={label}
                isRequired={field.required}
                showsLabel
                onClose={close}
              />
            ) : (
              <FieldEditor issue={issue} field={{ ...field, name: label }} onClose={close} />
            )
          }
        >
          {children}
        </InPlace>
      ) : (
        children
      )}
    </Detail>
  );
}

/** Where there is no value. */
export function Nothing({ children }: { children: ReactNode }) {
  return <span className={classes['nothing']}>{children}</span>;
}
