import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { DetailMenu } from '../detail-menu/detail-menu.tsx';
import { PriorityMark } from './priority-mark.tsx';
import { prioritiesQuery } from './priority-queries.ts';

/** A priority as requests have it. */
export interface Priority {
  readonly id: string;
  readonly name: string;
  readonly _portico: { readonly color: string };
}

interface PriorityMenuProps {
  readonly priority: Priority;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly onChoose: (priority: Priority) => void;
  readonly isPending: boolean;
}

/** The priority as a button that opens the others. */
export function PriorityMenu({ priority, opened, onChange, onChoose, isPending }: PriorityMenuProps) {
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const { data, error } = useQuery(prioritiesQuery);
  return (
    <DetailMenu
      opened={opened}
      onChange={onChange}
      action={t('priority.change')}
      label={t('priority.choose')}
      chosen={<PriorityMark name={priority.name} color={priority._portico.color} />}
      width={200}
      isPending={isPending}
      isSmall
      problem={error && errorText(error)}
    >
      {data?.map((each) => (
        <Menu.Item
          key={each.id}
          aria-current={each.id === priority.id || undefined}
          onClick={() => onChoose(each)}
        >
          <PriorityMark name={each.name} color={each._portico.color} />
        </Menu.Item>
      ))}
    </DetailMenu>
  );
}
