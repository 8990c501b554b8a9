import { Box, Group, Kbd, Stack, Switch, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import type { Shortcut } from './shortcut.ts';
import classes from './shortcuts-help.module.css';
import { useShortcutsSwitch } from './shortcuts-switch.ts';

/** The list that `?` shows: what can be pressed on this page, and the switch that turns single keys off. */
export function ShortcutsHelp(props: { onClose: () => void; list: () => readonly Shortcut[] }) {
  const { t } = useTranslation('agent');
  const [isOn, setIsOn] = useShortcutsSwitch();
  return (
    <Dialog onClose={props.onClose} title={t('shortcuts.title')} size="lg">
      <Stack gap="lg">
        <div className={classes['groups']}>
          {groupsOf(props.list()).map((group) => (
            <ShortcutGroup key={group.name} {...group} />
          ))}
        </div>
        <Switch
          checked={isOn}
          onChange={(event) => setIsOn(event.currentTarget.checked)}
          label={t('shortcuts.switch')}
          description={t('shortcuts.switchHelp')}
        />
      </Stack>
    </Dialog>
  );
}

function ShortcutGroup(props: { name: string; shortcuts: readonly Shortcut[] }) {
  return (
    <Stack gap={6} className={classes['group'] ?? ''}>
      <Title order={3} size="h6">
        {props.name}
      </Title>
      <Box component="dl" m={0}>
        {props.shortcuts.map((shortcut) => (
          <Group key={shortcut.keys} justify="space-between" wrap="nowrap" gap="sm" py={4}>
            <Text component="dt" size="sm">
              {shortcut.label}
            </Text>
            <Box component="dd" m={0}>
              <Keys keys={shortcut.keys} />
            </Box>
          </Group>
        ))}
      </Box>
    </Stack>
  );
}

/** Shows a combination as keys: `g q` as two keys, `Ctrl+Enter` as two joined by a plus. */
function Keys({ keys }: { keys: string }) {
  return (
    <Group gap={4} wrap="nowrap" component="span">
      {keys.split(' ').map((key) => (
        <Kbd key={key} size="sm">
          {key}
        </Kbd>
      ))}
    </Group>
  );
}

function groupsOf(shortcuts: readonly Shortcut[]): { name: string; shortcuts: Shortcut[] }[] {
  const groups = new Map<string, Map<string, Shortcut>>();
  for (const shortcut of shortcuts) {
    const group = groups.get(shortcut.group) ?? new Map<string, Shortcut>();
    if (!group.has(shortcut.keys)) group.set(shortcut.keys, shortcut);
    groups.set(shortcut.group, group);
  }
  return [...groups].map(([name, group]) => ({ name, shortcuts: [...group.values()] }));
}
