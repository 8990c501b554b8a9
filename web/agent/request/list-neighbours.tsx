import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';

interface ListNeighboursProps {
  readonly requestKey: string;
  /** of the list, in its order */
  readonly keys: readonly string[];
  /** of the list */
  readonly name: string;
}

/** From a request to the ones before and after it in a list. Nothing for a request that is not in it. */
export function ListNeighbours({ requestKey, keys, name }: ListNeighboursProps) {
  const { t } = useTranslation('agent');
  const navigate = useNavigate();
  const at = keys.indexOf(requestKey);
  const previous = at > 0 ? keys[at - 1] : undefined;
  const next = at < 0 ? undefined : keys[at + 1];
  const group = t('shortcuts.request');
  const go = (key: string | undefined) => key && void navigate({ to: '/browse/$key', params: { key } });
  useShortcuts(
    at < 0
      ? []
      : [
          { keys: 'j', group, label: t('shortcuts.nextInQueue'), run: () => go(next) },
          { keys: 'k', group, label: t('shortcuts.previousInQueue'), run: () => go(previous) },
        ],
  );
  if (at < 0) return null;
  return (
    <>
      <Step to={previous} label={t('request.previousIn', { queue: name })} keys="k" icon={IconChevronUp} />
      <Step to={next} label={t('request.nextIn', { queue: name })} keys="j" icon={IconChevronDown} />
    </>
  );
}

interface StepProps {
  readonly to: string | undefined;
  readonly label: string;
  readonly keys: string;
  readonly icon: typeof IconChevronUp;
}

function Step({ to, label, keys, icon: Icon }: StepProps) {
  const look = {
    variant: 'subtle',
    color: 'gray',
    'aria-label': label,
    title: `${label} (${keys})`,
  } as const;
  const icon = <Icon size={18} aria-hidden="true" />;
  if (to === undefined) {
    return (
      <ActionIcon {...look} disabled>
        {icon}
      </ActionIcon>
    );
  }
  return (
    <ActionIcon {...look} renderRoot={(props) => <Link {...props} to="/browse/$key" params={{ key: to }} />}>
      {icon}
    </ActionIcon>
  );
}
