import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldValue } from '../../kit/field-values/field-value.tsx';
import { bySection } from '../../kit/field-values/sections.ts';
import classes from './request-details.module.css';
import type { Issue } from './request-queries.ts';

/** What was filled into the form, under its sections. */
export function FormValues({ fields }: { fields: NonNullable<Issue['_portico']['fields']> }) {
  const { t } = useTranslation('agent');
  return bySection(fields).map(({ section, values }) => (
    <div key={`${section?.id} ${values[0]?.id}`} className={classes['part']}>
      {section ? (
        <Title order={2} size="h6" mb="xs">
          {section.title}
        </Title>
      ) : null}
      <dl className={classes['list']}>
        {values.map(({ id, label, type, content, value }) => (
          <div key={id} className={classes['item']}>
            <dt>{label}</dt>
            <dd>
              {value === '' ? (
                <span className={classes['nothing']}>{t('request.empty')}</span>
              ) : (
                <FieldValue type={type} value={content} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  ));
}
