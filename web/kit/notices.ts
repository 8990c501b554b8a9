import { notifications } from '@mantine/notifications';

/** Tells, in passing, that something was done. `action` may undo it or lead on. */
export function tellDone(message: React.ReactNode): void {
  notifications.show({ message, color: 'green', autoClose: 5000 });
}

/** Tells that something did not work. Stays until it is closed. */
export function tellFailure(title: string, message: React.ReactNode): void {
  notifications.show({ title, message, color: 'red', autoClose: false });
}
