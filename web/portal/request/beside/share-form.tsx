import { answer, api } from '../../../kit/api/client.ts';
import { useTranslation } from '../../../kit/i18n/use-translation.ts';
import { Button } from '../../../kit/plain/button.tsx';
import type { FormField } from '../../../kit/request-form/fields/field-module.ts';
import { NamePicker } from '../../../kit/request-form/fields/name-picker.tsx';
import { namedIn } from '../../../kit/request-form/fields/named.ts';
import type { CustomerRequest } from '../request-queries.ts';
import classes from './people.module.css';
import type { PeopleChange, PeopleChanges } from './use-people-changes.ts';

interface ShareFormProps {
  readonly request: CustomerRequest;
  readonly mayAddPeople: boolean;
  /** also people who have no account yet */
  readonly mayAddAnyone: boolean;
  readonly mayShare: boolean;
  readonly changes: PeopleChanges;
  readonly onClose: () => void;
}

/** Stands for somebody who has no account yet. */
const newPerson = 'new';

/** Finds people and organizations by name; whoever is chosen sees the request at once. */
export function ShareForm(props: ShareFormProps) {
  const { request, mayAddPeople, mayAddAnyone, mayShare, changes, onClose } = props;
  const { t } = useTranslation('beside');
  const { issueKey, serviceDeskId } = request;
  const params = { path: { issueIdOrKey: issueKey } };
  const choose = (kind: PeopleChange['kind']) => (state: string) => {
    const [chosen] = namedIn(state);
    if (chosen?.id === newPerson) changes.make({ kind: 'invite', id: chosen.name, name: chosen.name });
    else if (chosen) changes.make({ kind, ...chosen });
  };
  const always = { state: '', error: undefined, serviceDeskId, isSingle: true };
  return (
    <div className={classes['form']}>
      {mayAddPeople && (
        <NamePicker
          {...always}
          kind={`participant ${issueKey}`}
          field={finding('participant', t('people.addPerson'), t('people.addPersonHelp'))}
          onChange={choose('add')}
          search={async (query, signal) => {
            if (query === '') return [];
            const { values } = await answer(
              api.GET('/rest/portico/1/request/{issueIdOrKey}/participant-candidate', {
                params: { ...params, query: { query } },
                signal,
              }),
            );
            if (values.length === 0 && mayAddAnyone && /^\S+@\S+\.\S+$/.test(query)) {
              return [{ id: newPerson, name: query, hint: t('people.newPerson') }];
            }
            return values.map(({ accountId, displayName, emailAddress }) => ({
              id: accountId,
              name: displayName,
              // whoever was found by it is shown with it
              hint: emailAddress ?? (query.includes('@') ? query : undefined),
            }));
          }}
        />
      )}
      {mayShare && (
        <NamePicker
          {...always}
          kind={`organization ${issueKey}`}
          field={finding('organization', t('people.addOrganization'), t('people.addOrganizationHelp'))}
          onChange={choose('share')}
          search={async (query, signal) =>
            (
              await answer(
                api.GET('/rest/portico/1/request/{issueIdOrKey}/organization-candidate', {
                  params: { ...params, query: { query } },
                  signal,
                }),
              )
            ).values
          }
        />
      )}
      <Button size="sm" onClick={onClose}>
        {t('people.shareDone')}
      </Button>
    </div>
  );
}

/** What the picker asks for, as a form would. */
function finding(fieldId: string, name: string, description: string): FormField {
  return {
    fieldId,
    name,
    description,
    required: false,
    validValues: [],
    defaultValues: [],
    _portico: { type: 'person', settings: {}, section: null, showWhen: null },
  };
}
