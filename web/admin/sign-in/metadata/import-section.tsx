import { Button, Checkbox, FileInput, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../kit/api/api-error.ts';
import { useErrorText } from '../../../kit/components/states.tsx';
import { tellDone } from '../../../kit/notices.ts';
import { Note } from '../../../kit/plain/note.tsx';
import { ChangesView } from './changes-view.tsx';
import classes from './metadata.module.css';
import { type ImportInput, importMetadata, metadataQuery, readAnew } from './metadata-queries.ts';
import { Section } from './section.tsx';

type Source = 'url' | 'file' | 'paste';

/** Imports metadata from an address, a file or a pasted text: first what would change, then the change. */
export function ImportSection({ providerId, url }: { providerId: string; url: string | null }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [source, setSource] = useState<Source>('url');
  const [address, setAddress] = useState(url ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [entityId, setEntityId] = useState('');
  const [asksEntity, setAsksEntity] = useState(false);
  const [keepsCertificates, setKeepsCertificates] = useState(true);

  async function inputOf(): Promise<ImportInput> {
    const chosen = entityId.trim() === '' ? {} : { entityId: entityId.trim() };
    if (source === 'url') return { url: address.trim(), keepsCertificates, ...chosen };
    const xml = source === 'file' ? ((await file?.text()) ?? '') : text;
    return { xml, isFile: source === 'file', keepsCertificates, ...chosen };
  }
  const preview = useMutation({
    mutationFn: async (change: Partial<ImportInput>) => {
      const input = { ...(await inputOf()), ...change };
      return { input, result: await importMetadata(providerId, input, false) };
    },
    onError: (error) => setAsksEntity((asked) => asked || entityErrorOf(error) !== undefined),
  });
  const apply = useMutation({
    mutationFn: (input: ImportInput) => importMetadata(providerId, input, true),
    async onSuccess() {
      tellDone(t('metadata.import.applied'));
      preview.reset();
      setText('');
      setFile(null);
      await queries.invalidateQueries({ queryKey: metadataQuery(providerId).queryKey });
      await readAnew(queries, providerId);
    },
  });
  const begin = (event: FormEvent) => {
    event.preventDefault();
    apply.reset();
    preview.mutate({});
  };
  const edited =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      preview.reset();
      apply.reset();
      set(value);
    };
  const problem =
    preview.error && !entityErrorOf(preview.error) ? errorOf(preview.error, errorText) : undefined;
  return (
    <Section title={t('metadata.import.title')} help={t('metadata.import.help')}>
      <form onSubmit={begin} noValidate>
        <Stack gap="sm" maw="44rem">
          <Radio.Group
            label={t('metadata.import.from')}
            value={source}
            onChange={edited<string>((value) => setSource(value as Source))}
          >
            <Group gap="lg" mt={4}>
              {(['url', 'file', 'paste'] as const).map((value) => (
                <Radio key={value} value={value} label={t(`metadata.import.${value}`)} />
              ))}
            </Group>
          </Radio.Group>
          {source === 'url' ? (
            <TextInput
              label={t('metadata.import.urlLabel')}
              description={t('metadata.import.urlHelp')}
              placeholder="https://"
              type="url"
              value={address}
              onChange={(event) => edited(setAddress)(event.currentTarget.value)}
              error={problem}
            />
          ) : source === 'file' ? (
            <FileInput
              label={t('metadata.import.fileLabel')}
              placeholder={t('metadata.import.choose')}
              accept=".xml,application/xml,text/xml,application/samlmetadata+xml"
              value={file}
              onChange={edited(setFile)}
              error={problem}
              clearable
            />
          ) : (
            <Textarea
              label={t('metadata.import.pasteLabel')}
              placeholder="<EntityDescriptor …"
              rows={8}
              spellCheck={false}
              value={text}
              onChange={(event) => edited(setText)(event.currentTarget.value)}
              error={problem}
              classNames={{ input: classes['text'] ?? '' }}
            />
          )}
          {asksEntity ? (
            <TextInput
              label={t('metadata.import.entityLabel')}
              description={t('metadata.import.entityHelp')}
              value={entityId}
              onChange={(event) => edited(setEntityId)(event.currentTarget.value)}
              error={entityErrorOf(preview.error)}
            />
          ) : null}
          <Group>
            <Button type="submit" variant={preview.data ? 'default' : 'filled'} loading={preview.isPending}>
              {t('metadata.import.preview')}
            </Button>
          </Group>
        </Stack>
      </form>
      {preview.data ? (
        <Stack gap="sm" role="status">
          <Text fw={600}>{t('metadata.import.result')}</Text>
          {preview.data.result.problem === null ? null : (
            <Note tone="error">{preview.data.result.problem}</Note>
          )}
          <ChangesView changes={preview.data.result.changes} notes={preview.data.result.content.notes} />
          {preview.data.result.changes.certificates.removed.length > 0 ? (
            <Checkbox
              label={t('metadata.import.keeps')}
              description={t('metadata.import.keepsHelp')}
              checked={keepsCertificates}
              onChange={(event) => {
                setKeepsCertificates(event.currentTarget.checked);
                preview.mutate({ keepsCertificates: event.currentTarget.checked });
              }}
            />
          ) : null}
          {apply.error ? (
            <Note tone="error" role="alert">
              {errorText(apply.error)}
            </Note>
          ) : null}
          <Group gap="xs">
            <Button
              loading={apply.isPending}
              disabled={preview.data.result.problem !== null}
              onClick={() => apply.mutate({ ...preview.data.input, version: preview.data.result.version })}
            >
              {t('metadata.import.apply')}
            </Button>
            <Button variant="subtle" color="gray" onClick={() => preview.reset()}>
              {t('metadata.import.notNow')}
            </Button>
          </Group>
        </Stack>
      ) : null}
    </Section>
  );
}

/** Why the entity ID is asked for, or the one that was given does not do. */
function entityErrorOf(error: unknown): string | undefined {
  return error instanceof ApiError ? error.errors['entityId'] : undefined;
}

/** What the server says of the address or the XML, else of the whole. */
function errorOf(error: unknown, errorText: (error: unknown) => string): string {
  const fields = error instanceof ApiError ? error.errors : {};
  return fields['url'] ?? fields['xml'] ?? errorText(error);
}
