import { Modal, type ModalRootProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dialog.module.css';

interface DialogProps extends Pick<ModalRootProps, 'size' | 'closeOnClickOutside'> {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Mantine's modal dialog with a heading, shown while it is rendered. Its own header would be a second banner of the
 * page to screen readers.
 */
export function Dialog({ title, onClose, children, ...props }: DialogProps) {
  const { t } = useTranslation('kit');
  return (
    <Modal.Root opened onClose={onClose} {...props}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes['head']}>
          <Modal.Title className={classes['title'] ?? ''}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('close')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
