import { Badge, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState, useErrorText } from '../../../kit/components/states.tsx';
import { useTimeZone } from '../../../kit/components/time.tsx';
import { tellFailure } from '../../../kit/notices.ts';
import { Note } from '../../../kit/plain/note.tsx';
import { ConfirmAct } from '../../forms/confirm-act.tsx';
import { CopyField } from '../../forms/copy-field.tsx';
import { ActionsCell, Cell, ResponsiveTable } from '../../lists/responsive-table.tsx';
import { Section } from '../metadata/section.tsx';
import type { Provider } from '../provider-queries.ts';
import { linksQuery, makeLink, revokeLink } from './setup-link-queries.ts';
import { useSubmissionText } from './use-submission-text.ts';

/** Links for the company's own IT: made, copied once, listed, withdrawn. */
export function SetupLinksTab({ provider }: { provider: Provider }) {
  const { t, i18n } = useTranslation('admin');
  const queries = useQueryClient();
  const query = useQuery(linksQuery(provider.id));
  const [revoked, setRevoked] = useState<{ id: string; note: string } | null>(null);
  const links = query.data?.values;
  const submissionText = useSubmissionText();
  const [latest] = (links ?? [])
    .flatMap(({ submitted }) => submitted ?? [])
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const show = () => queries.invalidateQueries({ queryKey: linksQuery(provider.id).queryKey });
  const timeZone = useTimeZone();
  const day = (iso: string) => new Date(iso).toLocaleString(i18n.language, { timeZone });
  return (
    <Section title={t('setupLinks.title')} help={t('setupLinks.help')}>
      {provider.isEnabled ? <Note tone="info">{t('setupLinks.inUse')}</Note> : null}
      {!provider.isEnabled && latest ? (
        <Note tone="info" title={t('setupLinks.submitted')}>
          <p>{submissionText(latest, provider.version)}</p>
        </Note>
      ) : null}
      <MakeLink providerId={provider.id} onMade={show} />
      {!links ? <QueryState query={query} lines={3} /> : null}
      {links?.length === 0 ? <Text c="dimmed">{t('setupLinks.none')}</Text> : null}
      {links && links.length > 0 ? (
        <ResponsiveTable
          label={t('setupLinks.title')}
          columns={[
            ...(['note', 'state', 'expires', 'used'] as const).map((name) => t(`setupLinks.columns.${name}`)),
            '',
          ]}
        >
          {links.map(({ id, note, isExpired, expiresAt, lastUsedAt, submitted }) => (
            <tr key={id}>
              <Cell>{note}</Cell>
              <Cell label={t('setupLinks.columns.state')}>
                <Badge color={submitted ? 'blue' : isExpired ? 'gray' : 'green'}>
                  {t(`setupLinks.state.${submitted ? 'submitted' : isExpired ? 'expired' : 'open'}`)}
                </Badge>
              </Cell>
              <Cell label={t('setupLinks.columns.expires')}>{day(expiresAt)}</Cell>
              <Cell label={t('setupLinks.columns.used')}>
                {lastUsedAt ? day(lastUsedAt) : t('setupLinks.never')}
              </Cell>
              <ActionsCell>
                <Button size="xs" variant="default" onClick={() => setRevoked({ id, note })}>
                  {t('setupLinks.revoke')}
                </Button>
              </ActionsCell>
            </tr>
          ))}
        </ResponsiveTable>
      ) : null}
      {revoked ? (
        <ConfirmAct
          title={t('setupLinks.revokeTitle', { note: revoked.note })}
          submit={t('setupLinks.revoke')}
          isDanger
          act={async () => {
            await revokeLink(revoked.id);
            await show();
          }}
          onCancel={() => setRevoked(null)}
          onDone={() => setRevoked(null)}
        >
          <p>{t('setupLinks.revokeText')}</p>
        </ConfirmAct>
      ) : null}
    </Section>
  );
}

function MakeLink({ providerId, onMade }: { providerId: string; onMade: () => Promise<void> }) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const [note, setNote] = useState('');
  const [days, setDays] = useState(3);
  const make = useMutation({
    mutationFn: () => makeLink(providerId, { note, days }),
    async onSuccess() {
      setNote('');
      await onMade();
    },
    onError: (error) => tellFailure(t('setupLinks.failed'), errorText(error)),
  });
  return (
    <Stack gap="sm" maw="56rem">
      <Group align="end" gap="sm">
        <TextInput
          flex="1 1 18rem"
          label={t('setupLinks.note')}
          description={t('setupLinks.noteHelp')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <NumberInput
          label={t('setupLinks.days')}
          min={1}
          max={14}
          value={days}
          onChange={(value) => setDays(Number(value) || 3)}
        />
        <Button disabled={note.trim() === ''} loading={make.isPending} onClick={() => make.mutate()}>
          {t('setupLinks.make')}
        </Button>
      </Group>
      {make.data ? (
        <Note tone="success" title={t('setupLinks.made')}>
          <p>{t('setupLinks.madeHelp')}</p>
          <CopyField label={t('setupLinks.link')} value={make.data.url} />
        </Note>
      ) : null}
    </Stack>
  );
}
