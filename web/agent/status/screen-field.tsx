import { Text } from '@mantine/core';
import { answer, api } from '../../kit/api/client.ts';
import type { ControlProps, FieldModule, FormField } from '../../kit/request-form/fields/field-module.ts';
import { NamePicker } from '../../kit/request-form/fields/name-picker.tsx';
import { fieldAttribute } from '../../kit/request-form/form-problems.tsx';
import { RichTextEditor } from '../../kit/rich-text/rich-text-editor.tsx';
import { noUploads } from '../request/in-place/no-uploads.ts';
import { isLong, type Screen } from './use-screen.ts';

interface ScreenFieldProps {
  readonly requestKey: string;
  readonly serviceDeskId: string;
  readonly field: FormField;
  readonly module: FieldModule;
  readonly screen: Screen;
  readonly onSubmit: () => void;
}

/** A field that is asked for on the way. */
export function ScreenField(props: ScreenFieldProps) {
  const { requestKey, serviceDeskId, field, module, screen, onSubmit } = props;
  const control: ControlProps = {
    field,
    state: screen.state(field),
    error: screen.error(field),
    serviceDeskId,
    uploads: noUploads,
    takesFiles: false,
    onChange: (state) => screen.setState(field, state),
  };
  return (
    <div {...{ [fieldAttribute]: field.fieldId }}>
      {isLong(field) ? (
        <>
          <Text size="sm" fw={600} mb={6}>
            {field.name}
          </Text>
          <RichTextEditor
            aria-label={field.name}
            value={screen.document(field)}
            error={screen.error(field) ?? null}
            onChange={(document) => screen.setDocument(field, document)}
            onSubmit={onSubmit}
          />
        </>
      ) : field.fieldId === 'assignee' ? (
        <NamePicker
          {...control}
          isSingle
          kind={`assignable ${requestKey}`}
          search={async (query, signal) => {
            const agents = await answer(
              api.GET('/rest/api/3/user/assignable/search', {
                params: { query: { issueKey: requestKey, query, maxResults: 20 } },
                signal,
              }),
            );
            return agents.map(({ accountId, displayName, emailAddress }) => ({
              id: accountId,
              name: displayName,
              hint: emailAddress,
            }));
          }}
        />
      ) : (
        <module.Control {...control} />
      )}
    </div>
  );
}
