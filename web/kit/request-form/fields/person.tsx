import { answer, api } from '../../api/client.ts';
import type { ControlProps, FieldModule } from './field-module.ts';
import { NamePicker } from './name-picker.tsx';
import { named, namedIn } from './named.ts';

/** Somebody whom the customer may name. */
export const personField: FieldModule = {
  ...named,
  sent: (state) => ({ accountId: namedIn(state)[0]?.id }),
  Control: (props) => <PersonPicker {...props} isSingle />,
};

/** Several people. */
export const peopleField: FieldModule = {
  ...named,
  sent: (state) => namedIn(state).map(({ id }) => ({ accountId: id })),
  Control: (props) => <PersonPicker {...props} isSingle={false} />,
};

function PersonPicker(props: ControlProps & { isSingle: boolean }) {
  const { serviceDeskId } = props;
  return (
    <NamePicker
      {...props}
      kind="person"
      search={async (query, signal) => {
        const { values } = await answer(
          api.GET('/rest/portico/1/service-desk/{serviceDeskId}/nameable-person', {
            params: { path: { serviceDeskId }, query: { query } },
            signal,
          }),
        );
        return values.map(({ accountId, displayName, emailAddress }) => ({
          id: accountId,
          name: displayName,
          hint: emailAddress,
        }));
      }}
    />
  );
}
