const root = '/servicedesk/customer/user';

export const signUpPath = `${root}/sign-up`;
/** Where the links of mails lead; what opens them stands behind the #. */
export const finishPath = `${root}/sign-up/finish`;
export const invitationPath = `${root}/invitation`;
export const newPasswordPath = `${root}/new-password`;
export const forgottenPath = `${root}/forgot-password`;
export const ownPasswordPath = `${root}/password`;

/** Such a page, from which one comes back to `destination`. */
export function withDestination(path: string, destination: string | null): string {
  return destination === null ? path : `${path}?destination=${encodeURIComponent(destination)}`;
}
