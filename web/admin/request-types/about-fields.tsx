import { Input, MultiSelect, NativeSelect, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestTypeIcon, requestTypeIcons } from '../../kit/request-types/request-type-icon.tsx';
import type { RequestTypes } from './request-type-queries.ts';
import classes from './request-types.module.css';

/** What is said of a request type beside its form. */
export interface AboutValues {
  readonly name: string;
  readonly description: string;
  readonly helpText: string;
  readonly icon: string;
  readonly workflowId: string;
  readonly groupIds: readonly string[];
}

interface AboutFieldsProps {
  readonly values: AboutValues;
  readonly groups: RequestTypes['groups'];
  readonly workflows: RequestTypes['workflows'];
  readonly isUsed: boolean;
  /** how a used type gets another workflow */
  readonly changeWorkflow: ReactNode;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<AboutValues>) => void;
}

/** What customers are told of a request type, where the portal shows it, and which way its requests go. */
export function AboutFields(props: AboutFieldsProps) {
  const { values, groups, workflows, isUsed, changeWorkflow, errors, onChange } = props;
  const { t } = useTranslation('admin');
  return (
    <Paper p="lg">
      <Stack gap="md" maw="36rem">
        <TextInput
          label={t('requestTypes.about.name')}
          required
          maxLength={255}
          value={values.name}
          error={errors['name']}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <Textarea
          label={t('requestTypes.about.description')}
          description={t('requestTypes.about.descriptionHelp')}
          autosize
          minRows={2}
          maxLength={2000}
          value={values.description}
          error={errors['description']}
          onChange={(event) => onChange({ description: event.currentTarget.value })}
        />
        <Textarea
          label={t('requestTypes.about.helpText')}
          description={t('requestTypes.about.helpTextHelp')}
          autosize
          minRows={2}
          maxLength={2000}
          value={values.helpText}
          error={errors['helpText']}
          onChange={(event) => onChange({ helpText: event.currentTarget.value })}
        />
        <IconPicker value={values.icon} error={errors['icon']} onChange={(icon) => onChange({ icon })} />
        {groups.length === 0 ? (
          <div>
            <Text fw={600}>{t('requestTypes.about.groups')}</Text>
            <Text size="sm" c="dimmed">
              {t('requestTypes.about.noGroups')}
            </Text>
          </div>
        ) : (
          <MultiSelect
            label={t('requestTypes.about.groups')}
            description={t('requestTypes.about.groupsHelp')}
            data={groups.map(({ id, name }) => ({ value: id, label: name }))}
            value={[...values.groupIds]}
            error={errors['groupIds']}
            onChange={(groupIds) => onChange({ groupIds })}
          />
        )}
        <NativeSelect
          label={t('requestTypes.about.workflow')}
          description={t(isUsed ? 'requestTypes.about.workflowFixed' : 'requestTypes.about.workflowHelp')}
          data={workflows.map(({ id, name }) => ({ value: id, label: name }))}
          disabled={isUsed}
          value={values.workflowId}
          error={errors['workflowId']}
          onChange={(event) => onChange({ workflowId: event.currentTarget.value })}
        />
        {isUsed ? changeWorkflow : null}
      </Stack>
    </Paper>
  );
}

interface IconPickerProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (icon: string) => void;
}

function IconPicker({ value, error, onChange }: IconPickerProps) {
  const { t } = useTranslation('admin');
  return (
    <Input.Wrapper label={t('requestTypes.about.icon')} labelElement="div" error={error}>
      <div role="radiogroup" aria-label={t('requestTypes.about.icon')} className={classes['icons']}>
        {requestTypeIcons.map((icon) => (
          <label key={icon} className={classes['choice']} title={icon.replaceAll('-', ' ')}>
            <input
              type="radio"
              name="request-type-icon"
              aria-label={icon.replaceAll('-', ' ')}
              checked={icon === value}
              onChange={() => onChange(icon)}
            />
            <RequestTypeIcon name={icon} />
          </label>
        ))}
      </div>
    </Input.Wrapper>
  );
}
