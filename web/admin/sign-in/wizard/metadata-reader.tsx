import { Button, FileInput, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../kit/api/client.ts';
import type { paths } from '../../../kit/api/schema.d.ts';
import { useErrorText } from '../../../kit/components/states.tsx';
import { Note } from '../../../kit/plain/note.tsx';
import type { ProviderValues } from '../provider-values.ts';

type Source = 'url' | 'file' | 'paste';

const path = '/rest/portico/1/identity-provider/metadata-preview';

/** Where metadata is read from, and which provider of several. */
export type MetadataSource = paths[typeof path]['post']['requestBody']['content']['application/json'];

function readAsAdministrator(body: MetadataSource) {
  return answer(api.POST(path, { body }));
}

/** What metadata says. */
export type MetadataContent = Awaited<ReturnType<typeof readAsAdministrator>>;

interface MetadataReaderProps {
  /** what is in the form */
  readonly url: string;
  readonly onRead: (settings: Partial<ProviderValues>) => void;
  /** absent: as an administrator */
  readonly read?: (source: MetadataSource) => Promise<MetadataContent>;
  /** shows what was read, before `use` puts it into the form; absent: it is put there at once */
  readonly preview?: (found: MetadataContent, use: () => void) => ReactNode;
}

/** Reads SAML metadata from an address, a file or a pasted text into the form. */
export function MetadataReader({ url, onRead, read = readAsAdministrator, preview }: MetadataReaderProps) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const [source, setSource] = useState<Source>('url');
  const [address, setAddress] = useState(url);
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [entityId, setEntityId] = useState('');
  const [isUsed, setUsed] = useState(false);
  const reading = useMutation({
    mutationFn: async () => {
      const chosen = entityId.trim() === '' ? {} : { entityId: entityId.trim() };
      const xml = source === 'file' ? ((await file?.text()) ?? '') : text;
      const body = source === 'url' ? { url: address.trim(), ...chosen } : { xml, ...chosen };
      return read(body);
    },
    onSuccess: (found) => {
      setUsed(false);
      if (!preview) use(found);
    },
  });
  function use({ settings }: MetadataContent) {
    setUsed(true);
    onRead(settings);
  }
  const found = reading.data;
  const problem = reading.error ? errorText(reading.error) : null;
  const isEmpty = { url: address.trim() === '', file: file === null, paste: text.trim() === '' }[source];
  return (
    <Stack gap="sm" component="section" aria-label={t('wizard.metadata.title')}>
      <div>
        <Text fw={600}>{t('wizard.metadata.title')}</Text>
        <Text size="sm" c="dimmed">
          {t('wizard.metadata.help')}
        </Text>
      </div>
      <Radio.Group
        aria-label={t('wizard.metadata.title')}
        value={source}
        onChange={(value) => setSource(value as Source)}
      >
        <Group>
          {(['url', 'file', 'paste'] as const).map((value) => (
            <Radio key={value} value={value} label={t(`wizard.metadata.${value}`)} />
          ))}
        </Group>
      </Radio.Group>
      {source === 'url' ? (
        <TextInput
          label={t('wizard.metadata.address')}
          inputMode="url"
          spellCheck={false}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          onKeyDown={(event) => {
            // It stands in a form, which is not to be sent now.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (!isEmpty) reading.mutate();
          }}
        />
      ) : null}
      {source === 'file' ? (
        <FileInput
          label={t('wizard.metadata.fileLabel')}
          accept=".xml,application/xml,text/xml,application/samlmetadata+xml"
          clearable
          value={file}
          onChange={setFile}
        />
      ) : null}
      {source === 'paste' ? (
        <Textarea
          label={t('wizard.metadata.pasteLabel')}
          rows={4}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : null}
      {problem !== null && /Say which one/.test(problem) ? (
        <TextInput
          label={t('wizard.metadata.entityId')}
          spellCheck={false}
          value={entityId}
          onChange={(event) => setEntityId(event.currentTarget.value)}
        />
      ) : null}
      {problem === null ? null : (
        <Note tone="error" role="alert">
          {problem}
        </Note>
      )}
      <Group>
        <Button
          variant="default"
          loading={reading.isPending}
          disabled={isEmpty}
          onClick={() => reading.mutate()}
        >
          {t('wizard.metadata.read')}
        </Button>
      </Group>
      {found && !isUsed ? preview?.(found, () => use(found)) : null}
      {found && isUsed ? (
        <Note tone="success" role="status">
          {t('wizard.metadata.filled')} {found.notes.join(' ')}
        </Note>
      ) : null}
    </Stack>
  );
}
