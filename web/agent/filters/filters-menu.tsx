import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconStarFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filters-menu.module.css';
import { starredFiltersQuery } from './filters-queries.ts';

/** What many look for, as a query each. */
const usual = [
  { name: 'mine', jql: 'assignee = currentUser() AND resolution is EMPTY ORDER BY updated DESC' },
  { name: 'reported', jql: 'reporter = currentUser() ORDER BY created DESC' },
  { name: 'viewed', jql: 'key in issueHistory() ORDER BY lastViewed DESC' },
  { name: 'updated', jql: 'updated >= -1d ORDER BY updated DESC' },
  { name: 'resolved', jql: 'resolved >= -1w ORDER BY resolved DESC' },
] as const;

/** The menu of the header with the viewer's starred filters, and what many look for. */
export function FiltersMenu() {
  const { t } = useTranslation('agent');
  const [isOpen, setIsOpen] = useState(false);
  const { data: starred } = useQuery({ ...starredFiltersQuery, enabled: isOpen });
  return (
    <Menu position="bottom-start" shadow="md" width={280} opened={isOpen} onChange={setIsOpen}>
      <Menu.Target>
        <UnstyledButton className={classes['opener'] ?? ''}>
          {t('search.filters.menu')}
          <IconChevronDown size={14} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes['menu'] ?? ''}>
        <Menu.Label>{t('search.filters.starred')}</Menu.Label>
        {starred?.length === 0 ? <p className={classes['none']}>{t('search.filters.none')}</p> : null}
        {starred?.slice(0, 15).map(({ id, name }) => (
          <Menu.Item
            key={id}
            renderRoot={(props: object) => <Link to="/issues" search={{ filter: Number(id) }} {...props} />}
            leftSection={<IconStarFilled size={14} className={classes['star']} aria-hidden="true" />}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('search.filters.usual')}</Menu.Label>
        {usual.map(({ name, jql }) => (
          <Menu.Item
            key={name}
            renderRoot={(props: object) => <Link to="/issues" search={{ jql }} {...props} />}
          >
            {t(`search.filters.${name}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/issues/filters">
          {t('search.filters.all')}
        </Menu.Item>
        <Menu.Item component={Link} to="/issues">
          {t('search.filters.new')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
