import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { Time } from '../../kit/components/time.tsx';
import { asDocument, isEmptyDocument } from '../../kit/rich-text/adf.ts';
import { RichText } from '../../kit/rich-text/rich-text.tsx';
import { isoDate } from '../jira-date.ts';
import classes from './description.module.css';
import { editableFieldsQuery } from './in-place/editable-fields.ts';
import { InPlace } from './in-place/in-place.tsx';
import { RichTextEdit } from './in-place/rich-text-edit.tsx';
import { readTextDraft } from './in-place/text-draft.ts';
import type { Issue } from './request-queries.ts';

/** Who raised the request, what they wrote, and the long texts of the form. */
export function Description({ issue }: { issue: Issue }) {
  const { t } = useTranslation('agent');
  const { key, fields, _portico: extras } = issue;
  const editable = useQuery(editableFieldsQuery(key)).data ?? [];
  const name = fields.reporter?.displayName ?? t('table.unknownReporter');
  const texts = (extras.fields ?? []).filter(({ type }) => type === 'paragraph');
  return (
    <section aria-label={t('request.description')} className={classes['description']}>
      <header className={classes['head']}>
        <PersonAvatar name={name} size={28} />
        <Text component="span" size="sm">
          {t('request.raised', { name })}
        </Text>
        <Text component="span" size="sm" c="dimmed">
          <Time at={isoDate(fields.created)} />
        </Text>
        <Anchor size="sm" href={`/servicedesk/customer/portal/${extras.serviceDeskId}/${key}`}>
          {t('request.openInPortal')}
        </Anchor>
      </header>
      <LongText issue={issue} fieldId="description" label={t('request.description')} isRequired={false} />
      {texts.map(({ id, label }) => (
        <div key={id}>
          <h3 className={classes['label']}>{label}</h3>
          <LongText
            issue={issue}
            fieldId={id}
            label={label}
            isRequired={editable.find(({ fieldId }) => fieldId === id)?.required ?? false}
          />
        </div>
      ))}
    </section>
  );
}

interface LongTextProps {
  readonly issue: Issue;
  readonly fieldId: string;
  readonly label: string;
  readonly isRequired: boolean;
}

function LongText({ issue, fieldId, label, isRequired }: LongTextProps) {
  const { t } = useTranslation('agent');
  const { accountId } = useAccount();
  const [isOpenAtFirst] = useState(
    () => readTextDraft({ accountId, requestKey: issue.key, fieldId }) !== null,
  );
  const document = asDocument(issue.fields[fieldId]);
  return (
    <InPlace
      id={fieldId}
      label={label}
      look="text"
      isOpenAtFirst={isOpenAtFirst}
      editor={(close) => (
        <RichTextEdit issue={issue} fieldId={fieldId} label={label} isRequired={isRequired} onClose={close} />
      )}
    >
      {!document || isEmptyDocument(document) ? (
        <p className={classes['none']}>
          {fieldId === 'description' ? t('request.noDescription') : t('request.empty')}
        </p>
      ) : (
        <div className={classes['body']}>
          <RichText document={document} />
        </div>
      )}
    </InPlace>
  );
}
