import { Button, Checkbox, Group, NativeSelect, NumberInput, Pill, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { PersonPicker } from '../people-picker/person-picker.tsx';
import { startsAt } from './edited-workflow.ts';
import classes from './editor.module.css';
import type { ApprovalStep, DefinedStatus, Definition, WorkflowOptions } from './workflow-queries.ts';

interface ApprovalDialogProps {
  readonly status: DefinedStatus;
  readonly name: string;
  readonly workflow: Definition;
  readonly options: WorkflowOptions;
  readonly deskId: string | undefined;
  readonly onClose: () => void;
  /** null: no approval */
  readonly onDone: (approval: ApprovalStep | null) => void;
}

const kinds = ['people', 'field', 'group', 'organization-managers'] as const;
type Kind = (typeof kinds)[number];

const newApproval: ApprovalStep = {
  approvers: { kind: 'people', accountIds: [] },
  needed: 'all',
  approveTransitionId: '',
  declineTransitionId: '',
  reporterMayApprove: false,
};

/** Who must agree before a request leaves a status, and where their answer leads. */
export function ApprovalDialog(props: ApprovalDialogProps) {
  const { status, name, workflow, options, deskId, onClose, onDone } = props;
  const { t } = useTranslation('admin');
  const [values, setValues] = useState<ApprovalStep>(status.approval ?? newApproval);
  const change = (part: Partial<ApprovalStep>) => setValues({ ...values, ...part });
  const { needed } = values;
  const ways = workflow.transitions
    .filter((transition) => startsAt(transition, status.statusId))
    .map((transition) => ({ value: transition.id, label: transition.name }));
  const wayFields = [
    ['approveTransitionId', t('workflows.approval.approve')],
    ['declineTransitionId', t('workflows.approval.decline')],
  ] as const;
  const isDirty = JSON.stringify(values) !== JSON.stringify(status.approval ?? newApproval);
  return (
    <Dialog
      onClose={onClose}
      title={t('workflows.approval.title', { name })}
      size="lg"
      closeOnClickOutside={!isDirty}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onDone(values);
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('workflows.approval.intro')}
          </Text>
          <Approvers
            approvers={values.approvers}
            options={options}
            deskId={deskId}
            onChange={(approvers) => change({ approvers })}
          />
          <Group gap="sm" align="flex-end">
            <NativeSelect
              label={t('workflows.approval.needed')}
              data={[
                { value: 'all', label: t('workflows.approval.all') },
                { value: 'some', label: t('workflows.approval.some') },
              ]}
              value={needed === 'all' ? 'all' : 'some'}
              onChange={(event) => change({ needed: event.currentTarget.value === 'all' ? 'all' : 1 })}
            />
            {needed === 'all' ? null : (
              <NumberInput
                label={t('workflows.approval.number')}
                w="7rem"
                min={1}
                max={100}
                allowDecimal={false}
                value={needed}
                onChange={(number) => change({ needed: Math.max(1, Number(number) || 1) })}
              />
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {t('workflows.approval.transitions')}
          </Text>
          {wayFields.map(([key, label]) => (
            <NativeSelect
              key={key}
              label={label}
              data={[{ value: '', label: t('workflows.approval.choose') }, ...ways]}
              value={values[key]}
              onChange={(event) => change({ [key]: event.currentTarget.value })}
            />
          ))}
          <Checkbox
            label={t('workflows.approval.reporter')}
            checked={values.reporterMayApprove}
            onChange={(event) => change({ reporterMayApprove: event.currentTarget.checked })}
          />
          <Group justify="space-between">
            {status.approval ? (
              <Button variant="subtle" color="red" onClick={() => onDone(null)}>
                {t('workflows.approval.remove')}
              </Button>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('form.cancel')}
              </Button>
              <Button type="submit">{t('workflows.approval.done')}</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

interface ApproversProps {
  readonly approvers: ApprovalStep['approvers'];
  readonly options: WorkflowOptions;
  readonly deskId: string | undefined;
  readonly onChange: (approvers: ApprovalStep['approvers']) => void;
}

function Approvers({ approvers, options, deskId, onChange }: ApproversProps) {
  const { t } = useTranslation('admin');
  const peopleFields = options.fields.filter(({ type }) => type === 'person' || type === 'people');
  const choose = (kind: Kind) => {
    if (kind === 'people') onChange({ kind, accountIds: [] });
    else if (kind === 'field') onChange({ kind, fieldId: peopleFields[0]?.id ?? 'assignee' });
    else if (kind === 'group') onChange({ kind, groupId: options.groups[0]?.id ?? '' });
    else onChange({ kind });
  };
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('workflows.approval.approvers')}
        data={kinds.map((kind) => ({ value: kind, label: t(`workflows.approval.kinds.${kind}`) }))}
        value={approvers.kind}
        onChange={(event) => {
          const kind = kinds.find((each) => each === event.currentTarget.value);
          if (kind) choose(kind);
        }}
      />
      {approvers.kind === 'people' ? (
        <People
          accountIds={approvers.accountIds}
          options={options}
          deskId={deskId}
          onChange={(accountIds) => onChange({ kind: 'people', accountIds })}
        />
      ) : null}
      {approvers.kind === 'field' ? (
        peopleFields.length === 0 ? (
          <Text size="sm">{t('workflows.approval.noFields')}</Text>
        ) : (
          <NativeSelect
            label={t('workflows.approval.field')}
            data={peopleFields.map(({ id, name }) => ({ value: id, label: name }))}
            value={approvers.fieldId}
            onChange={(event) => onChange({ kind: 'field', fieldId: event.currentTarget.value })}
          />
        )
      ) : null}
      {approvers.kind === 'group' ? (
        <NativeSelect
          label={t('workflows.approval.group')}
          data={[
            { value: '', label: t('workflows.approval.choose') },
            ...options.groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={approvers.groupId}
          onChange={(event) => onChange({ kind: 'group', groupId: event.currentTarget.value })}
        />
      ) : null}
    </Stack>
  );
}

interface PeopleProps {
  readonly accountIds: readonly string[];
  readonly options: WorkflowOptions;
  readonly deskId: string | undefined;
  readonly onChange: (accountIds: string[]) => void;
}

function People({ accountIds, options, deskId, onChange }: PeopleProps) {
  const { t } = useTranslation('admin');
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const nameOf = (accountId: string) =>
    picked.get(accountId) ??
    options.people.find((person) => person.accountId === accountId)?.displayName ??
    accountId;
  return (
    <Stack gap="xs">
      {accountIds.length === 0 ? null : (
        <ul className={classes['people']} aria-label={t('workflows.approval.people')}>
          {accountIds.map((accountId) => (
            <li key={accountId}>
              <Pill
                withRemoveButton
                size="md"
                removeButtonProps={{
                  'aria-label': t('workflows.approval.removePerson', { name: nameOf(accountId) }),
                  'aria-hidden': false,
                  tabIndex: 0,
                }}
                onRemove={() => onChange(accountIds.filter((each) => each !== accountId))}
              >
                {nameOf(accountId)}
              </Pill>
            </li>
          ))}
        </ul>
      )}
      <PersonPicker
        label={t('workflows.approval.addPerson')}
        excluded={new Set(accountIds)}
        {...(deskId !== undefined && { deskId })}
        onPick={({ accountId, displayName }) => {
          setPicked(new Map([...picked, [accountId, displayName]]));
          onChange([...accountIds, accountId]);
        }}
      />
    </Stack>
  );
}
