import { Paper, Stack, TagsInput, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { eventGroups, pauseGroups } from './condition-kinds.ts';
import { ConditionsEditor } from './conditions-editor.tsx';
import type { EditedSla } from './edited-sla.ts';
import { GoalsEditor } from './goals-editor.tsx';
import classes from './sla.module.css';
import type { CalendarChoice, StatusChoice } from './sla-queries.ts';
import { useSummary } from './use-summary.ts';

interface SlaDefinitionProps {
  readonly sla: EditedSla;
  readonly statuses: readonly StatusChoice[];
  readonly calendars: readonly CalendarChoice[];
  /** in words, by place */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<EditedSla>) => void;
}

/** All that is said of a service level: what it is called, what its clock measures, for how long it may take, and who is warned when. */
export function SlaDefinition({ sla, statuses, calendars, errors, onChange }: SlaDefinitionProps) {
  const { t } = useTranslation('admin');
  const summary = useSummary(sla, statuses);
  const shared = { statuses, errors };
  return (
    <>
      <Paper p="lg">
        <Stack gap="md">
          <TextInput
            label={t('slas.name')}
            description={t('slas.nameHelp')}
            required
            maw="36rem"
            maxLength={100}
            value={sla.name}
            error={errors['name']}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          <Title order={2} size="h4">
            {t('slas.definition')}
          </Title>
          <div className={classes['summary']} role="status">
            {summary}
          </div>
          <div className={classes['three']}>
            <ConditionsEditor
              {...shared}
              place="starts"
              title={t('slas.start.title')}
              help={t('slas.start.help')}
              addLabel={t('slas.start.add')}
              groups={eventGroups}
              conditions={sla.starts}
              onChange={(starts) => onChange({ starts })}
            />
            <ConditionsEditor
              {...shared}
              place="stops"
              title={t('slas.stop.title')}
              help={t('slas.stop.help')}
              addLabel={t('slas.stop.add')}
              groups={eventGroups}
              conditions={sla.stops}
              onChange={(stops) => onChange({ stops })}
            />
            <ConditionsEditor
              {...shared}
              place="pauses"
              title={t('slas.pause.title')}
              help={sla.pauses.length > 0 ? t('slas.pause.help') : t('slas.pause.empty')}
              addLabel={t('slas.pause.add')}
              groups={pauseGroups}
              conditions={sla.pauses}
              onChange={(pauses) => onChange({ pauses })}
            />
          </div>
        </Stack>
      </Paper>
      <Paper p="lg">
        <Stack gap="md">
          <div>
            <Title order={2} size="h4">
              {t('slas.goal.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('slas.goal.help')}
            </Text>
          </div>
          <GoalsEditor
            goals={sla.goals}
            calendars={calendars}
            errors={errors}
            onChange={(goals) => onChange({ goals })}
          />
          <TagsInput
            size="sm"
            label={t('slas.warning.label')}
            description={t('slas.warning.help')}
            maw="36rem"
            splitChars={[',', ';']}
            acceptValueOnBlur
            value={[...sla.warnings]}
            error={errors['warnMinutes']}
            onChange={(warnings) => onChange({ warnings })}
          />
        </Stack>
      </Paper>
    </>
  );
}
