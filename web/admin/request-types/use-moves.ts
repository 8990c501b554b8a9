import { useTranslation } from 'react-i18next';
import type { Move } from '../../kit/sorting/sort-handle.tsx';
import type { Building } from './form-builder.tsx';
import { goesIntoSections, placeBeside, placeOneStep, sectionAround } from './form-entries.ts';

/** The ways in which an entry of a form can be moved without dragging it. */
export function useMoves({ form, nameOf, put }: Building, id: string): Move[] {
  const { t } = useTranslation('admin');
  const up = placeOneStep(form, id, -1);
  const down = placeOneStep(form, id, 1);
  const around = sectionAround(form, id);
  const others = goesIntoSections(form, id)
    ? form.flatMap(({ section }) => (section && section.id !== around?.id ? [section] : []))
    : [];
  return [
    { label: t('requestTypes.builder.up'), key: 'up', isOff: up === null, act: () => up && put(id, up) },
    {
      label: t('requestTypes.builder.down'),
      key: 'down',
      isOff: down === null,
      act: () => down && put(id, down),
    },
    ...others.map((section) => ({
      label: t('requestTypes.builder.into', { section: nameOf(section.id) }),
      act: () => put(id, { section: section.id, before: null }),
    })),
    ...(around
      ? [
          {
            label: t('requestTypes.builder.outOf', { section: nameOf(around.id) }),
            act: () => put(id, placeBeside(form, around.id, 'after', id)),
          },
        ]
      : []),
  ];
}
