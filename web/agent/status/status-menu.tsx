import { Menu, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { DetailMenu } from '../detail-menu/detail-menu.tsx';
import classes from './status-menu.module.css';
import { type Transition, transitionsQuery } from './transitions.ts';

interface StatusMenuProps {
  readonly requestKey: string;
  readonly status: { readonly name: string; readonly statusCategory: { readonly key: string } };
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly onChoose: (transition: Transition) => void;
  readonly isPending: boolean;
}

/** The status as a button that opens the ways on from it. */
export function StatusMenu({ requestKey, status, opened, onChange, onChoose, isPending }: StatusMenuProps) {
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  // read before it is opened, so that it opens complete
  const { data, error } = useQuery(transitionsQuery(requestKey));
  return (
    <DetailMenu
      opened={opened}
      onChange={onChange}
      action={t('status.change')}
      label={t('status.choose')}
      chosen={<StatusBadge name={status.name} category={status.statusCategory.key} />}
      width={280}
      isPending={isPending}
      problem={error && `${t('status.failedLoad')} ${errorText(error)}`}
    >
      {data?.length === 0 ? (
        <Text size="sm" p="xs">
          {t('status.none')}
        </Text>
      ) : (
        data?.map((transition) => (
          <Menu.Item key={transition.id} onClick={() => onChoose(transition)}>
            <span className={classes['item']}>
              <span>{transition.name}</span>
              <span className={classes['to']}>
                <IconArrowRight size={14} aria-hidden="true" />
                <StatusBadge name={transition.to.name} category={transition.to.statusCategory.key} />
              </span>
            </span>
          </Menu.Item>
        ))
      )}
    </DetailMenu>
  );
}
