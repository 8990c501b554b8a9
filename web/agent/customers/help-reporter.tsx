import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { SecondFactorDialog } from '../../kit/people/lazy-second-factor-dialog.tsx';

interface HelpReporterProps {
  readonly reporter: { readonly accountId: string; readonly displayName: string };
}

/** From a request to its reporter's second factors: for those who write that they cannot sign in. */
export function HelpReporter({ reporter }: HelpReporterProps) {
  const { t } = useTranslation('agent');
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" size="compact-xs" ml={-8} onClick={dialog.open}>
        {t('request.helpReporter')}
      </Button>
      {isOpen ? <SecondFactorDialog account={reporter} onClose={dialog.close} /> : null}
    </>
  );
}
