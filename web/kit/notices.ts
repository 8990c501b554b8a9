import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Tells, in passing, that something was done. */
export function tellDone(message: React.ReactNode): void {
  notifications.show({ message, color: 'green', autoClose: 5000, closeButtonProps: closeLabel() });
}

/** Tells, for a while, what somebody should look at. */
export function tellNotice(message: React.ReactNode): void {
  notifications.show({ message, color: 'yellow', autoClose: 10_000, closeButtonProps: closeLabel() });
}

/** Tells that something did not work. Stays until it is closed. */
export function tellFailure(title: string, message: React.ReactNode): void {
  notifications.show({ title, message, color: 'red', autoClose: false, closeButtonProps: closeLabel() });
}

function closeLabel(): { 'aria-label': string } {
  return { 'aria-label': i18next.t('close', { ns: 'kit' }) };
}
