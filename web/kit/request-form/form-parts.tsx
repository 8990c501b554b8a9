import { useId } from 'react';
import { RichText } from '../components/rich-text.tsx';
import type { ControlProps, FormField } from './fields/field-module.ts';
import type { ModuleOf } from './fields/registry.ts';
import { type Part, partsOf, type States } from './filled-form.ts';
import classes from './form.module.css';
import { fieldAttribute } from './form-problems.tsx';

interface FormPartsProps extends Pick<ControlProps, 'serviceDeskId' | 'uploads' | 'takesFiles'> {
  /** those that are shown */
  readonly fields: readonly FormField[];
  readonly states: States;
  readonly errors: Readonly<Record<string, string>>;
  readonly moduleOf: ModuleOf;
  readonly onChange: (fieldId: string, state: string) => void;
}

/** The fields of the form, and its sections with theirs. */
export function FormParts({ fields, ...props }: FormPartsProps) {
  return partsOf(fields).map((part) =>
    part.section ? (
      <Section key={`section ${part.section.id}`} {...props} part={part} section={part.section} />
    ) : (
      part.fields.map((field) => <Asked key={field.fieldId} {...props} field={field} />)
    ),
  );
}

function Section({
  part,
  section,
  ...props
}: Omit<FormPartsProps, 'fields'> & { part: Part; section: NonNullable<Part['section']> }) {
  const id = useId();
  return (
    <fieldset className={classes['section']} aria-describedby={section.description ? id : undefined}>
      <legend>{section.title}</legend>
      {section.description && (
        <div id={id} className={classes['about']}>
          <RichText text={section.description} />
        </div>
      )}
      {part.fields.map((field) => (
        <Asked key={field.fieldId} {...props} field={field} />
      ))}
    </fieldset>
  );
}

function Asked({
  field,
  states,
  errors,
  moduleOf,
  onChange,
  ...props
}: Omit<FormPartsProps, 'fields'> & { field: FormField }) {
  const { Control } = moduleOf(field);
  const { fieldId } = field;
  return (
    <div {...{ [fieldAttribute]: fieldId }}>
      <Control
        {...props}
        field={field}
        state={states[fieldId] ?? ''}
        error={errors[fieldId]}
        onChange={(state) => onChange(fieldId, state)}
      />
    </div>
  );
}
