import { useTimeZone } from '../../kit/components/time.tsx';
import { FieldValue } from '../../kit/field-values/field-value.tsx';
import { bySection } from '../../kit/field-values/sections.ts';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Detail } from './detail.tsx';
import { otherValues } from './form-values.ts';
import classes from './request-details.module.css';
import type { CustomerRequest } from './request-queries.ts';

/** What was filled in that the conversation does not show, under the sections of the form. */
export function FilledIn({ request }: { request: CustomerRequest }) {
  const { language } = useTranslation('request');
  const timeZone = useTimeZone();
  return bySection(otherValues(request, { language, timeZone })).map(({ section, values }, at) => (
    <div
      key={`${section?.id} ${values[0]?.fieldId}`}
      className={classes['part']}
      data-plain={(at === 0 && !section) || undefined}
    >
      {section && <h3>{section.title}</h3>}
      <dl className={classes['fields']}>
        {values.map(({ fieldId, label, type, value, document }) => (
          <Detail key={fieldId} label={label}>
            <FieldValue type={type} value={value} document={document} />
          </Detail>
        ))}
      </dl>
    </div>
  ));
}
