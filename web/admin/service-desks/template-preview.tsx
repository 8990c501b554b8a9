import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { RequestTypeIcon } from '../../kit/request-types/request-type-icon.tsx';
import type { DeskTemplate } from './service-desk-queries.ts';
import classes from './template-preview.module.css';

/** What a desk made from the template has: forms by group, workflows, queues, what is measured, and fields. */
export function TemplatePreview({ template }: { template: DeskTemplate }) {
  const { t, i18n } = useTranslation('admin');
  const groups = [...new Set(template.requestTypes.map(({ group }) => group))];
  const list = new Intl.ListFormat(i18n.language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes['preview']} aria-label={t('serviceDesks.new.preview')} tabIndex={0}>
      <h3>{t('serviceDesks.new.previewTypes')}</h3>
      {groups.map((group) => (
        <div key={group} className={classes['group']}>
          <h4>{group}</h4>
          <ul>
            {template.requestTypes
              .filter((type) => type.group === group)
              .map(({ name, description, icon, isApproved, fields }) => (
                <li key={name} className={classes['type']}>
                  <span className={classes['icon']}>
                    <RequestTypeIcon name={icon} />
                  </span>
                  <span className={classes['words']}>
                    <span className={classes['name']}>
                      <strong>{name}</strong>
                      {isApproved ? (
                        <Badge size="sm" color="orange">
                          {t('serviceDesks.new.previewApproved')}
                        </Badge>
                      ) : null}
                    </span>
                    <span>{description}</span>
                    <span>
                      {t('serviceDesks.new.previewForm', {
                        fields: fields.map(({ label }) => label).join(' · '),
                      })}
                    </span>
                  </span>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <h3>{t('serviceDesks.new.previewWorkflows')}</h3>
      {template.workflows.map(({ name, statuses }) => (
        <div key={name} className={classes['group']}>
          <h4>{name}</h4>
          <ol className={classes['statuses']}>
            {statuses.map((status) => (
              <li key={status.name}>
                <StatusBadge name={status.name} category={status.category} />
              </li>
            ))}
          </ol>
        </div>
      ))}
      <h3>{t('serviceDesks.new.previewQueues')}</h3>
      <p>{list.format(template.queues.map(({ name }) => name))}</p>
      <h3>{t('serviceDesks.new.previewSlas')}</h3>
      <p>{list.format(template.slas.map(({ name }) => name))}</p>
      <h3>{t('serviceDesks.new.previewFields')}</h3>
      <p>{list.format(template.fields.map(({ name }) => name))}</p>
    </section>
  );
}
