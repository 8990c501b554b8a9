/** To whom something is permitted. */
export type Holder = 'agent' | 'desk-administrator' | 'administrator' | 'nobody';

/** A permission as Jira knows it. */
export interface Permission {
  /** Jira's own number; -1 for those that came with its products */
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
  readonly description: string;
  /** who has it here, where the roles of a service desk take the place of permission schemes */
  readonly holder: Holder;
}

type Row = readonly [id: string, key: string, name: string, holder: Holder, description: string];

function ofType(type: Permission['type'], rows: readonly Row[]): Permission[] {
  return rows.map(([id, key, name, holder, description]) => ({ id, key, name, type, holder, description }));
}

/**
 * Jira's permissions. Those of projects are what the roles of a service desk come to: its agents, its administrators. Those that
 * nobody has are for what there is not here; clients ask for them all the same.
 */
export const permissions: readonly Permission[] = [
  ...ofType('GLOBAL', [
    ['0', 'ADMINISTER', 'Administer Jira', 'administrator', 'Administer the whole site.'],
    ['44', 'SYSTEM_ADMIN', 'Administer System', 'administrator', 'Administer the whole site.'],
    ['27', 'USER_PICKER', 'Browse users and groups', 'agent', 'See who there is, and find people by name.'],
    ['-1', 'CREATE_PROJECT', 'Create projects', 'administrator', 'Make service desks.'],
    ['33', 'BULK_CHANGE', 'Make bulk changes', 'agent', 'Change many issues at once.'],
    [
      '22',
      'CREATE_SHARED_OBJECTS',
      'Share dashboards and filters',
      'nobody',
      'Share dashboards and filters.',
    ],
    [
      '24',
      'MANAGE_GROUP_FILTER_SUBSCRIPTIONS',
      'Manage group filter subscriptions',
      'nobody',
      'Send the results of filters to groups.',
    ],
  ]),
  ...ofType('PROJECT', [
    ['23', 'ADMINISTER_PROJECTS', 'Administer Projects', 'desk-administrator', 'Administer a project.'],
    ['10', 'BROWSE_PROJECTS', 'Browse Projects', 'agent', 'See projects and the issues within them.'],
    ['11', 'CREATE_ISSUES', 'Create Issues', 'agent', 'Create issues.'],
    ['12', 'EDIT_ISSUES', 'Edit Issues', 'agent', 'Edit issues.'],
    ['13', 'ASSIGN_ISSUES', 'Assign Issues', 'agent', 'Give issues to agents.'],
    ['17', 'ASSIGNABLE_USER', 'Assignable User', 'agent', 'Be given issues.'],
    ['46', 'TRANSITION_ISSUES', 'Transition Issues', 'agent', 'Move issues along their workflow.'],
    ['14', 'RESOLVE_ISSUES', 'Resolve Issues', 'agent', 'Resolve and reopen issues.'],
    ['18', 'CLOSE_ISSUES', 'Close Issues', 'agent', 'Close issues.'],
    ['30', 'MODIFY_REPORTER', 'Modify Reporter', 'agent', 'Say whose an issue is.'],
    ['16', 'DELETE_ISSUES', 'Delete Issues', 'desk-administrator', 'Delete issues.'],
    ['21', 'LINK_ISSUES', 'Link Issues', 'agent', 'Link issues with others.'],
    ['25', 'MOVE_ISSUES', 'Move Issues', 'nobody', 'Move issues to other projects.'],
    ['28', 'SCHEDULE_ISSUES', 'Schedule Issues', 'nobody', 'Set due dates.'],
    ['26', 'SET_ISSUE_SECURITY', 'Set Issue Security', 'nobody', 'Set security levels.'],
    ['15', 'ADD_COMMENTS', 'Add Comments', 'agent', 'Comment on issues.'],
    ['35', 'EDIT_OWN_COMMENTS', 'Edit Own Comments', 'agent', 'Edit one’s own comments.'],
    ['34', 'EDIT_ALL_COMMENTS', 'Edit All Comments', 'desk-administrator', 'Edit everybody’s comments.'],
    ['37', 'DELETE_OWN_COMMENTS', 'Delete Own Comments', 'agent', 'Delete one’s own comments.'],
    [
      '35',
      'DELETE_ALL_COMMENTS',
      'Delete All Comments',
      'desk-administrator',
      'Delete everybody’s comments.',
    ],
    ['19', 'CREATE_ATTACHMENTS', 'Create Attachments', 'agent', 'Attach files.'],
    ['39', 'DELETE_OWN_ATTACHMENTS', 'Delete Own Attachments', 'agent', 'Delete one’s own files.'],
    [
      '38',
      'DELETE_ALL_ATTACHMENTS',
      'Delete All Attachments',
      'desk-administrator',
      'Delete everybody’s files.',
    ],
    ['20', 'WORK_ON_ISSUES', 'Work On Issues', 'agent', 'Log work.'],
    ['40', 'EDIT_OWN_WORKLOGS', 'Edit Own Worklogs', 'agent', 'Change one’s own work log.'],
    ['41', 'EDIT_ALL_WORKLOGS', 'Edit All Worklogs', 'desk-administrator', 'Change everybody’s work log.'],
    ['42', 'DELETE_OWN_WORKLOGS', 'Delete Own Worklogs', 'agent', 'Delete from one’s own work log.'],
    [
      '43',
      'DELETE_ALL_WORKLOGS',
      'Delete All Worklogs',
      'desk-administrator',
      'Delete from everybody’s work log.',
    ],
    [
      '31',
      'VIEW_VOTERS_AND_WATCHERS',
      'View Voters and Watchers',
      'agent',
      'See who watches an issue, and who votes for it.',
    ],
    ['32', 'MANAGE_WATCHERS', 'Manage Watchers', 'agent', 'Have others watch an issue.'],
    [
      '29',
      'VIEW_DEV_TOOLS',
      'View Development Tools',
      'nobody',
      'See what development tools say of an issue.',
    ],
    ['45', 'VIEW_READONLY_WORKFLOW', 'View Read-Only Workflow', 'agent', 'See the workflow of an issue.'],
    [
      '-1',
      'SERVICEDESK_AGENT',
      'Service Project Agent',
      'agent',
      'Work on the requests of customers in queues.',
    ],
    ['-1', 'MANAGE_SPRINTS_PERMISSION', 'Manage sprints', 'nobody', 'Manage sprints.'],
  ]),
];

/** What somebody is where permissions are asked for. */
export interface Standing {
  readonly isAgent: boolean;
  readonly isDeskAdministrator: boolean;
  readonly isAdministrator: boolean;
}

/** Whether somebody has the permission. */
export function isHeld({ holder }: Permission, standing: Standing): boolean {
  switch (holder) {
    case 'agent':
      return standing.isAgent || standing.isAdministrator;
    case 'desk-administrator':
      return standing.isDeskAdministrator || standing.isAdministrator;
    case 'administrator':
      return standing.isAdministrator;
    case 'nobody':
      return false;
  }
}
