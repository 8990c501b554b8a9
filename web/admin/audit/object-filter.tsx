import { Pill } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nounInWords } from './actions.ts';
import classes from './audit-filters.module.css';
import type { AuditEvent } from './audit-queries.ts';

interface ObjectFilterProps {
  /** type or type:id */
  readonly objects: readonly string[];
  readonly events: readonly AuditEvent[];
  readonly onChange: (objects: string[]) => void;
}

/** What the entries are about: set by links from the things' own pages and from entries; taken away here. */
export function ObjectFilter({ objects, events, onChange }: ObjectFilterProps) {
  const { t } = useTranslation('admin');
  if (objects.length === 0) return null;
  return (
    <div className={classes['objects']}>
      <span>{t('audit.about')}</span>
      {objects.map((object) => {
        const name = nameOf(object, events) ?? t('audit.aboutAll', { type: nounInWords(object) });
        return (
          <Pill
            key={object}
            size="md"
            withRemoveButton
            onRemove={() => onChange(objects.filter((other) => other !== object))}
            removeButtonProps={{
              'aria-label': t('audit.removeObject', { name }),
              'aria-hidden': false,
              tabIndex: 0,
            }}
          >
            {name}
          </Pill>
        );
      })}
    </div>
  );
}

/** What the newest entry calls it; null for all of a type. */
function nameOf(object: string, events: readonly AuditEvent[]): string | null {
  const [type = '', ...rest] = object.split(':');
  if (rest.length === 0) return null;
  const id = rest.join(':');
  const event = events.find(({ objectType, objectId }) => objectType === type && objectId === id);
  return `${nounInWords(type)}: ${event?.objectName ?? id}`;
}
