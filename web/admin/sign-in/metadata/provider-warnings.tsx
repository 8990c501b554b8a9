import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../kit/plain/note.tsx';
import classes from './metadata.module.css';
import { type ProviderWarning, warningsQuery } from './metadata-queries.ts';
import { useWarningText } from './warning-text.ts';

/**
 * What must be seen to before people cannot sign in any more; nothing when there is nothing. Without a provider, that of
 * all, each with the way to its page.
 */
export function ProviderWarnings({ providerId }: { providerId?: string }) {
  const { t } = useTranslation('admin');
  const { data = [] } = useQuery(warningsQuery);
  const warnings = data.filter((warning) => providerId === undefined || warning.providerId === providerId);
  if (warnings.length === 0) return null;
  const isUrgent = warnings.some((warning) => warning.isUrgent);
  return (
    <Note
      tone={isUrgent ? 'error' : 'info'}
      {...(providerId === undefined && { title: t('metadata.warnings.title') })}
    >
      <ul className={classes['warnings']}>
        {warnings.map((warning) => (
          <li key={`${warning.providerId} ${warning.kind} ${warning.fingerprint ?? ''}`}>
            <Warning warning={warning} isLinked={providerId === undefined} />
          </li>
        ))}
      </ul>
    </Note>
  );
}

function Warning({ warning, isLinked }: { warning: ProviderWarning; isLinked: boolean }) {
  const { text, help } = useWarningText()(warning);
  const id = warning.providerId;
  return (
    <>
      {isLinked ? (
        <Anchor
          fz="inherit"
          underline="always"
          renderRoot={(props) =>
            warning.kind === 'exception' ? (
              <Link {...props} to="/admin/sign-in/$id" params={{ id }} />
            ) : (
              <Link {...props} to="/admin/sign-in/$id/$tab" params={{ id, tab: 'metadata' }} />
            )
          }
        >
          {text}
        </Anchor>
      ) : (
        text
      )}
      {help === null ? null : <Text size="sm">{help}</Text>}
    </>
  );
}
