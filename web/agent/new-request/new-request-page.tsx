import { Button, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { clearDraft, draftKey } from '../../kit/drafts.ts';
import { Note } from '../../kit/plain/note.tsx';
import { namedIn, namedState } from '../../kit/request-form/fields/named.ts';
import { modulesQuery } from '../../kit/request-form/fields/registry.ts';
import type { States } from '../../kit/request-form/filled-form.ts';
import { focusField } from '../../kit/request-form/form-problems.tsx';
import type { Desk } from '../desks/desk-queries.ts';
import { AddCustomerDialog } from './add-customer-dialog.tsx';
import { draftNameOf, Filling } from './filling.tsx';
import classes from './new-request.module.css';
import { formQuery, personQuery, requestTypesQuery } from './new-request-queries.ts';
import { CustomerField, ParticipantsField } from './person-field.tsx';
import { typeChoices } from './type-choices.ts';

interface NewRequestPageProps {
  readonly desk: Desk;
  readonly desks: readonly Desk[];
  /** chosen in the address */
  readonly typeId: string | undefined;
  /** accountId, chosen in the address */
  readonly customerId: string | undefined;
}

/** A request that an agent raises for a customer, in the form that the customer would fill in. */
export function NewRequestPage({ desk, desks, typeId, customerId }: NewRequestPageProps) {
  const { t } = useTranslation('agent');
  const navigate = useNavigate();
  const types = useQuery(requestTypesQuery(desk.id));
  const asked = useQuery({ ...personQuery(desk.id, customerId ?? ''), enabled: customerId !== undefined });
  const [customer, setCustomer] = useState('');
  const [participants, setParticipants] = useState('');
  const [isCustomerMissing, setIsCustomerMissing] = useState(false);
  const [isAdding, setIsAdding] = useState(false);
  // goes along to the form of another request type
  const filled = useRef<States>({});
  const { accountId } = useAccount();
  const { data: askedPerson } = asked;
  useEffect(() => {
    if (askedPerson) setCustomer(namedState([askedPerson]));
  }, [askedPerson]);

  const known = types.data?.types.find(({ id }) => id === typeId);
  function choose(next: { desk?: string; type?: string }) {
    void navigate({
      to: '/projects/new-request',
      search: { desk: desk.projectKey, ...(customerId && { customer: customerId }), ...next },
      replace: true,
    });
  }
  const [chosenCustomer = null] = namedIn(customer);
  const noteFilled = useCallback((states: States) => {
    filled.current = { ...filled.current, ...states };
  }, []);

  return (
    <Stack gap="lg" className={classes['page'] ?? ''}>
      <div>
        <PageTitle title={t('newRequest.title')} />
        <Text c="dimmed">{t('newRequest.text')}</Text>
      </div>
      {desks.length > 1 ? (
        <Select
          label={t('newRequest.desk')}
          labelProps={{ fz: 'sm' }}
          data={desks.map(({ projectKey, projectName }) => ({ value: projectKey, label: projectName }))}
          value={desk.projectKey}
          allowDeselect={false}
          searchable={desks.length > 8}
          onChange={(key) => {
            if (key !== null && key !== desk.projectKey) choose({ desk: key });
          }}
        />
      ) : null}
      <div className={classes['customer']}>
        <CustomerField
          serviceDeskId={desk.id}
          state={customer}
          onChange={(state) => {
            setCustomer(state);
            setIsCustomerMissing(false);
          }}
          error={isCustomerMissing ? t('newRequest.customerMissing') : undefined}
        />
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setIsAdding(true)}>
            {t('newRequest.add.open')}
          </Button>
        </div>
      </div>
      {!types.data ? (
        <QueryState query={types} lines={1} />
      ) : types.data.types.length === 0 ? (
        <Note tone="info">{t('newRequest.noTypes')}</Note>
      ) : (
        <Select
          label={t('newRequest.type')}
          labelProps={{ fz: 'sm' }}
          placeholder={t('newRequest.typeHint')}
          data={typeChoices(types.data.groups, types.data.types, t('newRequest.otherTypes'))}
          value={known?.id ?? null}
          allowDeselect={false}
          searchable
          required
          withAsterisk
          description={known?.description || undefined}
          onChange={(id) => {
            if (id === null || id === known?.id) return;
            if (known) clearDraft(sessionStorage, draftKey(accountId, draftNameOf(known.id)));
            choose({ type: id });
          }}
        />
      )}
      {known ? (
        <FormOf key={known.id} desk={desk} typeId={known.id}>
          {({ fields, moduleOf }) => (
            <Filling
              serviceDeskId={desk.id}
              requestTypeId={known.id}
              fields={fields}
              moduleOf={moduleOf}
              customer={chosenCustomer}
              begin={filled.current}
              onFill={noteFilled}
              participants={namedIn(participants)}
              onCustomerMissing={() => {
                setIsCustomerMissing(true);
                requestAnimationFrame(() => focusField('customer'));
              }}
              onCreated={() => {
                setCustomer('');
                setParticipants('');
              }}
            >
              <ParticipantsField serviceDeskId={desk.id} state={participants} onChange={setParticipants} />
            </Filling>
          )}
        </FormOf>
      ) : null}
      {isAdding ? (
        <AddCustomerDialog
          serviceDeskId={desk.id}
          onClose={(added) => {
            setIsAdding(false);
            if (!added) return;
            setCustomer(namedState([added]));
            setIsCustomerMissing(false);
          }}
        />
      ) : null}
    </Stack>
  );
}

interface FormOfProps {
  readonly desk: Desk;
  readonly typeId: string;
  readonly children: (form: Pick<Parameters<typeof Filling>[0], 'fields' | 'moduleOf'>) => React.ReactNode;
}

/** Loads the form of a request type, and what its fields need. */
function FormOf({ desk, typeId, children }: FormOfProps) {
  const form = useQuery(formQuery(desk.id, typeId));
  const modules = useQuery({ ...modulesQuery(form.data ?? []), enabled: form.isSuccess });
  if (!form.data) return <QueryState query={form} lines={6} />;
  if (!modules.data) return <QueryState query={modules} lines={6} />;
  return children({ fields: form.data, moduleOf: modules.data.moduleOf });
}
