import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../kit/api/client.ts';
import { tellDone } from '../../kit/notices.ts';
import type { FormField } from '../../kit/request-form/fields/field-module.ts';
import type { ModuleOf } from '../../kit/request-form/fields/registry.ts';
import type { States } from '../../kit/request-form/filled-form.ts';
import { FilledInForm } from '../../kit/request-form/filled-in-form.tsx';
import { useRequestForm } from '../../kit/request-form/use-request-form.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface FillingProps {
  readonly serviceDeskId: string;
  readonly requestTypeId: string;
  readonly fields: readonly FormField[];
  readonly moduleOf: ModuleOf;
  /** null: nobody is chosen yet */
  readonly customer: Named | null;
  readonly participants: readonly Named[];
  /** is told when nobody was chosen, to say so */
  readonly onCustomerMissing: () => void;
  readonly onCreated: () => void;
  /** what the form of another request type had in it */
  readonly begin: States;
  /** is told what is filled in */
  readonly onFill: (states: States) => void;
  /** what stands between the fields and the button */
  readonly children: ReactNode;
}

/** The form of a request type, filled in for a customer. */
export function Filling(props: FillingProps) {
  const { serviceDeskId, requestTypeId, fields, moduleOf, customer, participants, children } = props;
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useRequestForm({
    serviceDeskId,
    fields,
    moduleOf,
    draftName: draftNameOf(requestTypeId),
    begin: onlyOf(fields, props.begin),
    isReady() {
      if (!customer) props.onCustomerMissing();
      return customer !== null;
    },
    send: (requestFieldValues) =>
      answer(
        api.POST('/rest/servicedeskapi/request', {
          body: {
            serviceDeskId,
            requestTypeId,
            requestFieldValues,
            ...(customer && { raiseOnBehalfOf: customer.id }),
            ...(participants.length > 0 && { requestParticipants: participants.map(({ id }) => id) }),
          },
        }),
      ),
    onSent({ issueKey }) {
      props.onCreated();
      void queries.invalidateQueries({ queryKey: ['desk', serviceDeskId] });
      tellDone(t('newRequest.created', { key: issueKey, name: customer?.name ?? '' }));
      void navigate({ to: '/browse/$key', params: { key: issueKey } });
    },
  });
  const { states } = form;
  const { onFill } = props;
  useEffect(() => onFill(states), [states, onFill]);
  const isBusy = form.isSending || form.isWaiting;
  return (
    <form onSubmit={form.submit} noValidate aria-busy={form.isSending || undefined}>
      <Stack gap="lg">
        <FilledInForm form={form} moduleOf={moduleOf} serviceDeskId={serviceDeskId} />
        {children}
        <div>
          <Button type="submit" loading={isBusy}>
            {t(isBusy ? 'newRequest.creating' : 'newRequest.create')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** What the draft of a form is kept under. */
export function draftNameOf(requestTypeId: string): string {
  return `on-behalf:${requestTypeId}`;
}

/** Of what another form had in it, what this one asks for, too. */
function onlyOf(fields: readonly FormField[], states: States): States {
  const asked = new Set(fields.map(({ fieldId }) => fieldId));
  return Object.fromEntries(Object.entries(states).filter(([fieldId]) => asked.has(fieldId)));
}
