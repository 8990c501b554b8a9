import { answer, api } from '../../api/client.ts';
import type { ControlProps, FieldModule } from './field-module.ts';
import { NamePicker } from './name-picker.tsx';
import { named, namedIn } from './named.ts';

/** Organizations that the customer may name: their own. */
export const organizationField: FieldModule = {
  ...named,
  sent: (state) => namedIn(state).map(({ id }) => ({ id })),
  Control,
};

function Control(props: ControlProps) {
  const { serviceDeskId } = props;
  return (
    <NamePicker
      {...props}
      isSingle={false}
      kind="organization"
      search={async (query, signal) =>
        (
          await answer(
            api.GET('/rest/portico/1/service-desk/{serviceDeskId}/nameable-organization', {
              params: { path: { serviceDeskId }, query: { query } },
              signal,
            }),
          )
        ).values
      }
    />
  );
}
