import { TagsInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDomain } from './domain.ts';

interface DomainsInputProps {
  readonly value: string[];
  readonly onChange: (domains: string[]) => void;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
}

/** E-mail domains as tags. What is no domain stays in the field and is said so. */
export function DomainsInput({ value, onChange, error, description }: DomainsInputProps) {
  const { t } = useTranslation('admin');
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);

  function change(tags: string[]) {
    const domains: string[] = [];
    const others: string[] = [];
    for (const tag of tags) {
      const domain = readDomain(tag);
      if (domain === null) others.push(tag);
      else if (!domains.includes(domain)) domains.push(domain);
    }
    const wrong = others.length > 0 ? others.join(' ') : null;
    setRefused(wrong);
    onChange(domains);
    // the field has emptied itself by now: give back what was not taken
    if (wrong !== null) setText(wrong);
  }

  return (
    <TagsInput
      label={t('domains.label')}
      description={description}
      placeholder={value.length === 0 ? t('domains.placeholder') : ''}
      value={value}
      onChange={change}
      searchValue={text}
      onSearchChange={(next) => {
        setText(next);
        if (next !== refused) setRefused(null);
      }}
      splitChars={[',', ';', ' ', '\n']}
      acceptValueOnBlur
      error={refused === null ? error : t('domains.notADomain', { text: refused })}
      inputMode="url"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
