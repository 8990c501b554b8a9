import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { attachmentsOfRequests } from '../attachments/store.ts';
import { maxCommentsOfIssue } from '../comments/jira-json.ts';
import { firstCommentsOf } from '../comments/store.ts';
import { linksOfRequests } from '../links/store.ts';
import type { FormField } from '../request-types/fields/form-field.ts';
import { askableFields, formsOf } from '../request-types/store.ts';
import { countBeside } from '../requests/people-beside.ts';
import { possibleTransitionsOf } from '../workflow/transition-request.ts';
import { worklogsOf } from '../worklogs/store.ts';
import { newestChangesOf } from './changelog.ts';
import type { IssueRow } from './require-issue.ts';
import type { WantedFields } from './wanted-fields.ts';

/** Most files, entries of the work log and changes that an issue shows; the rest is at addresses of their own. */
const maxFiles = 200;
export const maxWorklogs = 20;
export const maxChanges = 100;

/** What stands beside requests and is wanted, keyed by request id: loaded once for all of them, and what is not asked for not at all. */
export type IssueParts = Awaited<ReturnType<typeof loadParts>>;

/** Loads it. The viewer is an agent of the desks of all the requests. */
export async function loadParts(
  db: Database,
  viewer: Viewer,
  requests: readonly IssueRow[],
  { wanted, expand }: { readonly wanted: WantedFields; readonly expand: ReadonlySet<string> },
) {
  const idsOf = (having: (request: IssueRow) => boolean, isWanted: boolean) =>
    isWanted ? requests.filter(having).map(({ id }) => id) : [];
  const readOf = (having: (request: IssueRow) => boolean, isWanted: boolean) =>
    idsOf(having, isWanted).map((id) => ({ id, isAgent: true }));
  const [forms, comments, files, worklogs, watching, votes, links, histories, transitions] =
    await Promise.all([
      formsOfRequests(db, wanted.wantsCustom ? requests : []),
      firstCommentsOf(
        db,
        readOf(({ hasComments }) => hasComments, wanted.has('comment')),
        maxCommentsOfIssue,
      ),
      attachmentsOfRequests(
        db,
        readOf(({ hasFiles }) => hasFiles, wanted.has('attachment')),
        maxFiles,
      ),
      worklogsOf(
        db,
        idsOf(({ hasWorklogs }) => hasWorklogs, wanted.has('worklog')),
        maxWorklogs,
      ),
      countBeside(
        db,
        'request_watcher',
        idsOf(({ hasWatchers }) => hasWatchers, wanted.has('watches')),
        viewer.id,
      ),
      countBeside(
        db,
        'request_vote',
        idsOf(({ hasVotes }) => hasVotes, wanted.has('votes')),
        viewer.id,
      ),
      linksOfRequests(
        db,
        viewer,
        idsOf(({ hasLinks }) => hasLinks, wanted.has('issuelinks')),
      ),
      newestChangesOf(
        db,
        viewer,
        idsOf(() => true, expand.has('changelog')),
        maxChanges,
      ),
      possibleTransitionsOf(
        db,
        idsOf(() => true, expand.has('transitions')),
        viewer.id,
      ),
    ]);
  return { forms, comments, files, worklogs, watching, votes, links, histories, transitions };
}

/** The fields of the form of each request, and those that it has a value in besides. */
async function formsOfRequests(
  db: Database,
  requests: readonly IssueRow[],
): Promise<Map<string, FormField[]>> {
  const forms = await formsOf(db, [...new Set(requests.map(({ requestTypeId }) => requestTypeId))]);
  const besideOf = ({ requestTypeId, customFields }: IssueRow) => {
    const asked = new Set(forms.get(requestTypeId)?.map(({ key }) => key));
    return ['description', ...Object.keys(customFields).map((id) => `customfield_${id}`)].filter(
      (key) => !asked.has(key),
    );
  };
  // Contexts of fields, and with them their options, are by service desk.
  const besideOfDesks = new Map<string, Map<string, FormField>>();
  for (const [deskId, ofDesk] of Map.groupBy(requests, ({ serviceDeskId }) => serviceDeskId)) {
    const keys = [...new Set(ofDesk.flatMap(besideOf))];
    besideOfDesks.set(deskId, keys.length === 0 ? new Map() : await askableFields(db, deskId, keys));
  }
  return new Map(
    requests.map((request) => [
      request.id,
      [
        ...(forms.get(request.requestTypeId) ?? []),
        ...besideOf(request).flatMap((key) => besideOfDesks.get(request.serviceDeskId)?.get(key) ?? []),
      ],
    ]),
  );
}
