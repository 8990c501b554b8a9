import { type ReactNode, useId } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../plain/field.module.css';
import { VisuallyHidden } from '../../plain/visually-hidden.tsx';
import classes from './fields.module.css';

interface FieldGroupProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly isRequired: boolean;
  readonly children: ReactNode;
}

/** Label, explanation and error around several controls that are one field. */
export function FieldGroup({ label, description, error, isRequired, children }: FieldGroupProps) {
  const { t } = useTranslation('kit');
  const id = useId();
  const describedBy = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={classes['group']} aria-describedby={describedBy || undefined}>
      <legend className={kit['label']}>
        {label}
        {isRequired && (
          <>
            <span className={kit['star']} aria-hidden="true">
              {' '}
              *
            </span>
            <VisuallyHidden> ({t('form.required')})</VisuallyHidden>
          </>
        )}
      </legend>
      {description && (
        <div id={`${id}-description`} className={kit['description']}>
          {description}
        </div>
      )}
      {children}
      {error && (
        <div id={`${id}-error`} className={kit['error']}>
          {error}
        </div>
      )}
    </fieldset>
  );
}
