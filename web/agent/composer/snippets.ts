import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fillCannedResponse, searchCannedResponses } from '../../kit/canned-responses/canned-queries.ts';
import { tellNotice } from '../../kit/notices.ts';
import { asDocument, emptyDocument } from '../../kit/rich-text/adf.ts';
import type { SnippetSource } from '../../kit/rich-text/editor-props.ts';

/** The canned responses of the desk, filled in for the request. Variables that stand for nothing there are told of. */
export function useCannedResponses(serviceDeskId: string, requestKey: string): SnippetSource {
  const { t } = useTranslation('agent');
  return useMemo(
    () => ({
      search: async (query, signal) =>
        (await searchCannedResponses(serviceDeskId, query, signal)).map(({ id, name, text }) => ({
          id,
          name,
          preview: text.slice(0, 200),
        })),
      load: async (id) => {
        const { document, empty } = await fillCannedResponse(serviceDeskId, id, requestKey);
        if (empty.length > 0) tellNotice(t('composer.emptyVariables', { names: empty.join(', ') }));
        return asDocument(document) ?? emptyDocument;
      },
    }),
    [serviceDeskId, requestKey, t],
  );
}
