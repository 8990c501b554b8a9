import { useState } from 'react';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import type { Added } from './added.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpApp } from './set-up-app.tsx';
import { SetUpPasskey } from './set-up-passkey.tsx';

export type FactorKind = 'totp' | 'passkey';

interface SetUpProps {
  readonly kind: FactorKind;
  /** by which its owner knows it; null: by what it is */
  readonly name: string | null;
  /** whose it is, for the file of the recovery codes */
  readonly owner: string;
  /** once the recovery codes are kept, where there are some */
  readonly onDone: (added: Added) => void;
  readonly onBack: () => void;
  readonly onRefused?: (error: unknown) => boolean;
}

/** Sets up an authenticator app or a passkey, and shows the recovery codes that come with the first one. */
export function SetUp({ kind, name, owner, onDone, onBack, onRefused }: SetUpProps) {
  const { t } = useTranslation('second-factor');
  const [added, setAdded] = useState<Added | null>(null);
  if (added?.recoveryCodes) {
    return <RecoveryCodes codes={added.recoveryCodes} owner={owner} onDone={() => onDone(added)} />;
  }
  const step = {
    name: name ?? t(kind === 'totp' ? 'app.defaultName' : 'passkey.defaultName'),
    onAdded: (now: Added) => (now.recoveryCodes ? setAdded(now) : onDone(now)),
    onBack,
    ...(onRefused && { onRefused }),
  };
  return kind === 'totp' ? <SetUpApp {...step} /> : <SetUpPasskey {...step} />;
}
