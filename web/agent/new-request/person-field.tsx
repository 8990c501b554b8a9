import { useTranslation } from 'react-i18next';
import type { FormField } from '../../kit/request-form/fields/field-module.ts';
import { NamePicker } from '../../kit/request-form/fields/name-picker.tsx';
import { findPeople } from './new-request-queries.ts';

interface PersonFieldProps {
  readonly serviceDeskId: string;
  /** as pickers of names keep it */
  readonly state: string;
  readonly onChange: (state: string) => void;
  readonly error?: string | undefined;
}

/** For whom the request is: one of those who may use the desk. */
export function CustomerField(props: PersonFieldProps) {
  const { t } = useTranslation('agent');
  const field = fieldOf('customer', t('newRequest.customer'), t('newRequest.customerHelp'), true);
  return <Picker {...props} field={field} isSingle />;
}

/** Who else takes part. */
export function ParticipantsField(props: PersonFieldProps) {
  const { t } = useTranslation('agent');
  const field = fieldOf(
    'participants',
    t('newRequest.participants'),
    t('newRequest.participantsHelp'),
    false,
  );
  return <Picker {...props} field={field} isSingle={false} />;
}

function Picker({
  serviceDeskId,
  error,
  ...props
}: PersonFieldProps & { field: FormField; isSingle: boolean }) {
  return (
    <div data-field={props.field.fieldId}>
      <NamePicker
        {...props}
        error={error}
        serviceDeskId={serviceDeskId}
        kind="reporter"
        search={(query, signal) => findPeople(serviceDeskId, { query }, signal)}
      />
    </div>
  );
}

function fieldOf(fieldId: string, name: string, description: string, required: boolean): FormField {
  return {
    fieldId,
    name,
    description,
    required,
    validValues: [],
    defaultValues: [],
    _portico: { type: 'person', settings: {}, section: null, showWhen: null },
  };
}
