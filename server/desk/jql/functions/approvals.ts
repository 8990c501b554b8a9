import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../../access-rules.ts';
import { jqlTypes } from '../field.ts';
import { accountsNamed } from '../people.ts';
import type { JqlFunction } from './function.ts';

const ofApprovals = { isList: false, types: [jqlTypes.approvals] } as const;

/** That one of these people was asked to approve the request, or is being asked now. */
function isAsked(people: RawBuilder<unknown>, isPending: boolean): Condition {
  return sql`exists(select from approval_approver asked
    where asked.request_id = request.id and asked.account_id = any(array(${people}))
      ${isPending ? sql`and asked.is_pending` : sql``})`;
}

function ofMe(name: string, isPending: boolean): JqlFunction {
  return {
    name,
    ...ofApprovals,
    takes: [0, 0],
    argumentNames: [],
    compile: ({ context }) => ({
      condition: isAsked(sql`select ${context.viewerId}::bigint`, isPending),
    }),
  };
}

function ofPeople(name: string, isPending: boolean): JqlFunction {
  return {
    name,
    ...ofApprovals,
    takes: [1, 50],
    argumentNames: ['user'],
    compile: ({ arguments: people, context }) => ({
      condition: isAsked(
        sql`${sql.join(
          people.map(({ value }) =>
            value.toLowerCase() === 'currentuser'
              ? sql`select ${context.viewerId}::bigint`
              : sql`(${accountsNamed(value)})`,
          ),
          sql` union all `,
        )}`,
        isPending,
      ),
    }),
    exists: ({ arguments: people }) => ({
      is: sql`(${sql.join(
        people.map(({ value }) =>
          value.toLowerCase() === 'currentuser' ? sql`true` : sql`exists(${accountsNamed(value)})`,
        ),
        sql` and `,
      )})`,
      message: `Function '${name}' can not find a user named '${people.map(({ value }) => value).join("', '")}'.`,
    }),
  };
}

/** JSM's functions of the field "approvals". */
export const approvalFunctions: readonly JqlFunction[] = [
  {
    name: 'approved',
    ...ofApprovals,
    takes: [0, 0],
    argumentNames: [],
    // The last answer counts, and none that is waited for.
    compile: () => ({
      condition: sql`(select asked.outcome from approval asked where asked.request_id = request.id
        order by asked.id desc limit 1) = 'approved'`,
    }),
  },
  {
    name: 'pending',
    ...ofApprovals,
    takes: [0, 0],
    argumentNames: [],
    compile: () => ({
      condition: sql`exists(select from approval asked where asked.request_id = request.id and asked.outcome is null)`,
    }),
  },
  ofPeople('approver', false),
  ofPeople('pendingBy', true),
  ofPeople('pendingApprovalBy', true),
  ofMe('myApproval', false),
  ofMe('myPending', true),
  ofMe('myPendingApproval', true),
];
