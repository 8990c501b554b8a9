import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RequestTypeIcon } from '../../kit/request-types/request-type-icon.tsx';
import { createPath } from '../paths.ts';
import classes from './type-list.module.css';

/** What the list needs of a request type. */
export interface ListedType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly portalId: string;
  readonly groupIds: readonly string[];
  readonly icon: { readonly id: string };
}

/** Request types, each leading to its form. */
export function TypeList({ children }: { children: ReactNode }) {
  return <ul className={classes['list']}>{children}</ul>;
}

/** One request type; `place` says where it is when that is not plain from the page. */
export function TypeLink({ type, group, place }: { type: ListedType; group?: string; place?: string }) {
  return (
    <li>
      <Link to={createPath(type.portalId, group ?? type.groupIds[0], type.id)} className={classes['link']}>
        <span className={classes['icon']}>
          <RequestTypeIcon name={type.icon.id} />
        </span>
        <span className={classes['words']}>
          <strong className={classes['name']}>{type.name}</strong>
          {type.description && <span>{type.description}</span>}
          {place && <span>{place}</span>}
        </span>
      </Link>
    </li>
  );
}
