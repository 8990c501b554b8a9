import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Note } from '../../kit/plain/note.tsx';
import { portalQuery, requestTypesQuery } from '../queries.ts';
import { Breadcrumb } from '../shell/breadcrumb.tsx';
import { Page } from '../shell/page.tsx';
import { groupTypes } from './group-types.ts';
import classes from './portal-page.module.css';
import { TypeLink, TypeList } from './type-list.tsx';

/** A portal: what can be asked for, in groups. */
export function PortalPage({ portalId }: { portalId: string }) {
  const { t } = useTranslation('portal');
  const id = useId();
  const portal = useQuery(portalQuery(portalId));
  const offer = useQuery(requestTypesQuery(portalId));
  usePageAccent(portal.data?.accentColor);

  if (!portal.data) {
    return (
      <Page width="narrow">
        <QueryState query={portal} />
      </Page>
    );
  }
  const groups = offer.data ? groupTypes(offer.data.groups, offer.data.types) : [];
  return (
    <Page width="narrow">
      <Breadcrumb />
      <header className={classes['header']}>
        <PageTitle title={portal.data.name} />
        <p>{portal.data.description || t('portal.ask')}</p>
      </header>
      {!portal.data.mayRaise && <Note tone="info">{t('portal.mayNotRaise')}</Note>}
      {!offer.data ? (
        <QueryState query={offer} lines={5} />
      ) : offer.data.types.length === 0 ? (
        <Empty title={t('portal.noTypes')}>{t('portal.noTypesText')}</Empty>
      ) : (
        groups.map(({ group, types }) => (
          <section key={group?.id ?? 'other'} aria-labelledby={`${id}-${group?.id ?? 'other'}`}>
            <h2 id={`${id}-${group?.id ?? 'other'}`} className={classes['group']}>
              {group?.name ?? (groups.length > 1 ? t('portal.otherTypes') : t('portal.ask'))}
            </h2>
            <TypeList>
              {types.map((type) => (
                <TypeLink key={type.id} type={type} {...(group && { group: group.id })} />
              ))}
            </TypeList>
          </section>
        ))
      )}
    </Page>
  );
}
