import { Badge, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Category = 'new' | 'indeterminate' | 'done';

const categoryColors: Record<Category, string> = { new: 'gray', indeterminate: 'blue', done: 'green' };

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
    <Badge color={categoryColors[known]} size="lg" maw="100%">
      {name}
      <VisuallyHidden> ({t(`status.category.${known}`)})</VisuallyHidden>
    </Badge>
  );
}
