/** Who makes the sample data, for the audit log. */
export const auditActor = { accountId: null, name: 'Demo data', address: null };
