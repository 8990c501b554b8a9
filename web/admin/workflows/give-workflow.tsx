import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../kit/api/client.ts';
import { QueryState } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { MappingFields } from './publish-dialog.tsx';

interface GiveWorkflowProps {
  readonly deskId: string;
  readonly type: { readonly id: string; readonly name: string; readonly version: number };
  /** those that it can get: not its own */
  readonly workflows: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
  readonly onGiven: (changed: { readonly workflowId: string; readonly version: number }) => void;
}

function changeQuery(serviceDeskId: string, requestTypeId: string, workflowId: string) {
  return queryOptions({
    queryKey: ['workflow-change', serviceDeskId, requestTypeId, workflowId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/portico/1/service-desk/{serviceDeskId}/request-type/{requestTypeId}/workflow', {
          params: { path: { serviceDeskId, requestTypeId }, query: { workflowId } },
          signal,
        }),
      ),
    staleTime: 0,
  });
}

interface Values {
  readonly workflowId: string;
  readonly mapping: Readonly<Record<string, string>>;
}

/** Gives a request type that has requests another workflow, and asks where those go whose status it does not have. */
export function GiveWorkflow({ deskId, type, workflows, onClose, onGiven }: GiveWorkflowProps) {
  const { t } = useTranslation('admin');
  const [values, setValues] = useState<Values>({ workflowId: workflows[0]?.id ?? '', mapping: {} });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const query = useQuery({
    ...changeQuery(deskId, type.id, values.workflowId),
    placeholderData: keepPreviousData,
  });
  const leaving = query.data?.leaving ?? [];
  const saving = useSave({
    fields: ['workflowId', ...leaving.map(({ status }) => `mapping.${status.id}`)],
    setErrors,
    save: ({ workflowId, mapping }: Values) =>
      answer(
        api.PUT('/rest/portico/1/service-desk/{serviceDeskId}/request-type/{requestTypeId}/workflow', {
          params: { path: { serviceDeskId: deskId, requestTypeId: type.id } },
          body: { version: type.version, workflowId, mapping: { ...mapping } },
        }),
      ),
    onSaved: onGiven,
  });
  return (
    <Dialog onClose={onClose} title={t('workflows.ofType.title', { name: type.name })} size="lg">
      <form
        ref={saving.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          saving.save(values);
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('workflows.ofType.intro')}
          </Text>
          <NativeSelect
            label={t('workflows.ofType.workflow')}
            data={workflows.map(({ id, name }) => ({ value: id, label: name }))}
            value={values.workflowId}
            error={errors['workflowId']}
            onChange={(event) => {
              setValues({ workflowId: event.currentTarget.value, mapping: {} });
              setErrors({});
            }}
          />
          {!query.data ? (
            <QueryState query={query} lines={2} />
          ) : leaving.length === 0 ? (
            <Text size="sm">{t('workflows.ofType.fits')}</Text>
          ) : (
            <div>
              <Title order={3} size="h5">
                {t('workflows.publish.mapping')}
              </Title>
              <Text size="sm" c="dimmed" mb="xs">
                {t('workflows.publish.mappingText')}
              </Text>
              <MappingFields
                leaving={leaving}
                targets={query.data.statuses}
                mapping={values.mapping}
                errors={errors}
                onChange={(mapping) => {
                  setValues({ ...values, mapping });
                  setErrors({});
                }}
              />
            </div>
          )}
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving} disabled={!query.data}>
              {t('workflows.ofType.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
