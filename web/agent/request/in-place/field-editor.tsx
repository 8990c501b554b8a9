import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../kit/components/states.tsx';
import { useTimeZone } from '../../../kit/components/time.tsx';
import type { FieldModule, FormField } from '../../../kit/request-form/fields/field-module.ts';
import { modulesQuery } from '../../../kit/request-form/fields/registry.ts';
import { useProblemText } from '../../../kit/request-form/use-request-form.ts';
import type { Issue } from '../request-queries.ts';
import { EditForm } from './edit-form.tsx';
import { contentOf } from './field-content.ts';
import { stateOf } from './field-state.ts';
import { noUploads } from './no-uploads.ts';
import { useFieldEdit } from './use-field-edit.ts';

interface FieldEditorProps {
  readonly issue: Issue;
  readonly field: FormField;
  readonly onClose: () => void;
}

/** In whose controls Enter chooses or ends a word. */
const takingEnter: ReadonlySet<string> = new Set([
  'person',
  'people',
  'organization',
  'labels',
  'multi-select',
]);

/** A field of any type of the forms, in the control that forms ask for it with. */
export function FieldEditor(props: FieldEditorProps) {
  const modules = useQuery(modulesQuery([props.field])).data;
  if (!modules) return <Loading lines={1} />;
  return <LoadedEditor {...props} module={modules.moduleOf(props.field)} />;
}

function LoadedEditor({ issue, field, module, onClose }: FieldEditorProps & { module: FieldModule }) {
  const { t } = useTranslation('agent');
  const problemText = useProblemText();
  const timeZone = useTimeZone();
  const { fieldId, name } = field;
  const edit = useFieldEdit(issue.key, fieldId, onClose);
  const readNow = () => ({ timeZone, fileIds: [], now: new Date() });
  const [initial] = useState(() => stateOf(field, contentOf(issue, fieldId), module, readNow()));
  const [state, setState] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);

  function save(isAnyway: boolean) {
    const read = readNow();
    if (state === initial && !isAnyway) return onClose();
    if (module.isEmpty(state, read)) {
      if (field.required) return setProblem(t('edit.required'));
      return edit.save(null, { isAnyway });
    }
    const found = module.problem?.(state, field, read) ?? null;
    if (found) return setProblem(problemText.of(found));
    edit.save(module.sent(state, field, read), { isAnyway });
  }
  return (
    <EditForm
      requestKey={issue.key}
      fieldId={fieldId}
      label={name}
      edit={edit}
      isDirty={state !== initial}
      takesEnter={takingEnter.has(field._portico.type)}
      onSave={save}
      onClose={onClose}
    >
      <module.Control
        field={field}
        state={state}
        error={problem ?? undefined}
        serviceDeskId={issue._portico.serviceDeskId}
        uploads={noUploads}
        takesFiles={false}
        onChange={(changed) => {
          setState(changed);
          setProblem(null);
          edit.retype();
        }}
      />
    </EditForm>
  );
}
