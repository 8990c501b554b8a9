import { queryOptions } from '@tanstack/react-query';
import { attachmentField } from './attachment.tsx';
import type { FieldModule, FormField } from './field-module.ts';
import { paragraphField } from './paragraph.tsx';
import { selectField } from './select.tsx';
import { textField } from './text.tsx';
import { addFieldStrings } from './words.ts';

/** The module of each field of a form. */
export type ModuleOf = (field: Pick<FormField, '_portico'>) => FieldModule;

/** What most forms have. */
const usual: Readonly<Record<string, FieldModule>> = {
  summary: textField,
  description: paragraphField,
  attachment: attachmentField,
  text: textField,
  paragraph: paragraphField,
  select: selectField,
};

/** The modules of a form's fields with their words; what the form does not need is not loaded. */
export function modulesQuery(fields: readonly Pick<FormField, '_portico'>[]) {
  const needsMore = fields.some(({ _portico }) => !Object.hasOwn(usual, _portico.type));
  return queryOptions({
    queryKey: ['field-modules', needsMore],
    queryFn: async () => {
      const [more] = await Promise.all([
        needsMore ? import('./more-fields.ts').then(({ moreFields }) => moreFields) : {},
        addFieldStrings(),
      ]);
      const all: Readonly<Record<string, FieldModule>> = { ...usual, ...more };
      const moduleOf: ModuleOf = ({ _portico }) => all[_portico.type] ?? textField;
      return { moduleOf };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
