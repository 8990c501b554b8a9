import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { answer, api } from '../../kit/api/client.ts';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import type { FormField } from '../../kit/request-form/fields/field-module.ts';
import type { ModuleOf } from '../../kit/request-form/fields/registry.ts';
import { FilledInForm } from '../../kit/request-form/filled-in-form.tsx';
import { useRequestForm } from '../../kit/request-form/use-request-form.ts';
import { requestPath } from '../paths.ts';
import { noteCreated } from '../request/created-note.ts';
import classes from './create-page.module.css';
import { addSharingStrings } from './strings.ts';

// loaded after the form can be filled in
const ShareWith = lazy(async () => {
  const [{ ShareWith: component }] = await Promise.all([import('./share-with.tsx'), addSharingStrings()]);
  return { default: component };
});

interface RequestFormProps {
  readonly portalId: string;
  readonly requestTypeId: string;
  readonly fields: readonly FormField[];
  readonly moduleOf: ModuleOf;
}

/** The form, made of the request type's fields. */
export function RequestForm({ portalId, requestTypeId, fields, moduleOf }: RequestFormProps) {
  const { t } = useTranslation('fields');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [sharedWith, setSharedWith] = useState<readonly string[]>([]);
  const form = useRequestForm({
    serviceDeskId: portalId,
    fields,
    moduleOf,
    draftName: `request-type:${requestTypeId}`,
    send: (requestFieldValues) =>
      answer(
        api.POST('/rest/servicedeskapi/request', {
          body: {
            serviceDeskId: portalId,
            requestTypeId,
            requestFieldValues,
            ...(sharedWith.length > 0 && { _portico: { sharedWith: [...sharedWith] } }),
          },
        }),
      ),
    onSent(request) {
      void queries.invalidateQueries({ queryKey: ['requests'] });
      noteCreated(request.issueKey);
      void navigate({ to: requestPath(portalId, request.issueKey) });
    },
  });
  return (
    <form
      className={classes['form']}
      onSubmit={form.submit}
      noValidate
      aria-busy={form.isSending || undefined}
    >
      <FilledInForm form={form} moduleOf={moduleOf} serviceDeskId={portalId} />
      <Suspense>
        <ShareWith portalId={portalId} chosen={sharedWith} onChange={setSharedWith} />
      </Suspense>
      <div className={classes['actions']}>
        <Button type="submit" variant="filled" isWide isBusy={form.isSending || form.isWaiting}>
          {form.isWaiting ? t('form.uploading') : form.isSending ? t('form.sending') : t('form.send')}
        </Button>
      </div>
    </form>
  );
}
