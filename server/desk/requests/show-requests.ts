import type { Static } from 'typebox';
import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { attachmentJson } from '../attachments/json.ts';
import { type Attachment, attachmentsOfComments, attachmentsOfRequests } from '../attachments/store.ts';
import { commentJson } from '../comments/json.ts';
import { type Comment, commentsOfRequests } from '../comments/store.ts';
import { nestedLimit, nestedPage } from '../nested-page.ts';
import { desksWhoseCustomersShare, participantsOfRequests } from '../participants/store.ts';
import { agentsAmong, personJson, type Showing, showing } from '../people.ts';
import { loadFieldNames } from '../request-types/field-names.ts';
import { formJson, requestTypeJson } from '../request-types/json.ts';
import { formsOf, requestTypesByIds } from '../request-types/store.ts';
import { serviceDeskJson } from '../service-desks/json.ts';
import { desksByIds } from '../service-desks/store.ts';
import { customerHistory, requestStatusJson } from '../workflow/json.ts';
import { statusVisits } from '../workflow/store.ts';
import { type ExpandedParts, requestJson, type requestSchema } from './json.ts';
import type { RequestContent, RequestRow } from './store.ts';

/** Where Portico is, for links. */
export type Site = Pick<Showing, 'url' | 'siteAddress'>;

/** Shows requests the way servicedeskapi does. What they refer to is loaded once for all of them. */
export async function showRequests(
  db: Database,
  site: Site,
  viewer: Viewer,
  requests: readonly (RequestRow & RequestContent)[],
  expand: ReadonlySet<string>,
): Promise<Static<typeof requestSchema>[]> {
  const typeIds = requests.map((request) => request.requestTypeId);
  const forms = await formsOf(db, typeIds);
  const related = await loadRelated(db, viewer, requests, expand);
  const names = await loadFieldNames(
    db,
    requests.map(({ requestTypeId, customFields }) => ({
      form: forms.get(requestTypeId) ?? [],
      customFields,
    })),
  );
  const shown = await showing(db, site, viewer, [
    ...requests.map((request) => request.reporterId),
    ...related.authorIds,
  ]);
  return requests.map((request) => {
    const form = forms.get(request.requestTypeId) ?? [];
    return requestJson(request, form, names, shown, expandedParts(request, related, shown, expand, forms));
  });
}

type Related = Awaited<ReturnType<typeof loadRelated>>;

async function loadRelated(
  db: Database,
  viewer: Viewer,
  requests: readonly RequestRow[],
  expand: ReadonlySet<string>,
) {
  const ids = requests.map(({ id }) => id);
  const deskIds = requests.map((request) => request.serviceDeskId);
  const typeIds = requests.map((request) => request.requestTypeId);
  const desks = expand.has('serviceDesk') ? await desksByIds(db, viewer, deskIds) : null;
  const types = expand.has('requestType') ? await requestTypesByIds(db, typeIds) : null;
  const visits = expand.has('status') ? await statusVisits(db, ids) : null;
  const attachments = expand.has('attachment')
    ? await attachmentsOfRequests(db, requests, nestedLimit)
    : null;
  const wantsComments = [...expand].some((name) => name === 'comment' || name.startsWith('comment.'));
  const comments = wantsComments ? await commentsOfRequests(db, requests, nestedLimit) : null;
  const commentIds = [...(comments?.values() ?? [])].flat().map(({ id }) => id);
  const commentFiles = expand.has('comment.attachment')
    ? await attachmentsOfComments(db, commentIds)
    : undefined;
  const participants = expand.has('participant') ? await loadParticipants(db, ids) : null;
  const sharing = expand.has('action') ? await desksWhoseCustomersShare(db, deskIds) : null;
  const authorIds = [
    ...authorsOf([attachments, comments, commentFiles]),
    ...[...(participants?.byRequest.values() ?? [])].flat(),
  ];
  return { desks, types, visits, attachments, comments, commentFiles, participants, sharing, authorIds };
}

async function loadParticipants(db: Database, ids: readonly string[]) {
  const byRequest = await participantsOfRequests(db, ids, nestedLimit);
  return { byRequest, staff: await agentsAmong(db, [...byRequest.values()].flat()) };
}

function authorsOf(
  lists: readonly (ReadonlyMap<string, readonly (Attachment | Comment)[]> | null | undefined)[],
): string[] {
  return lists.flatMap((list) => [...(list?.values() ?? [])].flat().map(({ authorId }) => authorId));
}

function expandedParts(
  request: RequestRow,
  { desks, types, visits, attachments, comments, commentFiles, participants, sharing }: Related,
  shown: Showing,
  expand: ReadonlySet<string>,
  forms: Awaited<ReturnType<typeof formsOf>>,
): ExpandedParts {
  const { siteAddress, viewer } = shown;
  const self = `${siteAddress}/rest/servicedeskapi/request/${request.id}`;
  const parts: ExpandedParts = {};
  const desk = desks?.get(request.serviceDeskId);
  if (desk) parts.serviceDesk = serviceDeskJson(desk, siteAddress);
  const type = types?.get(request.requestTypeId);
  if (type) {
    const form = expand.has('requestType.field')
      ? formJson(forms.get(type.id) ?? [], request.isAgent)
      : undefined;
    parts.requestType = requestTypeJson(type, siteAddress, form);
  }
  if (visits) {
    const history = customerHistory(visits.get(request.id) ?? []).slice(0, nestedLimit + 1);
    const values = history.map((visit) => requestStatusJson(visit, viewer.timeZone));
    parts.status = nestedPage(siteAddress, `${self}/status`, values);
  }
  if (attachments) {
    const values = (attachments.get(request.id) ?? []).map((file) => attachmentJson(file, request, shown));
    parts.attachments = nestedPage(siteAddress, `${self}/attachment`, values);
  }
  if (comments) {
    const expansion = {
      attachments: commentFiles,
      renderedBody: expand.has('comment.renderedBody'),
    };
    const values = (comments.get(request.id) ?? []).map((comment) =>
      commentJson(comment, request, shown, expansion),
    );
    parts.comments = nestedPage(siteAddress, `${self}/comment`, values);
  }
  if (participants) {
    const values = (participants.byRequest.get(request.id) ?? []).map((id) =>
      personJson(
        { accountId: id, isStaff: participants.staff.has(id), readerIsAgent: request.isAgent },
        shown,
      ),
    );
    parts.participants = nestedPage(siteAddress, `${self}/participant`, values);
  }
  if (sharing) parts.actions = actionsOn(request, viewer.id, sharing.has(request.serviceDeskId));
  return parts;
}

/** Whoever sees a request may take part in it, and let others do so where the desk's customers share their requests. */
function actionsOn(
  { isAgent, reporterId }: RequestRow,
  viewerId: string,
  customersShare: boolean,
): NonNullable<ExpandedParts['actions']> {
  return {
    addAttachment: { allowed: true },
    addComment: { allowed: true },
    addParticipant: { allowed: isAgent || customersShare },
    removeParticipant: { allowed: isAgent || reporterId === viewerId },
  };
}
