import { Button, Combobox, Loader, Text, useCombobox, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronDown, IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { useErrorText } from '../../kit/components/states.tsx';
import type { Agent } from './assign.ts';
import { assignableQuery } from './assignable.ts';
import classes from './assignee-picker.module.css';

interface AssigneePickerProps {
  readonly requestKey: string;
  readonly assignee: Agent | null;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly onChoose: (agent: Agent | null) => void;
  readonly isPending: boolean;
}

const nobody = 'nobody';

/** The assignee as a button that opens a searchable list of those who can be it. */
export function AssigneePicker(props: AssigneePickerProps) {
  const { requestKey, assignee, opened, onChange, onChoose, isPending } = props;
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const me = useAccount();
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 200);
  const { data, error, isPlaceholderData } = useQuery({
    ...assignableQuery(requestKey, query),
    enabled: opened,
  });
  const combobox = useCombobox({
    opened,
    onOpenedChange: onChange,
    onDropdownClose: () => setText(''),
  });
  const { focusSearchInput } = combobox;
  useEffect(() => {
    if (opened) focusSearchInput();
  }, [opened, focusSearchInput]);

  // until the answer to what is typed has come, none of those before it may be chosen that do not fit
  const isOld = text.trim() !== query || isPlaceholderData;
  const found = (data ?? []).filter(
    ({ displayName }) => !isOld || displayName.toLowerCase().includes(text.trim().toLowerCase()),
  );

  // so that Enter takes the best match, once it is there
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options change with the answer
  useEffect(() => {
    if (opened) selectFirstOption();
  }, [opened, data, found.length]);

  // the viewer first: taking a request oneself is what happens most
  const agents = [...found].sort(
    (one, other) => Number(other.accountId === me.accountId) - Number(one.accountId === me.accountId),
  );
  const name = assignee?.displayName ?? t('assignee.nobody');

  function choose(value: string) {
    onChange(false);
    setText('');
    if (value === nobody) onChoose(null);
    else {
      const agent = found.find(({ accountId }) => accountId === value);
      if (agent) onChoose(agent);
    }
    combobox.focusTarget();
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      width={300}
      position="bottom-start"
      shadow="md"
      portalProps={{ target: '#main' }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          variant="default"
          className={classes['target'] ?? ''}
          aria-busy={isPending}
          aria-haspopup="listbox"
          aria-expanded={opened}
          onClick={() => onChange(!opened)}
          rightSection={<IconChevronDown size={16} aria-hidden="true" />}
          leftSection={
            assignee ? (
              <PersonAvatar name={assignee.displayName} size={24} />
            ) : (
              <IconUserOff size={18} aria-hidden="true" />
            )
          }
        >
          <VisuallyHidden>{t('assignee.change')} </VisuallyHidden>
          <span className={classes['name']}>{name}</span>
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          size="sm"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
          placeholder={t('assignee.search')}
          aria-label={t('assignee.search')}
        />
        <Combobox.Options mah={280} aria-label={t('assignee.title')} className={classes['options'] ?? ''}>
          {error ? (
            <Text size="sm" p="xs" role="alert">
              {t('assignee.failedLoad')} {errorText(error)}
            </Text>
          ) : !data ? (
            <Loader size="sm" m="sm" />
          ) : agents.length === 0 && !isOld ? (
            <Combobox.Empty>{t('assignee.none', { text })}</Combobox.Empty>
          ) : null}
          {agents.map((agent) => (
            <Combobox.Option
              key={agent.accountId}
              value={agent.accountId}
              active={agent.accountId === assignee?.accountId}
            >
              <span className={classes['agent']}>
                <PersonAvatar name={agent.displayName} size={26} />
                <span className={classes['name']}>
                  {agent.accountId === me.accountId
                    ? t('assignee.me', { name: agent.displayName })
                    : agent.displayName}
                </span>
                {agent.accountId === assignee?.accountId ? (
                  <Text span size="xs" c="dimmed">
                    {t('assignee.current')}
                  </Text>
                ) : null}
              </span>
            </Combobox.Option>
          ))}
          {assignee && text === '' ? (
            <Combobox.Option value={nobody}>
              <span className={classes['agent']}>
                <IconUserOff size={18} className={classes['nobody']} aria-hidden="true" />
                {t('assignee.unassign')}
              </span>
            </Combobox.Option>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
