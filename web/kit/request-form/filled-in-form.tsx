import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from '../plain/button.tsx';
import { RequiredHint } from '../plain/field.tsx';
import { Note } from '../plain/note.tsx';
import type { ModuleOf } from './fields/registry.ts';
import classes from './form.module.css';
import { FormParts } from './form-parts.tsx';
import { FormProblems } from './form-problems.tsx';
import { ShownNews } from './shown-news.tsx';
import type { RequestFormState } from './use-request-form.ts';

interface FilledInFormProps {
  readonly form: RequestFormState;
  readonly moduleOf: ModuleOf;
  readonly serviceDeskId: string;
}

/** What is inside the form of a request type: its problems, its fields, and that a draft was kept. */
export function FilledInForm({ form, moduleOf, serviceDeskId }: FilledInFormProps) {
  const { t } = useTranslation('fields');
  return (
    <>
      {form.isRestored && (
        <Note tone="info" role="status">
          <div className={classes['restored']}>
            {t('form.restored')}
            <Button size="sm" variant="subtle" onClick={form.startOver}>
              {t('form.startOver')}
            </Button>
          </div>
        </Note>
      )}
      <FormProblems ref={form.problemsBox} fields={form.shown} errors={form.errors} problem={form.problem} />
      <RequiredHint />
      <FormParts
        fields={form.shown}
        states={form.states}
        errors={form.errors}
        moduleOf={moduleOf}
        serviceDeskId={serviceDeskId}
        uploads={form.uploads}
        takesFiles={form.takesFiles}
        onChange={form.change}
      />
      <ShownNews shown={form.shown} />
    </>
  );
}
