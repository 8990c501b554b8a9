import { IconArrowNarrowRight, IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../kit/components/time.tsx';
import { Button } from '../../kit/plain/button.tsx';
import { VisuallyHidden } from '../../kit/plain/visually-hidden.tsx';
import { actionInWords, propertyInWords } from './actions.ts';
import classes from './audit-page.module.css';
import type { AuditEvent, AuditNames } from './audit-queries.ts';
import { type AuditSearch, changeSearch } from './audit-search.ts';
import { type Change, describeChanges } from './changes.ts';
import { withNames } from './names.ts';

/** Changes shown without asking for the rest. */
const shownAtFirst = 6;

interface AuditEntryProps {
  readonly event: AuditEvent;
  readonly names: AuditNames;
  readonly search: AuditSearch;
}

/** One entry of the log: what happened to what, by whom, from where, and each property before and after. */
export function AuditEntry({ event, names, search }: AuditEntryProps) {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  const when = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    ...(timeZone ? { timeZone } : {}),
  });
  const [showsAll, setShowsAll] = useState(false);
  const changes = describeChanges(withNames(event.before, names), withNames(event.after, names)).filter(
    (change) => isWorthReading(change, event),
  );
  const shown = showsAll ? changes : changes.slice(0, shownAtFirst);
  const isRefusal = event.action.endsWith('refused');
  const { providerId, reference } = signInOf(event);
  return (
    <article className={classes['entry']} data-refusal={isRefusal || undefined}>
      <header className={classes['head']}>
        <strong>{actionInWords(event.action)}</strong>
        <AuditedObject event={event} search={search} />
        <span className={classes['meta']}>
          <Actor event={event} search={search} />
          {event.address ? (
            <>
              {' '}
              {t('audit.from')}{' '}
              <Narrow
                search={changeSearch(search, { address: event.address })}
                title={t('audit.onlyAddress', { address: event.address })}
              >
                {event.address}
              </Narrow>
            </>
          ) : null}{' '}
          · <time dateTime={event.occurredAt}>{when.format(new Date(event.occurredAt))}</time>
        </span>
      </header>
      {shown.length > 0 ? (
        <dl className={classes['changes']}>
          {shown.map((change) => (
            <ChangeLine key={change.path} change={change} />
          ))}
        </dl>
      ) : null}
      {providerId !== null && reference !== null ? (
        <Link
          to="/admin/sign-in/$id/log/$reference"
          params={{ id: providerId, reference }}
          className={classes['link'] ?? ''}
        >
          {t('audit.openSignIn')}
        </Link>
      ) : null}
      {changes.length > shown.length ? (
        <Button variant="subtle" size="sm" onClick={() => setShowsAll(true)}>
          {t('audit.moreChanges', { count: changes.length - shown.length })}
        </Button>
      ) : null}
    </article>
  );
}

/** Who did it, leading to all that they did. */
function Actor({ event, search }: { event: AuditEvent; search: AuditSearch }) {
  const { t } = useTranslation('admin');
  const { actorName, actorAccountId } = event;
  if (actorName === null || actorAccountId === null) return <>{actorName ?? t('audit.system')}</>;
  return (
    <Narrow
      search={changeSearch(search, { person: actorAccountId, as: 'actor' })}
      title={t('audit.onlyPerson', { name: actorName })}
    >
      {actorName}
    </Narrow>
  );
}

/** What it was done to, leading to all that is about it, and to its own page. */
function AuditedObject({ event, search }: { event: AuditEvent; search: AuditSearch }) {
  const { t } = useTranslation('admin');
  const { objectType, objectId, objectName } = event;
  if (objectName === null) return null;
  if (objectId === null) return <span>{objectName}</span>;
  const narrowed =
    objectType === 'account'
      ? changeSearch(search, { person: objectId, as: null })
      : changeSearch(search, { object: `${objectType}:${objectId}` });
  const page = event.action.endsWith('.deleted') ? undefined : pageOf[objectType]?.(objectId);
  return (
    <span>
      <Narrow search={narrowed} title={t('audit.onlyObject', { name: objectName })}>
        {objectName}
      </Narrow>
      {page === undefined ? null : (
        <Link to={page} className={classes['open'] ?? ''} aria-label={t('audit.open', { name: objectName })}>
          <IconExternalLink size={14} aria-hidden="true" />
        </Link>
      )}
    </span>
  );
}

const pageOf: Readonly<Record<string, ((id: string) => string) | undefined>> = {
  'identity-provider': (id) => `/admin/sign-in/${id}`,
  organization: (id) => `/admin/organizations/${id}`,
  'service-desk': (id) => `/admin/service-desks/${id}`,
  field: (id) => `/admin/fields/${id}`,
  workflow: (id) => `/admin/workflows/${id}`,
  'portal-sign-in': (id) => `/admin/service-desks/${id}`,
  'portal-mail': (id) => `/admin/service-desks/${id}`,
  'mail-message': (id) => `/admin/mail/messages/${id}`,
  'mail-settings': () => '/admin/mail/server',
};

/** A link that shows less of the log. */
function Narrow({ search, title, children }: { search: AuditSearch; title: string; children: ReactNode }) {
  return (
    <Link to="/admin/audit" search={search} title={title} className={classes['narrow'] ?? ''}>
      {children}
    </Link>
  );
}

/** The entry of a provider's sign-in log that the event speaks of. */
function signInOf({ objectType, objectId, after }: AuditEvent): {
  providerId: string | null;
  reference: string | null;
} {
  const reference = after?.['reference'];
  return {
    providerId: objectType === 'identity-provider' ? objectId : null,
    reference: typeof reference === 'string' ? reference : null,
  };
}

/** Not what the heading says already. */
function isWorthReading(change: Change, event: AuditEvent): boolean {
  return change.before !== null || change.after !== event.objectName;
}

function ChangeLine({ change }: { change: Change }) {
  const { t } = useTranslation('admin');
  const { path, before, after } = change;
  const say = (value: string) =>
    value === 'true' ? t('audit.yes') : value === 'false' ? t('audit.no') : value;
  return (
    <div className={classes['change']}>
      <dt>{propertyInWords(path)}</dt>
      <dd>
        {before === null ? null : <del className={classes['before']}>{say(before)}</del>}
        {before !== null && after !== null ? (
          <>
            <IconArrowNarrowRight size={16} aria-hidden="true" className={classes['arrow']} />
            <VisuallyHidden> {t('audit.became')} </VisuallyHidden>
          </>
        ) : null}
        {after === null ? null : <ins className={classes['after']}>{say(after)}</ins>}
      </dd>
    </div>
  );
}
