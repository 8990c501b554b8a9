import {
  ActionIcon,
  Badge,
  Button,
  Group,
  NativeSelect,
  Paper,
  Radio,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { tellDone } from '../../kit/notices.ts';
import { Note } from '../../kit/plain/note.tsx';
import { movedBeside, movedTo } from '../../kit/sorting/order.ts';
import { SortableItem } from '../../kit/sorting/sortable-item.tsx';
import { useAnnounce } from '../../kit/sorting/use-announce.tsx';
import { ApprovalDialog } from './approval-dialog.tsx';
import { changedStatus, problemsAt, unreachable, withoutStatus, withStatus } from './edited-workflow.ts';
import classes from './editor.module.css';
import type { Marked } from './picture.tsx';
import { StatusDialog } from './status-dialog.tsx';
import type { DefinedStatus, Definition, Status, WorkflowOptions } from './workflow-queries.ts';

interface StatusesEditorProps {
  readonly workflow: Definition;
  /** as the problems know it */
  readonly saved: Definition | undefined;
  readonly problems: Readonly<Record<string, string>>;
  readonly options: WorkflowOptions;
  readonly statuses: ReadonlyMap<string, Status>;
  readonly deskId: string | undefined;
  readonly mayChange: boolean;
  readonly onMark: (marked: Marked | null) => void;
  readonly onChange: (workflow: Definition) => void;
}

const idOf = ({ statusId }: DefinedStatus) => statusId;

/** The statuses of a workflow in their order: what customers read, where requests begin, and where approvals are asked for. */
export function StatusesEditor(props: StatusesEditorProps) {
  const { workflow, saved, problems, options, statuses, deskId, mayChange, onMark, onChange } = props;
  const { t } = useTranslation('admin');
  const { isAdministrator } = useAccount();
  const { region, tell } = useAnnounce();
  const [approvalIn, setApprovalIn] = useState<string | null>(null);
  const [isCreating, setIsCreating] = useState(false);
  const known = new Set(workflow.statuses.map(idOf));
  const others = options.statuses.filter(({ id }) => !known.has(id));
  const nameOf = (id: string) => statuses.get(id)?.name ?? '';
  function reorder(ordered: DefinedStatus[], moved: string) {
    onChange({ ...workflow, statuses: ordered });
    const place = ordered.findIndex((status) => status.statusId === moved) + 1;
    tell(t('workflows.statusList.moved', { name: nameOf(moved), place, count: ordered.length }));
  }
  function remove(statusId: string) {
    const next = withoutStatus(workflow, statusId);
    const left = new Set(next.transitions.map(({ id }) => id));
    const gone = workflow.transitions.filter(({ id }) => !left.has(id)).map(({ name }) => name);
    onChange(next);
    const name = nameOf(statusId);
    tellDone(
      gone.length === 0
        ? t('workflows.statusList.outAlone', { name })
        : t('workflows.statusList.out', { name, gone: gone.join(', ') }),
    );
  }
  function add(status: Status) {
    onChange(withStatus(workflow, status));
  }
  const lost = unreachable(workflow);
  const own =
    approvalIn === null ? undefined : workflow.statuses.find(({ statusId }) => statusId === approvalIn);
  return (
    <Paper p="lg">
      <Title order={2} size="h4">
        {t('workflows.statusList.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('workflows.statusList.help')}
      </Text>
      {problems['statuses'] ? <Note tone="error">{problems['statuses']}</Note> : null}
      {problems['initialStatusId'] ? <Note tone="error">{problems['initialStatusId']}</Note> : null}
      {workflow.statuses.length === 0 ? <Text size="sm">{t('workflows.statusList.none')}</Text> : null}
      <ol className={classes['list']}>
        {workflow.statuses.map((status, index) => {
          const { statusId, customerName, approval } = status;
          const name = nameOf(statusId);
          const savedAt = saved?.statuses.findIndex((each) => each.statusId === statusId) ?? -1;
          const wrong = problemsAt(problems, `statuses.${savedAt}`);
          const { '': wrongItself, customerName: wrongName, ...wrongApproval } = wrong;
          return (
            <SortableItem
              key={statusId}
              kind="workflow-status"
              id={statusId}
              handleLabel={t('workflows.statusList.move', { name })}
              className={classes['row']}
              onPointerEnter={() => onMark({ kind: 'status', id: statusId })}
              onPointerLeave={() => onMark(null)}
              onFocus={() => onMark({ kind: 'status', id: statusId })}
              onBlur={() => onMark(null)}
              moves={[
                {
                  label: t('workflows.statusList.up'),
                  key: 'up',
                  isOff: index === 0,
                  act: () => reorder(movedTo(workflow.statuses, index, index - 1), statusId),
                },
                {
                  label: t('workflows.statusList.down'),
                  key: 'down',
                  isOff: index === workflow.statuses.length - 1,
                  act: () => reorder(movedTo(workflow.statuses, index, index + 1), statusId),
                },
              ]}
              onDropped={(dragged, side) =>
                reorder(movedBeside(workflow.statuses, idOf, dragged, statusId, side), dragged)
              }
            >
              {(handle) => (
                <>
                  {mayChange ? handle : null}
                  <div className={classes['about']}>
                    <div className={classes['line']}>
                      <StatusBadge name={name} category={statuses.get(statusId)?.category ?? 'new'} />
                      <Radio
                        size="xs"
                        name="initial-status"
                        label={t('workflows.statusList.begins')}
                        aria-label={t('workflows.statusList.beginsIn', { name })}
                        checked={workflow.initialStatusId === statusId}
                        onChange={() => onChange({ ...workflow, initialStatusId: statusId })}
                      />
                      {approval ? <Badge color="indigo">{t('workflows.statusList.approval')}</Badge> : null}
                    </div>
                    <Group gap="xs" align="flex-end">
                      <TextInput
                        size="sm"
                        className={classes['customer'] ?? ''}
                        aria-label={t('workflows.statusList.customerName', { name })}
                        label={t('workflows.statusList.customerLabel')}
                        labelProps={{ fz: 'xs', fw: 400, c: 'dimmed' }}
                        maxLength={80}
                        value={customerName}
                        error={wrongName}
                        onChange={(event) =>
                          onChange(
                            changedStatus(workflow, statusId, { customerName: event.currentTarget.value }),
                          )
                        }
                      />
                      {mayChange || approval ? (
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          mb={6}
                          aria-label={
                            approval
                              ? t('workflows.statusList.approvalOf', { name })
                              : `${t('workflows.statusList.addApproval')}: ${name}`
                          }
                          onClick={() => setApprovalIn(statusId)}
                        >
                          {t(approval ? 'workflows.statusList.approval' : 'workflows.statusList.addApproval')}
                        </Button>
                      ) : null}
                    </Group>
                    {lost.has(statusId) ? (
                      <Text size="sm" c="dimmed">
                        {t('workflows.statusList.unreachable')}
                      </Text>
                    ) : null}
                    {wrongItself ? <Problem text={wrongItself} /> : null}
                    {Object.values(wrongApproval).map((text) => (
                      <Problem key={text} text={`${t('workflows.statusList.approval')}: ${text}`} />
                    ))}
                  </div>
                  {mayChange ? (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="lg"
                      aria-label={t('workflows.statusList.remove', { name })}
                      title={t('workflows.statusList.remove', { name })}
                      onClick={() => remove(statusId)}
                    >
                      <IconTrash size={18} aria-hidden="true" />
                    </ActionIcon>
                  ) : null}
                </>
              )}
            </SortableItem>
          );
        })}
      </ol>
      {mayChange ? (
        <Group gap="xs" mt="sm" align="flex-end">
          <NativeSelect
            size="sm"
            aria-label={t('workflows.statusList.pick')}
            value=""
            data={[
              { value: '', label: `${t('workflows.statusList.add')} …` },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => {
              const status = statuses.get(event.currentTarget.value);
              if (status) add(status);
            }}
          />
          {isAdministrator ? (
            <Button
              variant="subtle"
              size="sm"
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => setIsCreating(true)}
            >
              {t('workflows.status.create')}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {region}
      {isCreating ? (
        <StatusDialog
          status={null}
          onClose={() => setIsCreating(false)}
          onSaved={(status) => {
            setIsCreating(false);
            add(status);
          }}
        />
      ) : null}
      {own ? (
        <ApprovalDialog
          status={own}
          name={nameOf(own.statusId)}
          workflow={workflow}
          options={options}
          deskId={deskId}
          onClose={() => setApprovalIn(null)}
          onDone={(approval) => {
            onChange(changedStatus(workflow, own.statusId, { approval }));
            setApprovalIn(null);
          }}
        />
      ) : null}
    </Paper>
  );
}

/** What is wrong with an entry of a list. */
export function Problem({ text }: { text: string }) {
  return (
    <Text size="sm" c="var(--mantine-color-error)" role="note">
      {text}
    </Text>
  );
}
