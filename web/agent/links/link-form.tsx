import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import classes from './links.module.css';
import { linkRequest, type Relation, relationsQuery } from './links-queries.ts';
import { type FoundRequest, RequestSearch } from './request-search.tsx';

/** Says how the request is related to another, and to which. */
export function LinkForm({ requestKey, onClose }: { requestKey: string; onClose: () => void }) {
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const relations = useQuery(relationsQuery);
  const [relationId, setRelationId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<FoundRequest | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    search.current?.focus();
  }, []);
  const known = relations.data ?? [];
  const relation =
    known.find((each) => idOf(each) === relationId) ??
    known.find(({ words }) => words.startsWith('relates')) ??
    known[0];

  const link = useMutation({
    mutationFn: ({ relation: how, other }: { relation: Relation; other: FoundRequest }) =>
      linkRequest(requestKey, how, other.key),
    onSuccess: (_, { other }) => {
      tellDone(t('links.done', { key: other.key }));
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['request', requestKey] }),
  });
  function save(event: FormEvent) {
    event.preventDefault();
    if (link.isPending) return;
    if (!chosen || !relation) {
      setProblem(t('links.choose'));
      search.current?.focus();
    } else link.mutate({ relation, other: chosen });
  }
  return (
    <form
      className={classes['form']}
      aria-label={t('links.add')}
      noValidate
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <NativeSelect
        size="sm"
        aria-label={t('links.kind')}
        data={known.map((each) => ({ value: idOf(each), label: each.words }))}
        value={relation ? idOf(relation) : ''}
        onChange={(event) => setRelationId(event.currentTarget.value)}
      />
      <div className={classes['search']}>
        <RequestSearch
          ref={search}
          requestKey={requestKey}
          chosen={chosen}
          error={
            problem ??
            (link.error ? `${t('links.failed')}: ${errorText(link.error)}` : null) ??
            (relations.error ? errorText(relations.error) : null)
          }
          onChoose={(found) => {
            setChosen(found);
            setProblem(null);
            if (link.error) link.reset();
            if (found) requestAnimationFrame(() => submit.current?.focus());
          }}
        />
      </div>
      <div className={classes['buttons']}>
        <Button ref={submit} type="submit" size="sm" loading={link.isPending}>
          {t('links.submit')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('edit.cancel')}
        </Button>
      </div>
    </form>
  );
}

function idOf({ typeId, direction }: Relation): string {
  return `${typeId} ${direction}`;
}
