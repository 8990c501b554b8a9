import { useTranslation } from '../i18n/use-translation.ts';
import { VisuallyHidden } from '../plain/visually-hidden.tsx';
import classes from './status-badge.module.css';

type Category = 'new' | 'indeterminate' | 'done';

/** Jira writes the category in several ways: 'NEW', 'new', 'INDETERMINATE', 'done', 'UNDEFINED'. */
function categoryOf(category: string): Category {
  const word = category.toLowerCase();
  return word === 'done' || word === 'indeterminate' ? word : 'new';
}

/** A status by its name; its category as colour, and in words for those who do not see it. */
export function StatusBadge({ name, category }: { name: string; category: string }) {
  const { t } = useTranslation('kit');
  const known = categoryOf(category);
  return (
    <span className={classes['badge']} data-category={known}>
      {name}
      <VisuallyHidden> ({t(`status.category.${known}`)})</VisuallyHidden>
    </span>
  );
}
