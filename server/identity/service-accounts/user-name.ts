/**
 * What stands for a service account's e-mail address in clients that want one. `.invalid` belongs to nobody (RFC 2606), so
 * no mail can reach it and no provider can claim it.
 */
export function serviceUserName(accountId: string): string {
  return `${accountId}@service.invalid`;
}
