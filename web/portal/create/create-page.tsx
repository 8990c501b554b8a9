import { useQuery } from '@tanstack/react-query';
import { usePageAccent } from '../../kit/accent.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { RichText } from '../../kit/components/rich-text.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Note } from '../../kit/plain/note.tsx';
import { modulesQuery } from '../../kit/request-form/fields/registry.ts';
import { formQuery, portalQuery } from '../queries.ts';
import { Breadcrumb } from '../shell/breadcrumb.tsx';
import { Page } from '../shell/page.tsx';
import classes from './create-page.module.css';
import { RequestForm } from './request-form.tsx';

/** The form of a request type. */
export function CreatePage({ portalId, requestTypeId }: { portalId: string; requestTypeId: string }) {
  const { t } = useTranslation('portal');
  const portal = useQuery(portalQuery(portalId));
  const form = useQuery(formQuery(portalId, requestTypeId));
  usePageAccent(portal.data?.accentColor);
  const modules = useQuery({ ...modulesQuery(form.data?.fields ?? []), enabled: form.isSuccess });
  const missing = [portal, form, modules].find((query) => !query.data);
  return (
    <Page width="narrow">
      <Breadcrumb portal={portal.data} />
      {!portal.data || !form.data || !modules.data ? (
        <QueryState query={missing ?? form} lines={6} />
      ) : (
        <>
          <header className={classes['header']}>
            <PageTitle title={form.data.type.name} />
            {form.data.type.description && <p>{form.data.type.description}</p>}
          </header>
          {form.data.type.helpText && <RichText text={form.data.type.helpText} />}
          {portal.data.mayRaise ? (
            <RequestForm
              key={requestTypeId}
              portalId={portalId}
              requestTypeId={requestTypeId}
              fields={form.data.fields}
              moduleOf={modules.data.moduleOf}
            />
          ) : (
            <Note tone="info">{t('portal.mayNotRaise')}</Note>
          )}
        </>
      )}
    </Page>
  );
}
