// Generated from openapi.json by `npm run generate`.

export interface paths {
    "/.well-known/portico-host/{challenge}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows that it is this Portico which answers at a portal’s host */
        get: operations["answerHostChallenge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/webauthn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where passkeys of this site may be used, for browsers (WebAuthn Level 3, section 5.11) */
        get: operations["getPasskeyOrigins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear of changes as they happen (server-sent events)
         * @description Frames: `ready` first, `change` with {kind, topics, payload}, `reset` when too much was missed and everything should be fetched anew. Send the last id as Last-Event-ID to resume.
         */
        get: operations["listenToEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["isAlive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests can be served: the database answers, and Portico is not shutting down */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A group; `expand=users` shows its active members, `users[10:20]` a part of them */
        get: operations["getJiraGroup2"];
        put?: never;
        /** Make a group, without members and roles */
        post: operations["createJiraGroup2"];
        /** Delete a group; its members lose what they have through it alone */
        delete: operations["removeJiraGroup2"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/group/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups by name: all, or those that are named */
        get: operations["bulkGetGroups2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/group/member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members of a group, by name */
        get: operations["getUsersFromGroup2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/group/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put somebody into a group, which gives them its roles */
        post: operations["addUserToGroup2"];
        /** Take somebody out of a group; what they have in another way, too, stays */
        delete: operations["removeUserFromGroup2"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/groups/picker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups whose name contains a text, for a field to choose from; for customers there are none */
        get: operations["findGroups2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/issue/watching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which of these issues you watch; those that you may not see are not watched */
        post: operations["getIsWatchingIssueBulk2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/issue/{issueIdOrKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An issue; with `fields`, only those of its fields */
        get: operations["getIssue2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/issue/{issueIdOrKey}/changelog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed in an issue, oldest first */
        get: operations["getChangeLogs2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/issue/{issueIdOrKey}/changelog/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes of an issue by their ids */
        post: operations["getChangeLogsByIds2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/issue/{issueIdOrKey}/editmeta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be edited of an issue, and to what */
        get: operations["getEditIssueMeta2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/issue/{issueIdOrKey}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The transitions that an issue can make now */
        get: operations["getTransitions2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/issue/{issueIdOrKey}/watchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who watches an issue, by name */
        get: operations["getIssueWatchers2"];
        put?: never;
        /**
         * Watch an issue, or let another agent watch it
         * @description The body is the accountId of the other agent, as a JSON string; without a body it is you.
         */
        post: operations["addWatcher2"];
        /** Watch an issue no more, or take another agent off it */
        delete: operations["removeWatcher2"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/issue/{issueIdOrKey}/worklog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The work on an issue, in the order in which it was logged */
        get: operations["getIssueWorklog2"];
        put?: never;
        /** Log work on an issue */
        post: operations["addWorklog2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/issue/{issueIdOrKey}/worklog/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An entry of the work on an issue */
        get: operations["getWorklog2"];
        /** Change an entry: your own; administrators of the service desk also those of others */
        put: operations["updateWorklog2"];
        post?: never;
        /** Delete an entry: your own; administrators of the service desk also those of others */
        delete: operations["deleteWorklog2"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/issueLink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link an issue to another
         * @description The inward issue is where the link begins: with the type Blocks, it blocks the outward issue. A comment goes to the inward issue.
         */
        post: operations["linkIssues2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/issueLink/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link between issues */
        get: operations["getIssueLink2"];
        put?: never;
        post?: never;
        /** Take a link between issues away */
        delete: operations["deleteIssueLink2"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/issueLinkType": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ways in which issues can be linked, by name */
        get: operations["getIssueLinkTypes2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/issueLinkType/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A way in which issues can be linked */
        get: operations["getIssueLinkType2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/myself": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in account */
        get: operations["getCurrentUser2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/user/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The groups that somebody is in, by name */
        get: operations["getUserGroups2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/user/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Active people by name or e-mail address, or by id; customers find nobody */
        get: operations["findUsers2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All people, by name, those included whose account is deactivated */
        get: operations["getAllUsersDefault2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/2/users/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All people, by name, those included whose account is deactivated */
        get: operations["getAllUsers2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/attachment/content/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file, by its id alone */
        get: operations["getAttachmentContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/field": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields that issues have */
        get: operations["getFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A group; `expand=users` shows its active members, `users[10:20]` a part of them */
        get: operations["getJiraGroup"];
        put?: never;
        /** Make a group, without members and roles */
        post: operations["createJiraGroup"];
        /** Delete a group; its members lose what they have through it alone */
        delete: operations["removeJiraGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/group/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups by name: all, or those that are named */
        get: operations["bulkGetGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/group/member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members of a group, by name */
        get: operations["getUsersFromGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/group/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put somebody into a group, which gives them its roles */
        post: operations["addUserToGroup"];
        /** Take somebody out of a group; what they have in another way, too, stays */
        delete: operations["removeUserFromGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/groups/picker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups whose name contains a text, for a field to choose from; for customers there are none */
        get: operations["findGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/issue/watching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which of these issues you watch; those that you may not see are not watched */
        post: operations["getIsWatchingIssueBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/issue/{issueIdOrKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An issue; with `fields`, only those of its fields */
        get: operations["getIssue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/issue/{issueIdOrKey}/changelog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed in an issue, oldest first */
        get: operations["getChangeLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/issue/{issueIdOrKey}/changelog/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes of an issue by their ids */
        post: operations["getChangeLogsByIds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/issue/{issueIdOrKey}/editmeta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be edited of an issue, and to what */
        get: operations["getEditIssueMeta"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/issue/{issueIdOrKey}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The transitions that an issue can make now */
        get: operations["getTransitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/issue/{issueIdOrKey}/watchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who watches an issue, by name */
        get: operations["getIssueWatchers"];
        put?: never;
        /**
         * Watch an issue, or let another agent watch it
         * @description The body is the accountId of the other agent, as a JSON string; without a body it is you.
         */
        post: operations["addWatcher"];
        /** Watch an issue no more, or take another agent off it */
        delete: operations["removeWatcher"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/issue/{issueIdOrKey}/worklog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The work on an issue, in the order in which it was logged */
        get: operations["getIssueWorklog"];
        put?: never;
        /** Log work on an issue */
        post: operations["addWorklog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/issue/{issueIdOrKey}/worklog/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An entry of the work on an issue */
        get: operations["getWorklog"];
        /** Change an entry: your own; administrators of the service desk also those of others */
        put: operations["updateWorklog"];
        post?: never;
        /** Delete an entry: your own; administrators of the service desk also those of others */
        delete: operations["deleteWorklog"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/issueLink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link an issue to another
         * @description The inward issue is where the link begins: with the type Blocks, it blocks the outward issue. A comment goes to the inward issue.
         */
        post: operations["linkIssues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/issueLink/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link between issues */
        get: operations["getIssueLink"];
        put?: never;
        post?: never;
        /** Take a link between issues away */
        delete: operations["deleteIssueLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/issueLinkType": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ways in which issues can be linked, by name */
        get: operations["getIssueLinkTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/issueLinkType/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A way in which issues can be linked */
        get: operations["getIssueLinkType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/myself": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in account */
        get: operations["getCurrentUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/serverInfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which version of Jira answers here */
        get: operations["getServerInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account; customers see themselves and the people who serve them */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/user/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The groups that somebody is in, by name */
        get: operations["getUserGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/user/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Active people by name or e-mail address, or by id; customers find nobody */
        get: operations["findUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All people, by name, those included whose account is deactivated */
        get: operations["getAllUsersDefault"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/api/3/users/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All people, by name, those included whose account is deactivated */
        get: operations["getAllUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All accounts by name, or those that match */
        get: operations["listAccounts"];
        put?: never;
        /** Create an account that signs in with a password */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account-bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do something to many accounts: those named, or all that match a filter
         * @description Up to 100 accounts are seen to before the answer, more by a job: ask again how far it is.
         */
        post: operations["changeManyAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account-bulk/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far something is that is done to many accounts */
        get: operations["getBulkAct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account-bulk/{id}/item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How it went for each account */
        get: operations["listItemsOfBulkAct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account-link/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to be proved before a sign-in goes on */
        get: operations["getAccountLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account-link/{token}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a code to the address of the account */
        post: operations["mailAccountLinkCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account-link/{token}/prove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove that the account is yours, with the mailed code or its password, and be signed in */
        post: operations["proveAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many accounts match */
        get: operations["countAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change name, password and rights of an account, or deactivate it, which ends its sessions */
        put: operations["changeAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account/{accountId}/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture of an account, as SVG */
        get: operations["getAvatar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account/{accountId}/impersonation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See the portal as a customer, to read, for half an hour
         * @description Requests of the same session that name the id, in the header x-portico-as or in ?seen-as=, are answered as that person. They can change nothing.
         */
        post: operations["startImpersonation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account/{accountId}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that somebody may do, and why */
        get: operations["getRightsOfAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account/{accountId}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody’s second factors, and whether they are required or locked out */
        get: operations["getSecondFactorsOfAccount"];
        /** Require a second factor of somebody, or let them in without one for some days */
        put: operations["changeSecondFactorsOfAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account/{accountId}/second-factor/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove all second factors of somebody who has lost theirs; their sessions end, and they are told */
        post: operations["resetSecondFactors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account/{accountId}/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an account is signed in */
        get: operations["listSessionsOfAccount"];
        put?: never;
        post?: never;
        /** End all sessions of an account; of one’s own, all but this one */
        delete: operations["endSessionsOfAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account/{accountId}/session/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a session of an account */
        delete: operations["endSessionOfAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account/{accountId}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API tokens of an account */
        get: operations["listApiTokensOfAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account/{accountId}/token/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API token of an account, at once */
        delete: operations["revokeApiTokenOfAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/account/{accountId}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody in again who has entered too many wrong second factors */
        post: operations["unlockAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/api-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All API tokens, by owner; those that expired stay for 90 days */
        get: operations["listApiTokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/api-token-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may have API tokens, and for how long */
        get: operations["getApiTokenPolicy"];
        /** Decide who may have API tokens, and for how long */
        put: operations["changeApiTokenPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log, newest first */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All entries that fit, newest first, as a file; that it was exported is recorded */
        get: operations["exportAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/audit/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long entries of the audit log are kept */
        get: operations["getAuditSettings"];
        /** Set how long entries of the audit log are kept; older ones are deleted in the next night */
        put: operations["changeAuditSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you began to do to many requests, newest first; kept for 30 days */
        get: operations["listBulkOperations"];
        put?: never;
        /**
         * Do something to many requests: those named, or all that a query finds
         * @description It is done by a job, as whoever asks. What is refused to one request does not keep it from the others: ask for the items.
         */
        post: operations["beginBulkOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/bulk/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What can be done to some requests: fields to edit, transitions to make */
        post: operations["getBulkOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/bulk/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The keys of all requests that a query or a queue finds, at most 1000 */
        post: operations["selectRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/bulk/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far something is that is done to many requests */
        get: operations["getBulkOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/bulk/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go no further: what was done stays done */
        post: operations["cancelBulkOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/bulk/{id}/item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How it went for each request */
        get: operations["listBulkOperationItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/bulk/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do it once more to the requests to which it was refused or never came: a bulk operation of its own */
        post: operations["retryBulkOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/field": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Custom fields by name */
        get: operations["listCustomFields"];
        put?: never;
        /** Make a custom field; its type stays as it is */
        post: operations["createCustomField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/field/{fieldId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A custom field with its contexts and options */
        get: operations["getCustomField"];
        /** Change a custom field: contexts and options become those that are sent; a stale version is refused */
        put: operations["changeCustomField"];
        post?: never;
        /** Delete a custom field that nothing uses */
        delete: operations["deleteCustomField"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/field/{fieldId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a custom field out of use; requests keep their values */
        post: operations["archiveCustomField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/field/{fieldId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a custom field back into use */
        post: operations["restoreCustomField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups by name */
        get: operations["listGroups"];
        put?: never;
        /** Make a group, without members and roles */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/group/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A group */
        get: operations["getGroup"];
        /** Change name and description of a group; a stale version is refused */
        put: operations["changeGroup"];
        post?: never;
        /** Delete a group; its members lose what they have through it alone */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/group/{groupId}/member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members of a group, by name */
        get: operations["listMembersOfGroup"];
        put?: never;
        /** Put people into a group, which gives them its roles */
        post: operations["addMembersToGroup"];
        /** Take people out of a group; what they have in another way, too, stays */
        delete: operations["removeMembersFromGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Identity providers in the order of their buttons, with how much they are used */
        get: operations["listIdentityProviders"];
        put?: never;
        /** Add an identity provider */
        post: operations["createIdentityProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put all identity providers in an order */
        put: operations["orderIdentityProviders"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider-warnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What must be seen to before people cannot sign in: certificates, exceptions, refreshes */
        get: operations["listIdentityProviderWarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/metadata-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What SAML metadata says, ready to fill in a new provider; writes nothing */
        post: operations["previewSamlMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One identity provider */
        get: operations["getIdentityProvider"];
        /** Change an identity provider; refused when the version is stale, or a portal is left without a way in */
        put: operations["changeIdentityProvider"];
        post?: never;
        /** Delete an identity provider through which nobody has signed in */
        delete: operations["deleteIdentityProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/dependants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who and what would lose a way in without an identity provider */
        get: operations["getIdentityProviderDependants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/domain/{domain}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look for the TXT record that proves a domain; its claim tells what was found */
        post: operations["verifyProviderDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/domain/{domain}/vouch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a provider authoritative for a domain without a record, on your word */
        post: operations["vouchForProviderDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/domain/{domain}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take away a provider’s authority over a domain; people of the domain no longer sign in there */
        post: operations["withdrawProviderDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Our keys at an identity provider; the first is made when it is first asked for */
        get: operations["getIdentityProviderKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/key/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign with the next key from now on; the one before still decrypts */
        post: operations["activateIdentityProviderKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/key/previous": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget the previous key: what is encrypted for it can be read no longer */
        delete: operations["dropPreviousIdentityProviderKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/key/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make and publish the next key; the active one goes on signing */
        post: operations["rotateIdentityProviderKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The logo, by the address that is told where it is shown */
        get: operations["getIdentityProviderLogo"];
        /** Give it a logo: PNG, JPEG, WebP or GIF of at most 200 kB, as the body */
        put: operations["putIdentityProviderLogo"];
        post?: never;
        /** Take the logo away */
        delete: operations["deleteIdentityProviderLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/mapping-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the last sign-in or test would become, now or under settings that are not saved */
        post: operations["previewMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the metadata of a SAML provider stands: refreshes, certificates, history */
        get: operations["getSamlMetadataState"];
        put?: never;
        /** Show what metadata would change of a SAML provider, or apply it */
        post: operations["importSamlMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/metadata/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fetch the metadata of a SAML provider now */
        post: operations["refreshSamlMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/metadata/retiring/{fingerprint}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an earlier certificate out of force now that stays beside the new ones for a while */
        post: operations["endRetiringCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/metadata/{metadataId}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply metadata that waits, or go back to earlier metadata */
        post: operations["applySamlMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/metadata/{metadataId}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide against metadata that waits */
        post: operations["dismissSamlMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/portal-domain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has to be registered at a provider for each portal’s host */
        get: operations["listPortalDomainsOfProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/setup-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The set-up links of a provider, newest first */
        get: operations["listProviderSetupLinks"];
        put?: never;
        /** Make a link with which a customer’s own IT fills in a provider; it is shown this once */
        post: operations["makeProviderSetupLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/sign-in-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign-ins, tests and sign-outs of an identity provider, newest first */
        get: operations["listSignInLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/sign-in-log/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sign-in or test; without an entry while it has not ended */
        get: operations["getSignInLogEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/sign-in-log/{reference}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a sign-in of the past would become now, or under settings that are not saved */
        post: operations["replaySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/identity-provider/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make ready a complete round trip that signs nobody in and changes nothing */
        post: operations["testIdentityProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/impersonation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has seen the portal as whom, why, and what was opened; newest first */
        get: operations["listImpersonations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/impersonation-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether people are told that somebody has seen the portal as them */
        get: operations["getImpersonationSettings"];
        /** Decide whether people are told that somebody has seen the portal as them */
        put: operations["changeImpersonationSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/impersonation/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One that you began: whose portal you see, and for how long. Ask as yourself */
        get: operations["getImpersonation"];
        put?: never;
        post?: never;
        /** End one: your own, or as an administrator anybody’s. Ask as yourself */
        delete: operations["endImpersonation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations, newest first; agents name a portal of theirs */
        get: operations["listInvitations"];
        put?: never;
        /** Invite people, up to 200 at a time; says of each address that cannot be invited why */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/invitation/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the account of an invitation, with all that it was invited to, and sign in */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/invitation/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation: its link works no more */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/invitation/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail an invitation again with another link; the earlier one works no more */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How mail leaves, and what waits for somebody to look at it */
        get: operations["getMail"];
        /** Set up the mail server; messages that wait are tried at once */
        put: operations["changeMailSettings"];
        post?: never;
        /** Stop sending mail; what comes from then on is kept to be read */
        delete: operations["removeMailSettings"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/mail/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages of the last 30 days, newest first */
        get: operations["listMailMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/mail/message/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again to send all messages that were kept, or all that were given up */
        post: operations["sendMailMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/mail/message/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A message and what it says
         * @description What holds a code or a link is shown only while there is no mail server that could deliver it; that it was read is noted in the audit log.
         */
        get: operations["getMailMessage"];
        put?: never;
        post?: never;
        /** Remove a message; if it waits, it is not sent */
        delete: operations["removeMailMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/mail/message/{id}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a message says, as HTML */
        get: operations["getMailMessageHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/mail/message/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again to send a message that was kept or given up */
        post: operations["sendMailMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/mail/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of mail that Portico sends */
        get: operations["listMailTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/mail/template/{name}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A kind of mail with made-up values, as HTML */
        get: operations["previewMailTemplateHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/mail/template/{name}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A kind of mail with made-up values */
        get: operations["previewMailTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/mail/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test to yourself through these settings, whether they are saved or not */
        post: operations["testMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/my-desks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The service desks whose agent you are, with their queues */
        get: operations["getMyDesks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/my-request-columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The columns that you have chosen for “My requests” */
        get: operations["getMyRequestColumns"];
        /** Choose the columns of “My requests”; they are kept with your account */
        put: operations["setMyRequestColumns"];
        post?: never;
        /** Forget the columns that you have chosen, and take what is usual */
        delete: operations["deleteMyRequestColumns"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/my-request-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By what you come to see requests of others: what lists can be narrowed to */
        get: operations["getMyRequestSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/my-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API tokens of the signed-in account, and what can be chosen for a new one */
        get: operations["listMyApiTokens"];
        put?: never;
        /** Make an API token for the signed-in account; it is told this once */
        post: operations["makeMyApiToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/my-token/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API token of the signed-in account, at once */
        delete: operations["revokeMyApiToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/organization/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change name, e-mail domains and managers of an organization */
        put: operations["changeOrganization"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether you sign in with a password here, and since when it is the same */
        get: operations["getOwnPassword"];
        /** Change your password; your other sessions end */
        put: operations["changeOwnPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a password is forgotten; the answer comes by mail, and tells nobody else anything */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/password-reset/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password with the link from the mail; every session of the account ends */
        post: operations["finishPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/password/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a password would do: for who is signed in, or has a link from a mail */
        post: operations["checkPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The portals that you may use; before signing in, those that everybody may know of */
        get: operations["getPortals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/portal-domain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The hosts at which portals live, beside the site’s own */
        get: operations["listPortalDomains"];
        put?: never;
        /** Give a portal a host of its own */
        post: operations["addPortalDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/portal-domain/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A portal’s host, and what has to be registered at identity providers for it */
        get: operations["getPortalDomain"];
        /** Change what a portal’s host is for; a stale version is refused */
        put: operations["changePortalDomain"];
        post?: never;
        /** Take a host away from its portal; whoever is signed in there is signed out */
        delete: operations["removePortalDomain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/portal-domain/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look whether a host leads to this Portico: DNS, certificate, and who answers */
        post: operations["checkPortalDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/portal/{portalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A portal that you may use; before signing in, one that everybody may know of */
        get: operations["getPortal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/portal/{portalId}/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who mail of a portal is from */
        get: operations["getPortalMail"];
        /** Change who mail of a portal is from */
        put: operations["changePortalMail"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/portal/{portalId}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people sign in at a portal */
        get: operations["getPortalSignIn"];
        /** Change how people sign in at a portal; a stale version is refused with what changed */
        put: operations["changePortalSignIn"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/portal/{portalId}/sign-up-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may make an account at a portal */
        get: operations["getPortalSignUpPolicy"];
        /** Change who may make an account at a portal */
        put: operations["changePortalSignUpPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/provider-setup/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a set-up link is for */
        get: operations["getProviderSetup"];
        /** Fill in the product, protocol settings and domains with a set-up link */
        put: operations["fillInProviderSetup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/provider-setup/{token}/domain/{domain}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look for the TXT record that proves a domain, with a set-up link */
        post: operations["verifyProviderSetupDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/provider-setup/{token}/metadata-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What SAML metadata says, with a set-up link; writes nothing */
        post: operations["previewProviderSetupMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/provider-setup/{token}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that all is filled in; an administrator looks at it and enables it */
        post: operations["submitProviderSetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/provider-setup/{token}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** With a set-up link: make ready a complete round trip that signs nobody in */
        post: operations["testProviderSetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/provider-setup/{token}/test/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** With a set-up link: what came of its test; without one while it has not ended */
        get: operations["getProviderSetupTest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/request/{issueIdOrKey}/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organizations that a request is shared with, and what you may change about it */
        get: operations["getRequestSharing"];
        put?: never;
        /** Let everybody in organizations see a request; for its reporter and agents */
        post: operations["shareRequest"];
        /** Take a request back from organizations; for its reporter and agents */
        delete: operations["unshareRequest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/request/{issueIdOrKey}/organization-candidate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organizations that you could share a request with, by name; at most 20 */
        get: operations["findSharingOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/request/{issueIdOrKey}/participant-candidate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who could take part in a request, by name; agents find them by e-mail address, too */
        get: operations["findParticipants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/role-grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To whom the roles of a service desk (named customers apart), of a group, or of the site are granted */
        get: operations["listRoleGrants"];
        put?: never;
        /** Grant a role to a person or to a group */
        post: operations["grantRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/role-grant/{grantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a role away that was granted; whoever has it in another way, too, keeps it */
        delete: operations["revokeRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your second factors, what is left of your recovery codes, and where you are not asked */
        get: operations["getOwnSecondFactors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/second-factor-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who needs a second factor, and which there are */
        get: operations["getSecondFactorPolicy"];
        /** Decide for the site, for staff, or for one portal, organization or provider */
        put: operations["changeSecondFactorPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/second-factor-policy/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change which second factors there are */
        put: operations["changeSecondFactorSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/second-factor/device/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ask for the second factor in that browser again; `all` for every one */
        delete: operations["forgetDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/second-factor/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add the passkey that the browser has made */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/second-factor/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to add a passkey or security key */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make new recovery codes; the earlier ones do not work any more */
        post: operations["makeRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/second-factor/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to set up an authenticator app; it counts once a code of it was sent back */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/second-factor/totp/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an authenticator app with a code of it */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/second-factor/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove one of your second factors */
        delete: operations["removeSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Service accounts by name */
        get: operations["listServiceAccounts"];
        put?: never;
        /** Create the account of a program */
        post: operations["createServiceAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-account/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A service account, and what can be chosen for its tokens */
        get: operations["getServiceAccount"];
        /** Change name and rights of a service account, or deactivate it, which ends its tokens */
        put: operations["changeServiceAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-account/{accountId}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an API token for a service account; it is told this once */
        post: operations["makeApiTokenOfServiceAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a service desk with request types, workflow and queues for customer support */
        post: operations["createServiceDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a service desk; what is left out stays as it is */
        put: operations["changeServiceDesk"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}/agent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agents of a service desk, by name */
        get: operations["getAgents"];
        put?: never;
        /** Make someone an agent of a service desk */
        post: operations["addAgent"];
        /** End that someone is an agent of a service desk */
        delete: operations["removeAgent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}/candidate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who can be made agents or customers of a service desk, by name; for who administers it */
        get: operations["findCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people whom a service desk serves, by name, and how they can sign in */
        get: operations["listDeskCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}/form-field": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields that forms of a service desk can ask for, with the options that they have there */
        get: operations["listFormFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}/nameable-organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organizations that you may name in a form of the service desk, at most 20 */
        get: operations["getNameableOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}/nameable-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People whom you may name in a form of the service desk, at most 20 */
        get: operations["getNameablePeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}/organization-candidate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organizations that you could share a new request of yours with, by name; at most 20 */
        get: operations["findOrganizationsForSharing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}/request-type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Request types of a service desk in their order, archived ones last, and their groups */
        get: operations["listRequestTypes"];
        put?: never;
        /** Make a request type with its form */
        post: operations["addRequestType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}/request-type-group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make these the groups of request types; what is left out is deleted, its request types stay */
        put: operations["changeRequestTypeGroups"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}/request-type-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put the request types that are in use into an order */
        put: operations["orderRequestTypes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}/request-type/{requestTypeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request type with its form, as it is changed */
        get: operations["getEditedRequestType"];
        /** Change a request type with its form; a stale version is refused */
        put: operations["changeRequestType"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}/request-type/{requestTypeId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a request type out of use; its requests go on */
        post: operations["archiveRequestType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/service-desk/{serviceDeskId}/request-type/{requestTypeId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a request type back into use */
        post: operations["restoreRequestType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in; account is null when nobody is */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/session/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How you can show that it is you */
        get: operations["getConfirmation"];
        put?: never;
        /** Show that it is you; the session goes on under another token */
        post: operations["confirmSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/session/confirm/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to show a passkey or security key */
        post: operations["beginConfirmationPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/session/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the signed-in account is signed in */
        get: operations["listMySessions"];
        put?: never;
        post?: never;
        /** End all sessions of the signed-in account but this one */
        delete: operations["endMyOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/session/mine/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a session of the signed-in account */
        delete: operations["endMySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/session/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change language and time zone of the signed-in account */
        put: operations["changePreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to show a second factor where a portal requires it; the session goes on with it */
        post: operations["beginSecondFactorOfSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create the first administrator with a set-up link */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/setup-link/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a set-up link at once */
        delete: operations["revokeProviderSetupLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/setup/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a set-up link works */
        get: operations["getSetup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-in/discover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How people of this e-mail domain sign in; says nothing of whether an account exists */
        post: operations["discoverSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-in/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make this browser forget through which provider somebody signed in */
        post: operations["forgetProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-in/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ways to sign in: buttons, password, or straight to a provider */
        get: operations["getSignInOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey that has verified the person */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-in/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to sign in with a passkey; whose it is, the passkey knows */
        post: operations["beginPasskeySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-in/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with e-mail address and password */
        post: operations["signInWithPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which second factor the sign-in in this browser waits for */
        get: operations["getPendingSignIn"];
        put?: never;
        /** Show the second factor, and be signed in */
        post: operations["showSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-in/second-factor/mail-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a code to the address of the account */
        post: operations["mailSecondFactorCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-in/second-factor/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to show a passkey or security key */
        post: operations["beginSecondFactorPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session of this browser, and say where to go to end the one at the identity provider */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether people can make an account by themselves, at a portal or here */
        get: operations["getSignUp"];
        put?: never;
        /** Ask for an account: the answer comes by mail, the same whether there is an account or not; people whose company has a provider are sent there */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-up-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may make an account, where a portal says nothing of its own */
        get: operations["getSiteSignUpPolicy"];
        /** Change who may make an account, where a portal says nothing of its own */
        put: operations["changeSiteSignUpPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-up/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the account of a sign-up with the link from the mail, and sign in */
        post: operations["finishSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/sign-up/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link from a mail is for; does not use it up */
        post: operations["showMailedLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/site": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Name and state of this site */
        get: operations["getSite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/portico/1/submitted-setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Providers that a customer’s IT has filled in, to be looked at and enabled */
        get: operations["listSubmittedProviderSetups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which version of the service desk answers here */
        get: operations["getInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organizations by name; for customers those that they are members of */
        get: operations["getOrganizations"];
        put?: never;
        /** Add an organization */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/organization/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organization; customers get those that they are members of */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        /** Delete an organization; requests stay with their reporters */
        delete: operations["deleteOrganization"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/organization/{id}/property": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys of the properties that programs keep there */
        get: operations["getPropertiesKeysOfOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/organization/{id}/property/{propertyKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A property */
        get: operations["getPropertyOfOrganization"];
        /** Set a property to any JSON */
        put: operations["setPropertyOfOrganization"];
        post?: never;
        /** Delete a property */
        delete: operations["deletePropertyOfOrganization"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/organization/{id}/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members of an organization by name; for staff */
        get: operations["getUsersInOrganization"];
        put?: never;
        /** Make accounts members of an organization */
        post: operations["addUsersToOrganization"];
        /** End memberships in an organization */
        delete: operations["removeUsersFromOrganization"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests of your own, of organizations that you manage, and of others in which you take part */
        get: operations["getCustomerRequests"];
        put?: never;
        /** Raise a request */
        post: operations["createCustomerRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/request/{issueIdOrKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request */
        get: operations["getCustomerRequestByIdOrKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/request/{issueIdOrKey}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The approvals of a request, newest first */
        get: operations["getApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/request/{issueIdOrKey}/approval/{approvalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An approval of a request */
        get: operations["getApprovalById"];
        put?: never;
        /** Approve or decline a request, for those who are asked */
        post: operations["answerApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/request/{issueIdOrKey}/attachment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files of a request, oldest first */
        get: operations["getAttachmentsForRequest"];
        put?: never;
        /** Add uploaded files to a request, with or without a comment */
        post: operations["createCommentWithAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/request/{issueIdOrKey}/attachment/{attachmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a request */
        get: operations["getRequestAttachmentContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/request/{issueIdOrKey}/comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comments on a request, oldest first */
        get: operations["getRequestComments"];
        put?: never;
        /** Comment on a request */
        post: operations["createRequestComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/request/{issueIdOrKey}/comment/{commentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A comment on a request */
        get: operations["getRequestCommentById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/request/{issueIdOrKey}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the reporter thinks of how a request was handled; 404 when nothing was said */
        get: operations["getFeedback"];
        put?: never;
        /**
         * Say what you think of how your request was handled, once it is resolved
         * @description Given again, it takes the place of what was said before. For the reporter alone.
         */
        post: operations["postFeedback"];
        /** Take back what you said of how your request was handled */
        delete: operations["deleteFeedback"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/request/{issueIdOrKey}/notification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether you hear of a request; the reporter and participants do unless they said otherwise */
        get: operations["getSubscriptionStatus"];
        /** Hear of a request */
        put: operations["subscribe"];
        post?: never;
        /** Hear no more of a request */
        delete: operations["unsubscribe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/request/{issueIdOrKey}/participant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who takes part in a request beside its reporter, by name */
        get: operations["getRequestParticipants"];
        put?: never;
        /** Let people take part in a request: they see it, hear of it, and may answer */
        post: operations["addRequestParticipants"];
        /** Take people out of a request: agents and the reporter everybody, others themselves */
        delete: operations["removeRequestParticipants"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/request/{issueIdOrKey}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statuses that a request went through, newest first */
        get: operations["getCustomerRequestStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/request/{issueIdOrKey}/transition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer can do with a request now */
        get: operations["getCustomerTransitions"];
        put?: never;
        /** Do with a request what a customer can do now */
        post: operations["performCustomerTransition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/requesttype": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Request types of all service desks that you may use */
        get: operations["getAllRequestTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The service desks that you may use */
        get: operations["getServiceDesks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk/{serviceDeskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A service desk, by its id or its project key */
        get: operations["getServiceDeskById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk/{serviceDeskId}/attachTemporaryFile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload files, to be attached to a request within a day
         * @description Send each file as multipart/form-data in a part named "file".
         */
        post: operations["attachTemporaryFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customers that are named for a service desk, by name */
        get: operations["getCustomers"];
        put?: never;
        /** Name people as customers of a service desk */
        post: operations["addCustomers"];
        /** End that people are named as customers of a service desk */
        delete: operations["removeCustomers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk/{serviceDeskId}/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organizations whose members are customers of a service desk, by name */
        get: operations["getServiceDeskOrganizations"];
        put?: never;
        /** Make an organization's members customers of a service desk */
        post: operations["addOrganization"];
        /** End that an organization's members are customers of a service desk */
        delete: operations["removeOrganization"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk/{serviceDeskId}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queues of a service desk */
        get: operations["getQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk/{serviceDeskId}/queue/{queueId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A queue */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk/{serviceDeskId}/queue/{queueId}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requests in a queue */
        get: operations["getIssuesInQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Request types of a service desk */
        get: operations["getRequestTypes"];
        put?: never;
        /** Make a request type that asks for summary, description and files */
        post: operations["createRequestType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request type */
        get: operations["getRequestTypeById"];
        put?: never;
        post?: never;
        /** Delete a request type; one that has requests is archived */
        delete: operations["deleteRequestType"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}/field": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The form of a request type */
        get: operations["getRequestTypeFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}/property": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys of the properties that programs keep there */
        get: operations["getPropertiesKeysOfRequestType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}/property/{propertyKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A property */
        get: operations["getPropertyOfRequestType"];
        /** Set a property to any JSON */
        put: operations["setPropertyOfRequestType"];
        post?: never;
        /** Delete a property */
        delete: operations["deletePropertyOfRequestType"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttypegroup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The groups under which the portal shows request types */
        get: operations["getRequestTypeGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sso/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open the session at a portal’s host that was verified at the site’s own, in the browser that began here */
        get: operations["takeHandOver"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sso/oidc/{id}/backchannel-logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the sessions that a logout token names (OpenID Connect Back-Channel Logout) */
        post: operations["takeOidcBackchannelLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sso/oidc/{id}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Redirect address: where OpenID and OAuth 2.0 providers send browsers back to */
        get: operations["takeOidcResponse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sso/oidc/{id}/frontchannel-logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * End the session that the query names (OpenID Connect Front-Channel Logout)
         * @description Loaded by the provider’s page in a frame, without our cookies: iss and sid choose the session.
         */
        get: operations["takeOidcFrontchannelLogout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sso/oidc/{id}/jwks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Our public keys at an OpenID or OAuth 2.0 provider (JSON Web Key Set) */
        get: operations["getOidcKeySet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sso/oidc/{id}/logged-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where OpenID providers send browsers back to after signing out there */
        get: operations["returnFromOidcLogout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sso/oidc/{id}/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leave for an OpenID or OAuth 2.0 provider */
        get: operations["beginOidcSignIn"];
        put?: never;
        /** Begin a sign-in that an OpenID provider asks for */
        post: operations["initiateOidcSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sso/saml/{id}/acs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assertion consumer service: where identity providers post their responses */
        post: operations["takeSamlResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sso/saml/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open the session that a verified SAML response allows, in the browser that began it */
        get: operations["completeSamlSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sso/saml/{id}/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leave for a SAML identity provider */
        get: operations["beginSamlSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sso/saml/{id}/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Single logout service, HTTP-Redirect binding: requests and responses */
        get: operations["takeSamlLogoutByRedirect"];
        put?: never;
        /** Single logout service, HTTP-POST binding: requests and responses */
        post: operations["takeSamlLogoutByPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sso/saml/{id}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Our SAML metadata, to be given to the identity provider */
        get: operations["getSamlMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sso/saml/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Post the LogoutRequest of a sign-out that was begun in this browser */
        get: operations["leaveToSignOutThroughSaml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tls-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a certificate may be got for a host: Caddy’s on_demand_tls asks here */
        get: operations["checkTlsHost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AccountSecondFactors */
        AccountSecondFactors: {
            factors: {
                /** Format: date-time */
                createdAt: string;
                id: string;
                kind: "totp" | "passkey";
                lastUsedAt: string | null;
                name: string;
            }[];
            /** @description By a rule for this account alone */
            isRequired: boolean;
            lockedUntil: string | null;
            recoveryCodesLeft: number;
            rememberedBrowsers: number;
            skippedUntil: string | null;
        };
        /** AdministeredRequestType */
        AdministeredRequestType: {
            description: string;
            groupIds: string[];
            helpText: string;
            icon: string;
            id: string;
            isArchived: boolean;
            /** @description There are requests of it */
            isUsed: boolean;
            name: string;
            version: number;
            workflowId: string;
        };
        /** AdministeredRequestTypes */
        AdministeredRequestTypes: {
            groups: {
                id: string;
                name: string;
            }[];
            values: components["schemas"]["AdministeredRequestType"][];
            workflows: {
                id: string;
                name: string;
            }[];
        };
        /** ApiToken */
        ApiToken: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            isExpired: boolean;
            lastAddress: string | null;
            lastUsedAt: string | null;
            /** @description Who made it, where that is not the owner */
            madeBy: string | null;
            name: string;
            owner: {
                accountId: string;
                displayName: string;
                emailAddress: string | null;
                isServiceAccount: boolean;
            };
            scopes: string[];
        };
        /** Approval */
        Approval: {
            _links: {
                self: string;
            };
            _portico: {
                /** @description How many must approve; null: everybody who is asked */
                needed: number | null;
                /** @description null: open. cancelled: the request went on without it; then there is no finalDecision */
                outcome: ("approved" | "declined" | "cancelled") | null;
            };
            approvers: {
                _portico: {
                    decidedDate: components["schemas"]["PointInTime"] | null;
                };
                approver: components["schemas"]["Person"];
                /** @enum {unknown} */
                approverDecision: "approved" | "declined" | "pending";
            }[];
            canAnswerApproval: boolean;
            completedDate?: components["schemas"]["PointInTime"];
            createdDate: components["schemas"]["PointInTime"];
            /** @enum {unknown} */
            finalDecision?: "approved" | "declined" | "pending";
            id: string;
            /** @description The status in which the request waits for it */
            name: string;
        };
        /** AskableField */
        AskableField: {
            key: string;
            name: string;
            options: {
                id: string;
                isArchived: boolean;
                parentId: string | null;
                value: string;
            }[];
            settings: {
                currencies?: string[];
                decimals?: number;
                max?: number;
                maxValues?: number;
                min?: number;
                /** @enum {string} */
                notAfter?: "today";
                /** @enum {string} */
                notBefore?: "today";
            };
            type: ("text" | "paragraph" | "number" | "date" | "date-time" | "checkboxes" | "radio" | "select" | "multi-select" | "cascading-select" | "labels" | "url" | "email" | "phone" | "person" | "people" | "organization" | "country" | "amount") | ("summary" | "description" | "attachment");
        };
        /** AssertedPerson */
        AssertedPerson: {
            /** @description All claims or attributes */
            claims: {
                [key: string]: unknown;
            };
            displayName: string | null;
            email: string;
            emailVerified: boolean;
            groups: string[];
            /** @description false: the provider left groups out */
            groupsAreComplete: boolean;
            issuer: string;
            subject: string;
        };
        /** Attachment */
        Attachment: {
            _links: {
                content: string;
                jiraRest: string;
                self: string;
            };
            _portico: {
                commentId: string | null;
                id: string;
                public: boolean;
            };
            author: components["schemas"]["Person"];
            created: components["schemas"]["PointInTime"];
            filename: string;
            mimeType: string;
            /** @description In bytes */
            size: number;
        };
        /** AuditEvent */
        AuditEvent: {
            action: string;
            actorAccountId: string | null;
            actorName: string | null;
            address: string | null;
            after: {
                [key: string]: unknown;
            } | null;
            before: {
                [key: string]: unknown;
            } | null;
            id: string;
            objectId: string | null;
            objectName: string | null;
            objectType: string;
            /** Format: date-time */
            occurredAt: string;
        };
        /**
         * AuditNames
         * @description What the ids in `before` and `after` are called now, by id
         */
        AuditNames: {
            account: {
                [key: string]: string;
            };
            identityProvider: {
                [key: string]: string;
            };
            organization: {
                [key: string]: string;
            };
            serviceDesk: {
                [key: string]: string;
            };
        };
        /** BulkAct */
        BulkAct: {
            act: string;
            done: number;
            id: string;
            isFinished: boolean;
            refused: number;
            /** @description Why it was not gone on with */
            stopped: string | null;
            subject: {
                id: string;
                name: string;
            } | null;
            total: number;
            /** @description Nothing was to be done */
            unchanged: number;
        };
        /** BulkOperation */
        BulkOperation: {
            /** @description Names of the fields, or of the transition */
            about: string[];
            /** @enum {unknown} */
            act: "edit" | "transition";
            /** Format: date-time */
            created: string;
            done: number;
            id: string;
            isCancelled: boolean;
            isCommented: boolean;
            isFinished: boolean;
            refused: number;
            stopped: string | null;
            total: number;
            /** @description Nothing was to be done */
            unchanged: number;
        };
        /** BulkOperationItem */
        BulkOperationItem: {
            key: string;
            message: string | null;
            outcome: ("done" | "unchanged" | "refused") | null;
            summary: string | null;
        };
        /** BulkOptions */
        BulkOptions: {
            fields: {
                /** @description How many of the requests have it */
                count: number;
                field: {
                    _portico: {
                        section: {
                            description: string;
                            id: string;
                            showWhen: {
                                /** @enum {unknown} */
                                match: "all" | "any";
                                rules: {
                                    field: string;
                                    /** @enum {unknown} */
                                    operator: "is" | "is-not" | "contains" | "greater" | "less" | "is-empty" | "is-not-empty";
                                    values: string[];
                                }[];
                            } | null;
                            title: string;
                        } | null;
                        settings: {
                            currencies?: string[];
                            decimals?: number;
                            max?: number;
                            maxValues?: number;
                            min?: number;
                            /** @enum {string} */
                            notAfter?: "today";
                            /** @enum {string} */
                            notBefore?: "today";
                        };
                        showWhen: {
                            /** @enum {unknown} */
                            match: "all" | "any";
                            rules: {
                                field: string;
                                /** @enum {unknown} */
                                operator: "is" | "is-not" | "contains" | "greater" | "less" | "is-empty" | "is-not-empty";
                                values: string[];
                            }[];
                        } | null;
                        /** @description Of several types Jira has no word: email, phone, country, amount */
                        type: string;
                    };
                    defaultValues: {
                        children: unknown[];
                        label: string;
                        value: string;
                    }[];
                    description: string;
                    fieldId: string;
                    jiraSchema: {
                        custom?: string;
                        customId?: number;
                        items?: string;
                        system?: string;
                        type: string;
                    };
                    name: string;
                    presetValues: string[];
                    required: boolean;
                    validValues: {
                        children: unknown[];
                        label: string;
                        value: string;
                    }[];
                    visible: boolean;
                } | null;
                fieldId: string;
                name: string;
                operations: string[];
                /** @description It cannot be emptied */
                required: boolean;
            }[];
            /** @description How many of the requests the viewer works on */
            total: number;
            transitions: {
                /** @description How many of the requests can make it from where they stand */
                count: number;
                /** @description One in each workflow */
                ids: string[];
                name: string;
                screen: {
                    fieldId: string;
                    isRequired: boolean;
                }[];
                to: components["schemas"]["Status"];
            }[];
        };
        /** Changelog */
        Changelog: {
            isLast: boolean;
            maxResults: number;
            nextPage?: string;
            self: string;
            startAt: number;
            total: number;
            values: {
                author?: components["schemas"]["JiraUser"];
                created: string;
                id: string;
                items: {
                    field: string;
                    fieldId: string;
                    fieldtype: string;
                    from: string | null;
                    fromString: string | null;
                    to: string | null;
                    toString: string | null;
                }[];
            }[];
        };
        /** Comment */
        Comment: {
            _expands: string[];
            _links: {
                self: string;
            };
            _portico: {
                /** @description Atlassian Document Format */
                document: {
                    content: unknown[];
                    /** @enum {string} */
                    type: "doc";
                    version: number;
                };
            };
            attachments?: {
                _expands: string[];
                _links: {
                    base: string;
                    context: string;
                    next?: string;
                    prev?: string;
                    self: string;
                };
                isLastPage: boolean;
                limit: number;
                size: number;
                start: number;
                values: components["schemas"]["Attachment"][];
            };
            author: components["schemas"]["Person"];
            /** @description Plain text */
            body: string;
            created: components["schemas"]["PointInTime"];
            id: string;
            public: boolean;
            renderedBody?: {
                html: string;
            };
        };
        /** CustomField */
        CustomField: {
            contexts: {
                defaultValue: unknown;
                id: string;
                isGlobal: boolean;
                name: string;
                options: {
                    children: {
                        id: string;
                        isArchived: boolean;
                        value: string;
                    }[];
                    id: string;
                    isArchived: boolean;
                    value: string;
                }[];
                serviceDeskIds: string[];
            }[];
            description: string;
            /** @description Request types that ask for it */
            formCount: number;
            id: string;
            isArchived: boolean;
            /** @description customfield_NNNNN */
            key: string;
            name: string;
            settings: {
                currencies?: string[];
                decimals?: number;
                max?: number;
                maxValues?: number;
                min?: number;
                /** @enum {string} */
                notAfter?: "today";
                /** @enum {string} */
                notBefore?: "today";
            };
            /** @enum {unknown} */
            type: "text" | "paragraph" | "number" | "date" | "date-time" | "checkboxes" | "radio" | "select" | "multi-select" | "cascading-select" | "labels" | "url" | "email" | "phone" | "person" | "people" | "organization" | "country" | "amount";
            version: number;
        };
        /** DeskCustomer */
        DeskCustomer: {
            accountId: string;
            displayName: string;
            emailAddress: string | null;
            hasPassword: boolean;
            hasSecondFactor: boolean;
            isActive: boolean;
            /** @description Too many wrong second factors; nobody gets in for a while */
            isLocked: boolean;
            lastSeenAt: string | null;
            /** @description Those that the service desk serves */
            organizations: {
                id: string;
                name: string;
            }[];
            /** @description By a rule for this account alone */
            requiresSecondFactor: boolean;
        };
        /** EditMeta */
        EditMeta: {
            fields: {
                [key: string]: components["schemas"]["FieldMeta"];
            };
        };
        /** EditedRequestType */
        EditedRequestType: {
            description: string;
            form: {
                field?: {
                    helpText: string;
                    /** @description The field itself is out of use, and not asked for */
                    isArchived: boolean;
                    isHidden: boolean;
                    isRequired: boolean;
                    key: string;
                    label: string;
                    preset: unknown;
                    showWhen: {
                        /** @enum {unknown} */
                        match: "all" | "any";
                        rules: {
                            field: string;
                            /** @enum {unknown} */
                            operator: "is" | "is-not" | "contains" | "greater" | "less" | "is-empty" | "is-not-empty";
                            values: string[];
                        }[];
                    } | null;
                };
                section?: {
                    description: string;
                    fields: {
                        helpText: string;
                        /** @description The field itself is out of use, and not asked for */
                        isArchived: boolean;
                        isHidden: boolean;
                        isRequired: boolean;
                        key: string;
                        label: string;
                        preset: unknown;
                        showWhen: {
                            /** @enum {unknown} */
                            match: "all" | "any";
                            rules: {
                                field: string;
                                /** @enum {unknown} */
                                operator: "is" | "is-not" | "contains" | "greater" | "less" | "is-empty" | "is-not-empty";
                                values: string[];
                            }[];
                        } | null;
                    }[];
                    showWhen: {
                        /** @enum {unknown} */
                        match: "all" | "any";
                        rules: {
                            field: string;
                            /** @enum {unknown} */
                            operator: "is" | "is-not" | "contains" | "greater" | "less" | "is-empty" | "is-not-empty";
                            values: string[];
                        }[];
                    } | null;
                    title: string;
                };
            }[];
            groupIds: string[];
            helpText: string;
            icon: string;
            id: string;
            isArchived: boolean;
            /** @description There are requests of it */
            isUsed: boolean;
            name: string;
            version: number;
            workflowId: string;
        };
        /**
         * Error
         * @description What was wrong, in words for people
         */
        Error: {
            errorMessages: string[];
            errors: {
                [key: string]: string;
            };
        };
        /** Feedback */
        Feedback: {
            _portico: {
                /**
                 * Format: date-time
                 * @description When it was given, or changed last
                 */
                at: string;
            };
            comment: {
                /** @description Plain text; empty: nothing was said */
                body: string;
            };
            /** @description Stars, 1 to 5 */
            rating: number;
            /** @enum {string} */
            type: "csat";
        };
        /** FieldDetails */
        FieldDetails: {
            clauseNames: string[];
            custom: boolean;
            id: string;
            key: string;
            name: string;
            navigable: boolean;
            orderable: boolean;
            schema?: {
                custom?: string;
                customId?: number;
                items?: string;
                system?: string;
                type: string;
            };
            searchable: boolean;
        };
        /** FieldMeta */
        FieldMeta: {
            _portico?: {
                settings: {
                    currencies?: string[];
                    decimals?: number;
                    max?: number;
                    maxValues?: number;
                    min?: number;
                    /** @enum {string} */
                    notAfter?: "today";
                    /** @enum {string} */
                    notBefore?: "today";
                };
                /** @description Of several types Jira has no word: email, phone, country, amount */
                type: string;
            };
            allowedValues?: unknown[];
            autoCompleteUrl?: string;
            hasDefaultValue: boolean;
            key: string;
            name: string;
            operations: string[];
            required: boolean;
            schema: {
                custom?: string;
                customId?: number;
                items?: string;
                system?: string;
                type: string;
            };
        };
        /** FoundGroups */
        FoundGroups: {
            groups: {
                groupId: string;
                /** @description The name, with what was looked for in <b> */
                html: string;
                labels: {
                    text: string;
                    title: string;
                    type: string;
                }[];
                name: string;
            }[];
            header: string;
            total: number;
        };
        /** Group */
        Group: {
            description: string;
            groupId: string;
            name: string;
            version: number;
        };
        /** GroupMember */
        GroupMember: {
            accountId: string;
            /** Format: date-time */
            addedAt: string;
            addedBy: string | null;
            displayName: string;
            emailAddress: string | null;
            isActive: boolean;
        };
        /** HostFindings */
        HostFindings: {
            addresses: string[];
            detail: string;
            /** @enum {unknown} */
            outcome: "answers" | "no-record" | "elsewhere" | "certificate" | "unreachable";
        };
        /** IdentityProvider */
        IdentityProvider: {
            /** @enum {unknown} */
            admits: "domains" | "groups" | "all";
            admitsStaff: boolean;
            allowedGroups: string[];
            buttonText: string | null;
            clockSkewSeconds: number;
            createsAccounts: boolean;
            domainClaims: {
                checkProblem: string | null;
                checkedAt: string | null;
                domain: string;
                /** @description The provider is authoritative for its e-mail addresses */
                isVerified: boolean;
                overrideReason: string | null;
                /** @description Name of the TXT record that proves the domain */
                recordName: string;
                /** @description What the record must hold */
                recordValue: string;
                verifiedAt: string | null;
                verifiedBy: ("dns" | "override") | null;
            }[];
            domains: string[];
            id: string;
            /** @description Has all that signing in needs; it can be enabled and tested */
            isComplete: boolean;
            isEnabled: boolean;
            /** @description The settings as they are now went through a complete test */
            isTested: boolean;
            logoUrl: string | null;
            name: string;
            oauth2?: {
                /** @enum {unknown} */
                authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                authorizationUrl: string;
                clientId: string;
                emailAttribute?: string;
                extraParameters?: {
                    [key: string]: string;
                };
                groupsAttribute?: string;
                hasClientSecret: boolean;
                nameAttribute?: string;
                scopes?: string;
                subjectAttribute?: string;
                tokenUrl: string;
                userinfoUrl: string;
            };
            oidc?: {
                /** @enum {unknown} */
                authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                clientId: string;
                emailAttribute?: string;
                extraParameters?: {
                    [key: string]: string;
                };
                forcesSignIn?: boolean;
                groupsAttribute?: string;
                hasClientSecret: boolean;
                issuer: string;
                nameAttribute?: string;
                /**
                 * @description What the provider is to ask, whatever session somebody has there
                 * @enum {unknown}
                 */
                prompt?: "select_account" | "login" | "consent";
                scopes?: string;
                signsOutThere?: boolean;
                /** @enum {unknown} */
                userinfo?: "when-needed" | "always" | "never";
            };
            /** @description What the provider must be told of us */
            ours: {
                oidc?: {
                    backchannelLogoutUri: string;
                    frontchannelLogoutUri: string;
                    initiateLoginUri: string;
                    jwksUri: string;
                    postLogoutRedirectUri: string;
                    redirectUri: string;
                };
                saml?: {
                    acsUrl: string;
                    entityId: string;
                    logoutUrl: string;
                    metadataUrl: string;
                };
            };
            portalIds: string[];
            position: number;
            preset: string;
            /** @enum {unknown} */
            protocol: "saml" | "oidc" | "oauth2";
            saml?: {
                allowsIdpInitiated?: boolean;
                authnContexts?: string[];
                certificates: string[];
                emailAttribute?: string;
                entityId: string;
                forcesSignIn?: boolean;
                groupsAttribute?: string;
                /** @enum {unknown} */
                logoutBinding?: "redirect" | "post";
                logoutResponseUrl?: string;
                logoutUrl?: string;
                metadataUrl?: string;
                nameAttribute?: string;
                /** @enum {unknown} */
                nameIdFormat?: "emailAddress" | "persistent" | "unspecified";
                requiresEncryption?: boolean;
                reviewsMetadata?: boolean;
                /** @enum {unknown} */
                signOnBinding?: "redirect" | "post";
                signOnUrl: string;
                signsRequests?: boolean;
                weakAlgorithms?: {
                    algorithms: ("sha1" | "rsa-1_5" | "3des")[];
                    until: string;
                };
            };
            sessionIdleMinutes: number | null;
            sessionMaxHours: number | null;
            /** @enum {unknown} */
            shownOn: "none" | "all" | "listed";
            /**
             * @description Of the last complete test; stale: the settings have changed since
             * @enum {unknown}
             */
            testState: "passed" | "stale" | "never";
            testedAt: string | null;
            /** @description Believed when it says that a second factor was used there (amr, acr, AuthnContext) */
            trustsFactor: boolean;
            version: number;
        };
        /** IdentityProviderDependants */
        IdentityProviderDependants: {
            /** @description Of them, those that no other provider serves */
            onlyWayInto: {
                id: string;
                name: string;
            }[];
            recentDays: number;
            /** @description Who have signed in through it in the last days */
            recentPeople: number;
            /** @description Of them, those who have neither a password nor another enabled provider */
            recentPeopleWithoutOtherWay: number;
            /** @description Portals that require a provider and that this one serves */
            requiredBy: {
                id: string;
                name: string;
            }[];
            /** @description People with a session that began through it */
            signedIn: number;
        };
        /** IdentityProviderKeys */
        IdentityProviderKeys: {
            /** @description Active, next, then previous */
            keys: {
                bits: number;
                /** @description PEM, self-signed; to be given to the provider */
                certificate: string;
                createdAt: string;
                /** @description SHA-256 of the certificate */
                fingerprint: string;
                keyId: string;
                /**
                 * @description active: signs; next: published, signs once it is activated; previous: signs no longer, still decrypts
                 * @enum {unknown}
                 */
                state: "active" | "next" | "previous";
                validUntil: string;
            }[];
        };
        /** IdentityProviderWarning */
        IdentityProviderWarning: {
            at: string | null;
            daysLeft: number | null;
            detail: string | null;
            fingerprint: string | null;
            isUrgent: boolean;
            /** @enum {unknown} */
            kind: "certificate" | "own-certificate" | "exception" | "refresh" | "metadata-waiting" | "signing-wanted";
            providerId: string;
            providerName: string;
        };
        /** Impersonation */
        Impersonation: {
            /** @description hand: somebody ended it; time: it lasted its time; session: the administrator’s was over; role: that one is no administrator any more; account: the person was deactivated, or works here now */
            endReason: ("hand" | "time" | "session" | "role" | "account") | null;
            endedAt: string | null;
            /** @description For the header x-portico-as, or ?seen-as= */
            id: string;
            /** @description Of the administrator */
            locale: string | null;
            /** @description Names of those of the person; at most ten */
            organizations: string[];
            person: {
                accountId: string;
                displayName: string;
            };
            /** Format: date-time */
            until: string;
        };
        /** Invitation */
        Invitation: {
            acceptedAt: string | null;
            accountId: string | null;
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            invitedBy: string | null;
            note: string;
            organization: {
                id: string;
                name: string;
            } | null;
            portal: {
                id: string;
                name: string;
            } | null;
            requiresSecondFactor: boolean;
            /** Format: date-time */
            sentAt: string;
            /** @enum {unknown} */
            state: "pending" | "expired" | "accepted" | "revoked";
        };
        /** Issue */
        Issue: {
            _portico: {
                /** @description What was filled into the form, in its order */
                fields?: {
                    /** @description As the service desk API shows it */
                    content: unknown;
                    id: string;
                    label: string;
                    section: {
                        id: string;
                        title: string;
                    } | null;
                    type: string;
                    /** @description In words */
                    value: string;
                }[];
                organization: {
                    id: string;
                    name: string;
                } | null;
                requestType: {
                    icon: string;
                    id: string;
                    name: string;
                };
                serviceDeskId: string;
                /** @description Send it as If-Match to change only what you saw */
                version: number;
            };
            changelog?: components["schemas"]["PageOfChangelogs"];
            editmeta?: components["schemas"]["EditMeta"];
            expand?: string;
            fields: {
                assignee: components["schemas"]["JiraUser"] | null;
                attachment?: {
                    _portico: {
                        public: boolean;
                    };
                    author: components["schemas"]["JiraUser"];
                    content: string;
                    created: string;
                    filename: string;
                    id: string;
                    mimeType: string;
                    self: string;
                    size: number;
                }[];
                created: string;
                description?: {
                    content: unknown[];
                    /** @enum {string} */
                    type: "doc";
                    version: number;
                } | null;
                issuetype: {
                    description: string;
                    id: string;
                    name: string;
                    self: string;
                    subtask: boolean;
                };
                priority: {
                    _portico: {
                        color: string;
                    };
                    id: string;
                    name: string;
                    self: string;
                };
                project: {
                    id: string;
                    key: string;
                    name: string;
                    projectTypeKey: string;
                    self: string;
                };
                reporter: components["schemas"]["JiraUser"];
                /** @description The request type, as JSM shows it */
                requesttype?: unknown;
                resolution: {
                    id: string;
                    name: string;
                    self: string;
                } | null;
                resolutiondate: string | null;
                status: components["schemas"]["Status"];
                summary: string;
                updated: string;
                watches?: components["schemas"]["Watches"];
                worklog?: components["schemas"]["WorklogPage"];
            } & {
                [key: string]: unknown;
            };
            id: string;
            key: string;
            names?: {
                [key: string]: string;
            };
            renderedFields?: {
                [key: string]: unknown;
            };
            schema?: {
                [key: string]: unknown;
            };
            self: string;
            transitions?: unknown[];
        };
        /** Issue2 */
        Issue2: {
            _portico: {
                /** @description What was filled into the form, in its order */
                fields?: {
                    /** @description As the service desk API shows it */
                    content: unknown;
                    id: string;
                    label: string;
                    section: {
                        id: string;
                        title: string;
                    } | null;
                    type: string;
                    /** @description In words */
                    value: string;
                }[];
                organization: {
                    id: string;
                    name: string;
                } | null;
                requestType: {
                    icon: string;
                    id: string;
                    name: string;
                };
                serviceDeskId: string;
                /** @description Send it as If-Match to change only what you saw */
                version: number;
            };
            changelog?: components["schemas"]["PageOfChangelogs"];
            editmeta?: components["schemas"]["EditMeta"];
            expand?: string;
            fields: {
                assignee: components["schemas"]["JiraUser"] | null;
                attachment?: {
                    _portico: {
                        public: boolean;
                    };
                    author: components["schemas"]["JiraUser"];
                    content: string;
                    created: string;
                    filename: string;
                    id: string;
                    mimeType: string;
                    self: string;
                    size: number;
                }[];
                created: string;
                description?: string | null;
                issuetype: {
                    description: string;
                    id: string;
                    name: string;
                    self: string;
                    subtask: boolean;
                };
                priority: {
                    _portico: {
                        color: string;
                    };
                    id: string;
                    name: string;
                    self: string;
                };
                project: {
                    id: string;
                    key: string;
                    name: string;
                    projectTypeKey: string;
                    self: string;
                };
                reporter: components["schemas"]["JiraUser"];
                /** @description The request type, as JSM shows it */
                requesttype?: unknown;
                resolution: {
                    id: string;
                    name: string;
                    self: string;
                } | null;
                resolutiondate: string | null;
                status: components["schemas"]["Status"];
                summary: string;
                updated: string;
                watches?: components["schemas"]["Watches"];
                worklog?: components["schemas"]["WorklogPage"];
            } & {
                [key: string]: unknown;
            };
            id: string;
            key: string;
            names?: {
                [key: string]: string;
            };
            renderedFields?: {
                [key: string]: unknown;
            };
            schema?: {
                [key: string]: unknown;
            };
            self: string;
            transitions?: unknown[];
        };
        /** IssueLink */
        IssueLink: {
            id: string;
            inwardIssue?: components["schemas"]["LinkedIssue"];
            outwardIssue?: components["schemas"]["LinkedIssue"];
            self: string;
            type: components["schemas"]["IssueLinkType"];
        };
        /** IssueLinkType */
        IssueLinkType: {
            id: string;
            /** @description How it reads from the other end: is blocked by */
            inward: string;
            name: string;
            /** @description How it reads: blocks */
            outward: string;
            self: string;
        };
        /** JiraGroup */
        JiraGroup: {
            expand: string;
            groupId: string;
            name: string;
            self: string;
            users: {
                "end-index": number;
                items: components["schemas"]["JiraUser"][];
                "max-results": number;
                /** @description How many active members there are in all */
                size: number;
                "start-index": number;
            };
        };
        /** JiraGroupDetails */
        JiraGroupDetails: {
            groupId: string;
            name: string;
        };
        /** JiraGroupName */
        JiraGroupName: {
            groupId: string;
            name: string;
            self: string;
        };
        /** JiraUser */
        JiraUser: {
            accountId: string;
            accountType: string;
            active: boolean;
            avatarUrls: {
                "16x16": string;
                "24x24": string;
                "32x32": string;
                "48x48": string;
            };
            displayName: string;
            emailAddress?: string;
            self: string;
            timeZone?: string;
        };
        /** LinkedIssue */
        LinkedIssue: {
            fields: {
                issuetype: {
                    description: string;
                    id: string;
                    name: string;
                    self: string;
                    subtask: boolean;
                };
                priority: {
                    _portico: {
                        color: string;
                    };
                    id: string;
                    name: string;
                    self: string;
                };
                status: components["schemas"]["Status"];
                summary: string;
            };
            id: string;
            key: string;
            self: string;
        };
        /** ListedCustomField */
        ListedCustomField: {
            description: string;
            /** @description Request types that ask for it */
            formCount: number;
            id: string;
            isArchived: boolean;
            /** @description customfield_NNNNN */
            key: string;
            name: string;
            /** @enum {unknown} */
            type: "text" | "paragraph" | "number" | "date" | "date-time" | "checkboxes" | "radio" | "select" | "multi-select" | "cascading-select" | "labels" | "url" | "email" | "phone" | "person" | "people" | "organization" | "country" | "amount";
            version: number;
        };
        /** ListedGroup */
        ListedGroup: {
            description: string;
            /** @description Roles that are granted to it */
            grantCount: number;
            groupId: string;
            memberCount: number;
            name: string;
            version: number;
        };
        /** ListedIdentityProvider */
        ListedIdentityProvider: {
            /** @enum {unknown} */
            admits: "domains" | "groups" | "all";
            admitsStaff: boolean;
            allowedGroups: string[];
            buttonText: string | null;
            clockSkewSeconds: number;
            createsAccounts: boolean;
            domainClaims: {
                checkProblem: string | null;
                checkedAt: string | null;
                domain: string;
                /** @description The provider is authoritative for its e-mail addresses */
                isVerified: boolean;
                overrideReason: string | null;
                /** @description Name of the TXT record that proves the domain */
                recordName: string;
                /** @description What the record must hold */
                recordValue: string;
                verifiedAt: string | null;
                verifiedBy: ("dns" | "override") | null;
            }[];
            domains: string[];
            id: string;
            /** @description Has all that signing in needs; it can be enabled and tested */
            isComplete: boolean;
            isEnabled: boolean;
            /** @description The settings as they are now went through a complete test */
            isTested: boolean;
            lastSignInAt: string | null;
            logoUrl: string | null;
            name: string;
            oauth2?: {
                /** @enum {unknown} */
                authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                authorizationUrl: string;
                clientId: string;
                emailAttribute?: string;
                extraParameters?: {
                    [key: string]: string;
                };
                groupsAttribute?: string;
                hasClientSecret: boolean;
                nameAttribute?: string;
                scopes?: string;
                subjectAttribute?: string;
                tokenUrl: string;
                userinfoUrl: string;
            };
            oidc?: {
                /** @enum {unknown} */
                authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                clientId: string;
                emailAttribute?: string;
                extraParameters?: {
                    [key: string]: string;
                };
                forcesSignIn?: boolean;
                groupsAttribute?: string;
                hasClientSecret: boolean;
                issuer: string;
                nameAttribute?: string;
                /**
                 * @description What the provider is to ask, whatever session somebody has there
                 * @enum {unknown}
                 */
                prompt?: "select_account" | "login" | "consent";
                scopes?: string;
                signsOutThere?: boolean;
                /** @enum {unknown} */
                userinfo?: "when-needed" | "always" | "never";
            };
            /** @description What the provider must be told of us */
            ours: {
                oidc?: {
                    backchannelLogoutUri: string;
                    frontchannelLogoutUri: string;
                    initiateLoginUri: string;
                    jwksUri: string;
                    postLogoutRedirectUri: string;
                    redirectUri: string;
                };
                saml?: {
                    acsUrl: string;
                    entityId: string;
                    logoutUrl: string;
                    metadataUrl: string;
                };
            };
            /** @description Accounts that have signed in through it at least once */
            people: number;
            portalIds: string[];
            position: number;
            preset: string;
            /** @enum {unknown} */
            protocol: "saml" | "oidc" | "oauth2";
            saml?: {
                allowsIdpInitiated?: boolean;
                authnContexts?: string[];
                certificates: string[];
                emailAttribute?: string;
                entityId: string;
                forcesSignIn?: boolean;
                groupsAttribute?: string;
                /** @enum {unknown} */
                logoutBinding?: "redirect" | "post";
                logoutResponseUrl?: string;
                logoutUrl?: string;
                metadataUrl?: string;
                nameAttribute?: string;
                /** @enum {unknown} */
                nameIdFormat?: "emailAddress" | "persistent" | "unspecified";
                requiresEncryption?: boolean;
                reviewsMetadata?: boolean;
                /** @enum {unknown} */
                signOnBinding?: "redirect" | "post";
                signOnUrl: string;
                signsRequests?: boolean;
                weakAlgorithms?: {
                    algorithms: ("sha1" | "rsa-1_5" | "3des")[];
                    until: string;
                };
            };
            sessionIdleMinutes: number | null;
            sessionMaxHours: number | null;
            /** @enum {unknown} */
            shownOn: "none" | "all" | "listed";
            /**
             * @description Of the last complete test; stale: the settings have changed since
             * @enum {unknown}
             */
            testState: "passed" | "stale" | "never";
            testedAt: string | null;
            /** @description Believed when it says that a second factor was used there (amr, acr, AuthnContext) */
            trustsFactor: boolean;
            version: number;
        };
        /** MailMessage */
        MailMessage: {
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            fromName: string | null;
            id: string;
            /** @description Holds a code or a link that opens something */
            isSecret: boolean;
            language: string | null;
            messageId: string;
            problem: string | null;
            replyTo: string | null;
            response: string | null;
            sentAt: string | null;
            /** @description waiting: for its turn, or for the next try; kept: there was no mail server; failed: given up */
            state: "waiting" | "sent" | "kept" | "failed";
            subject: string;
            template: string;
            toAddress: string;
            toName: string | null;
            triedAt: string | null;
        };
        /** MailMessageWithText */
        MailMessageWithText: {
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            fromName: string | null;
            id: string;
            /** @description Holds a code or a link that opens something */
            isSecret: boolean;
            language: string | null;
            messageId: string;
            problem: string | null;
            replyTo: string | null;
            response: string | null;
            sentAt: string | null;
            /** @description waiting: for its turn, or for the next try; kept: there was no mail server; failed: given up */
            state: "waiting" | "sent" | "kept" | "failed";
            subject: string;
            template: string;
            text: string | null;
            toAddress: string;
            toName: string | null;
            triedAt: string | null;
        };
        /** MailOverview */
        MailOverview: {
            counts: {
                failed: number;
                kept: number;
                waiting: number;
            };
            settings: components["schemas"]["MailSettings"] | null;
        };
        /** MailSettings */
        MailSettings: {
            fromAddress: string;
            fromName: string;
            hasPassword: boolean;
            /** @description Name or address of the mail server */
            host: string;
            port: number;
            replyTo: string | null;
            /** @description tls: from the first byte; starttls: required before anything is said; none: in the clear */
            security: "tls" | "starttls" | "none";
            username: string | null;
            version: number;
        };
        /** MailTemplate */
        MailTemplate: {
            about: string;
            isSecret: boolean;
            name: string;
        };
        /** NameableOrganizations */
        NameableOrganizations: {
            values: {
                id: string;
                name: string;
            }[];
        };
        /** NameablePeople */
        NameablePeople: {
            values: {
                accountId: string;
                displayName: string;
                /** @description For agents of the desk */
                emailAddress?: string;
            }[];
        };
        /** OfferedProvider */
        OfferedProvider: {
            buttonText: string | null;
            id: string;
            logoUrl: string | null;
            name: string;
            /** @description Where signing in through it begins */
            url: string;
        };
        /** Organization */
        Organization: {
            _links: {
                self: string;
            };
            _portico?: {
                domains: string[];
                managers: string[];
                memberCount: number;
            };
            id: string;
            name: string;
            scimManaged: boolean;
        };
        /** PageOfChangelogs */
        PageOfChangelogs: {
            histories: {
                author?: components["schemas"]["JiraUser"];
                created: string;
                id: string;
                items: {
                    field: string;
                    fieldId: string;
                    fieldtype: string;
                    from: string | null;
                    fromString: string | null;
                    to: string | null;
                    toString: string | null;
                }[];
            }[];
            maxResults: number;
            startAt: number;
            total: number;
        };
        /** PendingSignIn */
        PendingSignIn: {
            canSendCode: boolean;
            /** @description What can be set up now, by those who have nothing yet */
            canSetUp: ("totp" | "passkey")[];
            codeSentAt: string | null;
            displayName: string;
            email: string | null;
            /** Format: date-time */
            expiresAt: string;
            /** @description A session is open, and has come where a second factor is needed */
            isSignedIn: boolean;
            rememberDays: number;
            ways: ("totp" | "passkey" | "recovery" | "mail")[];
        };
        /** Person */
        Person: {
            _links: {
                avatarUrls: {
                    "16x16": string;
                    "24x24": string;
                    "32x32": string;
                    "48x48": string;
                };
                jiraRest: string;
                self: string;
            };
            _portico: {
                /** @description Works here: an agent of any service desk, or an administrator */
                isAgent: boolean;
            };
            accountId: string;
            active: boolean;
            displayName: string;
            emailAddress?: string;
            timeZone?: string;
        };
        /** PointInTime */
        PointInTime: {
            epochMillis: number;
            friendly: string;
            iso8601: string;
            jira: string;
        };
        /** Portal */
        Portal: {
            /** @description Name of the colour of its pages */
            accentColor: string;
            description: string;
            /** @description Also the id of its service desk */
            id: string;
            /** @description You may raise requests in it */
            mayRaise: boolean;
            name: string;
            projectKey: string;
        };
        /** PortalDomain */
        PortalDomain: {
            /** Format: date-time */
            createdAt: string;
            host: string;
            id: string;
            isMain: boolean;
            portal: {
                id: string;
                name: string;
            };
            /**
             * @description Where round trips to identity providers are made: at the site’s own host, which hands the sign-in over, or at this one, whose addresses must then be registered at the providers
             * @enum {unknown}
             */
            signInAt: "site" | "domain";
            /** @description The host with the protocol and port of the site */
            url: string;
            version: number;
        };
        /** PortalDomainDetails */
        PortalDomainDetails: {
            /** Format: date-time */
            createdAt: string;
            host: string;
            id: string;
            isMain: boolean;
            portal: {
                id: string;
                name: string;
            };
            /** @description What has to be registered where, for round trips at this host */
            providers: {
                addresses: {
                    /** @enum {unknown} */
                    kind: "acs" | "redirect" | "post-logout";
                    url: string;
                }[];
                id: string;
                isEnabled: boolean;
                name: string;
            }[];
            /**
             * @description Where round trips to identity providers are made: at the site’s own host, which hands the sign-in over, or at this one, whose addresses must then be registered at the providers
             * @enum {unknown}
             */
            signInAt: "site" | "domain";
            /** @description Sessions that are open there */
            signedIn: number;
            /** @description Where a CNAME record has to point to */
            siteHost: string;
            /** @description The host with the protocol and port of the site */
            url: string;
            version: number;
        };
        /** PortalDomainOfProvider */
        PortalDomainOfProvider: {
            addresses: {
                /** @enum {unknown} */
                kind: "acs" | "redirect" | "post-logout";
                url: string;
            }[];
            host: string;
            id: string;
            portalName: string;
            /**
             * @description Where round trips to identity providers are made: at the site’s own host, which hands the sign-in over, or at this one, whose addresses must then be registered at the providers
             * @enum {unknown}
             */
            signInAt: "site" | "domain";
        };
        /** PortalMail */
        PortalMail: {
            portalName: string;
            replyTo: string | null;
            senderName: string | null;
            /** @description 0: nothing was ever decided */
            version: number;
        };
        /** PortalSignIn */
        PortalSignIn: {
            defaultProviderId: string | null;
            /** @description Where administrators sign in with a password in any case */
            emergencyUrl: string;
            /** @description Enabled ones through which people of this portal can sign in */
            providers: {
                id: string;
                /** @description Somebody has passed a test with its present settings */
                isTested: boolean;
                /** @description You have: needed of one before a provider is required */
                isTestedByYou: boolean;
                name: string;
            }[];
            /** @description Customers get in through an identity provider only; passwords are for staff */
            requiresProvider: boolean;
            sessionIdleMinutes: number | null;
            sessionMaxHours: number | null;
            /** @description 0: nothing was ever decided, it is as the site */
            version: number;
        };
        /** ProviderSetup */
        ProviderSetup: {
            domainClaims: {
                checkProblem: string | null;
                checkedAt: string | null;
                domain: string;
                isVerified: boolean;
                recordName: string;
                recordValue: string;
                verifiedBy: ("dns" | "site") | null;
            }[];
            expiresAt: string;
            isComplete: boolean;
            /** @description It is in use: the link cannot change it any more */
            isEnabled: boolean;
            /** @description Nothing was changed since it was handed over */
            isSubmittedAsIs: boolean;
            lastTest: {
                /** @description The settings are still those that were tested */
                isCurrent: boolean;
                outcome: ("succeeded" | "refused") | null;
                reference: string;
            } | null;
            name: string;
            oauth2?: {
                /** @enum {unknown} */
                authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                authorizationUrl: string;
                clientId: string;
                emailAttribute?: string;
                extraParameters?: {
                    [key: string]: string;
                };
                groupsAttribute?: string;
                hasClientSecret: boolean;
                nameAttribute?: string;
                scopes?: string;
                subjectAttribute?: string;
                tokenUrl: string;
                userinfoUrl: string;
            };
            oidc?: {
                /** @enum {unknown} */
                authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                clientId: string;
                emailAttribute?: string;
                extraParameters?: {
                    [key: string]: string;
                };
                forcesSignIn?: boolean;
                groupsAttribute?: string;
                hasClientSecret: boolean;
                issuer: string;
                nameAttribute?: string;
                /**
                 * @description What the provider is to ask, whatever session somebody has there
                 * @enum {unknown}
                 */
                prompt?: "select_account" | "login" | "consent";
                scopes?: string;
                signsOutThere?: boolean;
                /** @enum {unknown} */
                userinfo?: "when-needed" | "always" | "never";
            };
            /** @description What the provider must be told of us */
            ours: {
                oidc?: {
                    backchannelLogoutUri: string;
                    frontchannelLogoutUri: string;
                    initiateLoginUri: string;
                    jwksUri: string;
                    postLogoutRedirectUri: string;
                    redirectUri: string;
                };
                saml?: {
                    acsUrl: string;
                    entityId: string;
                    logoutUrl: string;
                    metadataUrl: string;
                };
            };
            preset: string;
            /** @enum {unknown} */
            protocol: "saml" | "oidc" | "oauth2";
            saml?: {
                allowsIdpInitiated?: boolean;
                authnContexts?: string[];
                certificates: string[];
                emailAttribute?: string;
                entityId: string;
                forcesSignIn?: boolean;
                groupsAttribute?: string;
                /** @enum {unknown} */
                logoutBinding?: "redirect" | "post";
                logoutResponseUrl?: string;
                logoutUrl?: string;
                metadataUrl?: string;
                nameAttribute?: string;
                /** @enum {unknown} */
                nameIdFormat?: "emailAddress" | "persistent" | "unspecified";
                requiresEncryption?: boolean;
                reviewsMetadata?: boolean;
                /** @enum {unknown} */
                signOnBinding?: "redirect" | "post";
                signOnUrl: string;
                signsRequests?: boolean;
                weakAlgorithms?: {
                    algorithms: ("sha1" | "rsa-1_5" | "3des")[];
                    until: string;
                };
            };
            siteName: string;
            submittedAt: string | null;
            version: number;
        };
        /** ProviderSetupLink */
        ProviderSetupLink: {
            createdAt: string;
            createdBy: string | null;
            expiresAt: string;
            id: string;
            isExpired: boolean;
            lastUsedAt: string | null;
            note: string;
            submitted: components["schemas"]["ProviderSetupSubmission"] | null;
        };
        /** ProviderSetupSubmission */
        ProviderSetupSubmission: {
            at: string;
            test: {
                /** @enum {unknown} */
                outcome: "succeeded" | "refused";
                /** @description Of the provider, as it was tested */
                version: number;
            } | null;
            version: number | null;
        };
        /** ProviderSetupTest */
        ProviderSetupTest: {
            explanation: components["schemas"]["SignInExplanation"] | null;
            /** Format: date-time */
            finishedAt: string;
            /** @description The address is in no domain of the provider: what becomes of the person is not shown */
            isUndecided: boolean;
            message: string | null;
            /** @enum {unknown} */
            outcome: "succeeded" | "refused";
            person: components["schemas"]["AssertedPerson"] | null;
            reference: string;
            result: {
                organizations: string[];
                portals: string[];
            } | null;
            steps: components["schemas"]["SignInStep"][];
        };
        /** Queue */
        Queue: {
            _links: {
                self: string;
            };
            _portico?: {
                /** @description There are more than 1000 */
                isCapped: boolean;
            };
            fields: string[];
            id: string;
            issueCount?: number;
            jql: string;
            name: string;
        };
        /** Request */
        Request: {
            _expands: string[];
            _links: {
                agent?: string;
                jiraRest: string;
                self: string;
                web: string;
            };
            _portico: {
                /** @description You are an agent of its service desk */
                isAgent: boolean;
                organization: {
                    id: string;
                    name: string;
                } | null;
                requestType: {
                    icon: string;
                    name: string;
                };
                updatedDate: components["schemas"]["PointInTime"];
            };
            actions?: {
                addAttachment: {
                    allowed: boolean;
                };
                addComment: {
                    allowed: boolean;
                };
                addParticipant: {
                    allowed: boolean;
                };
                removeParticipant: {
                    allowed: boolean;
                };
            };
            attachments?: {
                _expands: string[];
                _links: {
                    base: string;
                    context: string;
                    next?: string;
                    prev?: string;
                    self: string;
                };
                isLastPage: boolean;
                limit: number;
                size: number;
                start: number;
                values: components["schemas"]["Attachment"][];
            };
            comments?: {
                _expands: string[];
                _links: {
                    base: string;
                    context: string;
                    next?: string;
                    prev?: string;
                    self: string;
                };
                isLastPage: boolean;
                limit: number;
                size: number;
                start: number;
                values: components["schemas"]["Comment"][];
            };
            createdDate: components["schemas"]["PointInTime"];
            currentStatus: components["schemas"]["RequestStatus"];
            issueId: string;
            issueKey: string;
            participants?: {
                _expands: string[];
                _links: {
                    base: string;
                    context: string;
                    next?: string;
                    prev?: string;
                    self: string;
                };
                isLastPage: boolean;
                limit: number;
                size: number;
                start: number;
                values: components["schemas"]["Person"][];
            };
            reporter: components["schemas"]["Person"];
            requestFieldValues: {
                _portico: {
                    /** @description Atlassian Document Format */
                    document?: {
                        content: unknown[];
                        /** @enum {string} */
                        type: "doc";
                        version: number;
                    };
                    /** @description of the form; null: outside all sections */
                    section: {
                        id: string;
                        title: string;
                    } | null;
                    /** @description summary, description, or a type of custom fields */
                    type: string;
                };
                fieldId: string;
                label: string;
                renderedValue?: {
                    html: string;
                };
                value: unknown;
            }[];
            requestType?: components["schemas"]["RequestType"];
            requestTypeId: string;
            serviceDesk?: components["schemas"]["ServiceDesk"];
            serviceDeskId: string;
            status?: {
                _expands: string[];
                _links: {
                    base: string;
                    context: string;
                    next?: string;
                    prev?: string;
                    self: string;
                };
                isLastPage: boolean;
                limit: number;
                size: number;
                start: number;
                values: components["schemas"]["RequestStatus"][];
            };
            summary: string;
        };
        /** RequestStatus */
        RequestStatus: {
            status: string;
            statusCategory: "UNDEFINED" | "NEW" | "INDETERMINATE" | "DONE";
            statusDate: components["schemas"]["PointInTime"];
        };
        /** RequestType */
        RequestType: {
            _expands: string[];
            _links: {
                self: string;
            };
            canCreateRequest: boolean;
            description: string;
            fields?: components["schemas"]["RequestTypeForm"];
            groupIds: string[];
            helpText: string;
            icon: {
                _links: {
                    iconUrls: {
                        [key: string]: string;
                    };
                };
                /** @description Name of the icon */
                id: string;
            };
            id: string;
            issueTypeId: string;
            name: string;
            portalId: string;
            restrictionStatus: string;
            serviceDeskId: string;
        };
        /** RequestTypeForm */
        RequestTypeForm: {
            canAddRequestParticipants: boolean;
            canRaiseOnBehalfOf: boolean;
            requestTypeFields: {
                _portico: {
                    section: {
                        description: string;
                        id: string;
                        showWhen: {
                            /** @enum {unknown} */
                            match: "all" | "any";
                            rules: {
                                field: string;
                                /** @enum {unknown} */
                                operator: "is" | "is-not" | "contains" | "greater" | "less" | "is-empty" | "is-not-empty";
                                values: string[];
                            }[];
                        } | null;
                        title: string;
                    } | null;
                    settings: {
                        currencies?: string[];
                        decimals?: number;
                        max?: number;
                        maxValues?: number;
                        min?: number;
                        /** @enum {string} */
                        notAfter?: "today";
                        /** @enum {string} */
                        notBefore?: "today";
                    };
                    showWhen: {
                        /** @enum {unknown} */
                        match: "all" | "any";
                        rules: {
                            field: string;
                            /** @enum {unknown} */
                            operator: "is" | "is-not" | "contains" | "greater" | "less" | "is-empty" | "is-not-empty";
                            values: string[];
                        }[];
                    } | null;
                    /** @description Of several types Jira has no word: email, phone, country, amount */
                    type: string;
                };
                defaultValues: {
                    children: unknown[];
                    label: string;
                    value: string;
                }[];
                description: string;
                fieldId: string;
                jiraSchema: {
                    custom?: string;
                    customId?: number;
                    items?: string;
                    system?: string;
                    type: string;
                };
                name: string;
                presetValues: string[];
                required: boolean;
                validValues: {
                    children: unknown[];
                    label: string;
                    value: string;
                }[];
                visible: boolean;
            }[];
        };
        /** Right */
        Right: {
            place: {
                id: string;
                /** @enum {unknown} */
                kind: "service-desk" | "organization";
                name: string;
            } | null;
            /** @description Each by itself is enough for the right */
            reasons: {
                by: string | null;
                grantId: string | null;
                /**
                 * @description direct: granted to the person. group: through a group. hand: made a member by hand. domain: by the e-mail domain. organization: as a member of it. open: everybody who has an account
                 * @enum {unknown}
                 */
                kind: "direct" | "group" | "hand" | "domain" | "organization" | "open";
                since: string | null;
                through: {
                    id: string;
                    name: string;
                } | null;
            }[];
            /** @enum {unknown} */
            right: "administrator" | "desk-administrator" | "agent" | "customer" | "member" | "manager";
        };
        /** RoleGrant */
        RoleGrant: {
            account: {
                accountId: string;
                displayName: string;
                emailAddress: string | null;
            } | null;
            /** Format: date-time */
            grantedAt: string;
            grantedBy: string | null;
            group: {
                groupId: string;
                name: string;
            } | null;
            id: string;
            /**
             * @description administrator: of the whole site. desk-administrator: of one service desk, and an agent of it. agent: works there. customer: named for it
             * @enum {unknown}
             */
            role: "administrator" | "desk-administrator" | "agent" | "customer";
            serviceDesk: {
                id: string;
                portalName: string;
                projectKey: string;
            } | null;
        };
        /** SamlMetadataChanges */
        SamlMetadataChanges: {
            certificates: {
                added: {
                    /** @description Whole days; negative when it has expired */
                    daysLeft: number;
                    /** @description SHA-256 */
                    fingerprint: string;
                    keyBits: number;
                    notAfter: string;
                    notBefore: string;
                    pem: string;
                    subject: string;
                }[];
                kept: {
                    /** @description Whole days; negative when it has expired */
                    daysLeft: number;
                    /** @description SHA-256 */
                    fingerprint: string;
                    keyBits: number;
                    notAfter: string;
                    notBefore: string;
                    pem: string;
                    subject: string;
                }[];
                removed: {
                    /** @description Whole days; negative when it has expired */
                    daysLeft: number;
                    /** @description SHA-256 */
                    fingerprint: string;
                    keyBits: number;
                    notAfter: string;
                    notBefore: string;
                    pem: string;
                    subject: string;
                    until: string | null;
                }[];
            };
            fields: {
                after: string | null;
                before: string | null;
                /** @enum {unknown} */
                field: "entityId" | "signOnUrl" | "signOnBinding" | "logoutUrl" | "logoutResponseUrl" | "logoutBinding" | "signsRequests" | "metadataUrl";
            }[];
            isChange: boolean;
        };
        /** SamlMetadataContent */
        SamlMetadataContent: {
            /** @description Those with which sign-in may begin */
            bindings: ("redirect" | "post")[];
            cacheSeconds: number | null;
            certificates: {
                /** @description Whole days; negative when it has expired */
                daysLeft: number;
                /** @description SHA-256 */
                fingerprint: string;
                keyBits: number;
                notAfter: string;
                notBefore: string;
                pem: string;
                subject: string;
            }[];
            entityId: string;
            nameIdFormats: string[];
            /** @description What was left out, and why */
            notes: string[];
            /** @description Ready to be the `saml` settings of a provider */
            settings: {
                certificates: string[];
                entityId: string;
                /** @enum {unknown} */
                logoutBinding?: "redirect" | "post";
                logoutResponseUrl?: string;
                logoutUrl?: string;
                metadataUrl?: string;
                /** @enum {unknown} */
                signOnBinding?: "redirect" | "post";
                signOnUrl: string;
                signsRequests?: boolean;
            };
            validUntil: string | null;
            wantsSignedRequests: boolean;
        };
        /** SamlMetadataState */
        SamlMetadataState: {
            /** @description All that are in force */
            certificates: {
                /** @description Whole days; negative when it has expired */
                daysLeft: number;
                /** @description SHA-256 */
                fingerprint: string;
                keyBits: number;
                notAfter: string;
                notBefore: string;
                pem: string;
                subject: string;
                until: string | null;
            }[];
            /** @description How many refreshes have failed one after another */
            failures: number;
            /** @description Newest first */
            history: {
                appliedAt: string | null;
                entityId: string;
                fetchedAt: string;
                /** @description SHA-256 of its signing certificates */
                fingerprints: string[];
                id: string;
                problem: string | null;
                signOnUrls: string[];
                /** @enum {unknown} */
                source: "url" | "file" | "paste" | "rollback";
                /** @enum {unknown} */
                state: "applied" | "waiting" | "refused" | "superseded" | "dismissed";
            }[];
            /** @description Changes wait for an administrator */
            isReviewed: boolean;
            lastAt: string | null;
            lastSucceededAt: string | null;
            nextAt: string | null;
            problem: string | null;
            url: string | null;
            waiting: {
                appliedAt: string | null;
                changes: components["schemas"]["SamlMetadataChanges"];
                entityId: string;
                fetchedAt: string;
                /** @description SHA-256 of its signing certificates */
                fingerprints: string[];
                id: string;
                problem: string | null;
                signOnUrls: string[];
                /** @enum {unknown} */
                source: "url" | "file" | "paste" | "rollback";
                /** @enum {unknown} */
                state: "applied" | "waiting" | "refused" | "superseded" | "dismissed";
            } | null;
        };
        /** SecondFactorPolicy */
        SecondFactorPolicy: {
            /** @description Active accounts, and those that have set up a second factor */
            people: {
                all: number;
                withFactor: number;
            };
            /** @description Of those that apply to somebody, the strictest counts */
            policies: {
                graceDays: number;
                /** @description off: never asked for; optional: of those who set one up; required: of everybody */
                requirement: "off" | "optional" | "required";
                scope: "site" | "staff" | "portal" | "organization" | "provider";
                scopeId: string | null;
                scopeName: string | null;
            }[];
            settings: {
                /** @description A code by e-mail, for those who have set up nothing else */
                allowsMail: boolean;
                allowsPasskeys: boolean;
                /** @description A passkey that verifies the person signs in without a password */
                allowsPasswordless: boolean;
                allowsTotp: boolean;
                /** @description 0: no browser is remembered */
                rememberDays: number;
                version: number;
            };
        };
        /** ServiceAccount */
        ServiceAccount: {
            accountId: string;
            /** Format: date-time */
            createdAt: string;
            displayName: string;
            /** @description When the last of its tokens expires */
            expiresAt: string | null;
            isActive: boolean;
            isAdministrator: boolean;
            isAgent: boolean;
            lastUsedAt: string | null;
            /** @description Tokens that have not expired */
            tokenCount: number;
            /** @description In place of an e-mail address, for Basic */
            userName: string;
        };
        /** ServiceDesk */
        ServiceDesk: {
            _links: {
                self: string;
            };
            _portico: {
                accentColor: string;
                access: "open" | "restricted" | "invited";
                /** @description Whom customers may let take part in their requests: nobody; people of their organization; all customers of the service desk; anyone who has an e-mail address */
                customersShareWith: "nobody" | "organization" | "customers" | "anyone";
                description: string;
                /** @description You administer it, or the site */
                isAdministrator: boolean;
                /** @description You are an agent of this service desk */
                isAgent: boolean;
                isListed: boolean;
                portalName: string;
                version: number;
            };
            id: string;
            projectId: string;
            projectKey: string;
            projectName: string;
            projectTypeKey: string;
        };
        /** SessionAccount */
        SessionAccount: {
            accountId: string;
            displayName: string;
            emailAddress: string | null;
            isAdministrator: boolean;
            /** @description Works at a desk, or administers Portico */
            isAgent: boolean;
            locale: string | null;
            timeZone: string | null;
        };
        /** Sharing */
        Sharing: {
            /** @description You may let people take part in it */
            mayAddPeople: boolean;
            /** @description You decide which organizations see it */
            mayShare: boolean;
            /** @description Whose people all see the request */
            organizations: {
                id: string;
                name: string;
            }[];
        };
        /** SignInExplanation */
        SignInExplanation: {
            /** @description What will most likely mend it, and where */
            fix: string;
            /** @description What was wrong, in a sentence */
            problem: string;
        };
        /** SignInLogEntry */
        SignInLogEntry: {
            address: string | null;
            code: string | null;
            email: string | null;
            /** Format: date-time */
            finishedAt: string;
            /** @enum {unknown} */
            outcome: "succeeded" | "refused";
            problem: string | null;
            /** @enum {unknown} */
            purpose: "sign-in" | "test" | "logout" | "idp-initiated";
            reference: string;
            subject: string | null;
        };
        /** SignInReplay */
        SignInReplay: {
            code: string | null;
            explanation: components["schemas"]["SignInExplanation"] | null;
            /** @enum {unknown} */
            outcome: "succeeded" | "refused";
            person: components["schemas"]["AssertedPerson"] | null;
            result: components["schemas"]["SignInResult"] | null;
            steps: components["schemas"]["SignInStep"][];
        };
        /** SignInResult */
        SignInResult: {
            accountId: string | null;
            displayName: string;
            email: string | null;
            organizations: {
                id: string;
                name: string;
            }[];
            portals: {
                id: string;
                name: string;
            }[];
        };
        /** SignInStep */
        SignInStep: {
            detail: string | null;
            name: string;
            /** @enum {unknown} */
            outcome: "passed" | "failed" | "skipped";
        };
        /** SignInTrace */
        SignInTrace: {
            address: string | null;
            begunBy: string | null;
            code: string | null;
            email: string | null;
            explanation: components["schemas"]["SignInExplanation"] | null;
            /** Format: date-time */
            finishedAt: string;
            isReplayable: boolean;
            message: string | null;
            /** @enum {unknown} */
            outcome: "succeeded" | "refused";
            person: components["schemas"]["AssertedPerson"] | null;
            problem: string | null;
            /** @enum {unknown} */
            purpose: "sign-in" | "test" | "logout" | "idp-initiated";
            reference: string;
            result: components["schemas"]["SignInResult"] | null;
            steps: components["schemas"]["SignInStep"][];
            subject: string | null;
            userAgent: string | null;
            wentOnAs: string | null;
        };
        /** SignUpPolicy */
        SignUpPolicy: {
            domains: string[];
            /** @description The portal requires a company’s login, so nobody may, whatever is decided here */
            isClosed: boolean;
            /**
             * @description Who may make an account with a password: nobody, whom somebody invited, people of the domains, everybody; each includes those before it
             * @enum {unknown}
             */
            siteWho: "nobody" | "invited" | "domains" | "open";
            /** @description 0: nothing was ever decided */
            version: number;
            who: ("nobody" | "invited" | "domains" | "open") | null;
        };
        /** Status */
        Status: {
            description: string;
            id: string;
            name: string;
            self: string;
            statusCategory: {
                colorName: string;
                id: number;
                key: string;
                name: string;
                self: string;
            };
        };
        /** SubmittedProviderSetup */
        SubmittedProviderSetup: {
            note: string;
            providerId: string;
            providerName: string;
            submitted: components["schemas"]["ProviderSetupSubmission"];
            /** @description Of the provider as it is now */
            version: number;
        };
        /** TemporaryAttachments */
        TemporaryAttachments: {
            temporaryAttachments: {
                fileName: string;
                temporaryAttachmentId: string;
            }[];
        };
        /** Transitions */
        Transitions: {
            expand: string;
            transitions: {
                hasScreen: boolean;
                id: string;
                isAvailable: boolean;
                isConditional: boolean;
                isGlobal: boolean;
                isInitial: boolean;
                name: string;
                to: components["schemas"]["Status"];
            }[];
        };
        /** User */
        User: {
            _links: {
                avatarUrls: {
                    "16x16": string;
                    "24x24": string;
                    "32x32": string;
                    "48x48": string;
                };
                jiraRest: string;
                self: string;
            };
            accountId: string;
            active: boolean;
            displayName: string;
            emailAddress?: string;
            timeZone?: string;
        };
        /** Watchers */
        Watchers: {
            isWatching: boolean;
            self: string;
            watchCount: number;
            watchers: components["schemas"]["JiraUser"][];
        };
        /** Watches */
        Watches: {
            isWatching: boolean;
            self: string;
            watchCount: number;
        };
        /** Worklog */
        Worklog: {
            author: components["schemas"]["JiraUser"];
            /** @description A document; plain text in version 2 */
            comment?: {
                content: unknown[];
                /** @enum {string} */
                type: "doc";
                version: number;
            } | string;
            created: string;
            id: string;
            issueId: string;
            self: string;
            started: string;
            /** @description In words: 1d 3h 20m */
            timeSpent: string;
            timeSpentSeconds: number;
            updateAuthor: components["schemas"]["JiraUser"];
            updated: string;
        };
        /** WorklogPage */
        WorklogPage: {
            maxResults: number;
            startAt: number;
            total: number;
            worklogs: components["schemas"]["Worklog"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    answerHostChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                challenge: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": components["schemas"]["Error"];
                };
            };
        };
    };
    getPasskeyOrigins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        origins: string[];
                    };
                };
            };
        };
    };
    listenToEvents: {
        parameters: {
            query: {
                topic: string[];
            };
            header?: {
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/event-stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Error"];
                };
            };
        };
    };
    isAlive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description What was wrong, in words for people */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getJiraGroup2: {
        parameters: {
            query?: {
                groupname?: string;
                groupId?: string;
                expand?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraGroup"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createJiraGroup2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraGroup"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeJiraGroup2: {
        parameters: {
            query?: {
                groupname?: string;
                groupId?: string;
                swapGroup?: string;
                swapGroupId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    bulkGetGroups2: {
        parameters: {
            query?: {
                groupId?: string[];
                groupName?: string[];
                /** @description Index of the first item */
                startAt?: number;
                /** @description Largest number of items; more than 100 are not given at once */
                maxResults?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isLast: boolean;
                        maxResults: number;
                        nextPage?: string;
                        self: string;
                        startAt: number;
                        total: number;
                        values: components["schemas"]["JiraGroupDetails"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUsersFromGroup2: {
        parameters: {
            query?: {
                groupname?: string;
                groupId?: string;
                includeInactiveUsers?: boolean;
                /** @description Index of the first item */
                startAt?: number;
                /** @description Largest number of items; more than 100 are not given at once */
                maxResults?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isLast: boolean;
                        maxResults: number;
                        nextPage?: string;
                        self: string;
                        startAt: number;
                        total: number;
                        values: components["schemas"]["JiraUser"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addUserToGroup2: {
        parameters: {
            query?: {
                groupname?: string;
                groupId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraGroup"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeUserFromGroup2: {
        parameters: {
            query: {
                groupname?: string;
                groupId?: string;
                accountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    findGroups2: {
        parameters: {
            query?: {
                query?: string;
                exclude?: string[];
                excludeId?: string[];
                maxResults?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundGroups"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIsWatchingIssueBulk2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    issueIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        issuesIsWatching: {
                            [key: string]: boolean;
                        };
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIssue2: {
        parameters: {
            query?: {
                /** @description Which fields to show, apart by commas: ids, *all, *navigable, or -id for all but that one; default all */
                fields?: string | string[];
                /** @description What to show in full, apart by commas */
                expand?: string | string[];
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Issue2"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getChangeLogs2: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                startAt?: number;
                /** @description Largest number of items; more than 100 are not given at once */
                maxResults?: number;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changelog"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getChangeLogsByIds2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    changelogIds: number[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfChangelogs"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getEditIssueMeta2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditMeta"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getTransitions2: {
        parameters: {
            query?: {
                /** @description Only this one */
                transitionId?: string;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transitions"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIssueWatchers2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watchers"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addWatcher2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string | null;
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeWatcher2: {
        parameters: {
            query?: {
                /** @description default: you */
                accountId?: string;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIssueWorklog2: {
        parameters: {
            query?: {
                startAt?: number;
                maxResults?: number;
                /** @description Only what began at or after this, in milliseconds since 1970 */
                startedAfter?: number;
                /** @description Only what began at or before this */
                startedBefore?: number;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorklogPage"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addWorklog2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                    /** @description Such as 2026-01-31T09:30:00.000+0000; default now */
                    started?: string;
                    /** @description In words: 1d 3h 20m */
                    timeSpent?: string;
                    /** @description Instead of timeSpent */
                    timeSpentSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Worklog"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getWorklog2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Worklog"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateWorklog2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                    /** @description Such as 2026-01-31T09:30:00.000+0000; default now */
                    started?: string;
                    /** @description In words: 1d 3h 20m */
                    timeSpent?: string;
                    /** @description Instead of timeSpent */
                    timeSpentSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Worklog"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteWorklog2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    linkIssues2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: {
                        body?: string;
                        /** @description false: an internal note, for agents only; default true */
                        jsdPublic?: boolean;
                        /** @description sd.public.comment with {"internal": true} makes it an internal note, too */
                        properties?: {
                            key: string;
                            value: unknown;
                        }[];
                        visibility?: unknown;
                    };
                    inwardIssue: {
                        id?: string;
                        key?: string;
                    };
                    outwardIssue: {
                        id?: string;
                        key?: string;
                    };
                    type: {
                        id?: string;
                        name?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIssueLink2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueLink"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteIssueLink2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIssueLinkTypes2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        issueLinkTypes: components["schemas"]["IssueLinkType"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIssueLinkType2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueLinkType"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCurrentUser2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraUser"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUserGroups2: {
        parameters: {
            query: {
                accountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraGroupName"][];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    findUsers2: {
        parameters: {
            query?: {
                /** @description Words of the name or e-mail address */
                query?: string;
                accountId?: string;
                /** @description Index of the first item */
                startAt?: number;
                /** @description Largest number of items; more than 100 are not given at once */
                maxResults?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraUser"][];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAllUsersDefault2: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                startAt?: number;
                /** @description Largest number of items; more than 100 are not given at once */
                maxResults?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraUser"][];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAllUsers2: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                startAt?: number;
                /** @description Largest number of items; more than 100 are not given at once */
                maxResults?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraUser"][];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAttachmentContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldDetails"][];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getJiraGroup: {
        parameters: {
            query?: {
                groupname?: string;
                groupId?: string;
                expand?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraGroup"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createJiraGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraGroup"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeJiraGroup: {
        parameters: {
            query?: {
                groupname?: string;
                groupId?: string;
                swapGroup?: string;
                swapGroupId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    bulkGetGroups: {
        parameters: {
            query?: {
                groupId?: string[];
                groupName?: string[];
                /** @description Index of the first item */
                startAt?: number;
                /** @description Largest number of items; more than 100 are not given at once */
                maxResults?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isLast: boolean;
                        maxResults: number;
                        nextPage?: string;
                        self: string;
                        startAt: number;
                        total: number;
                        values: components["schemas"]["JiraGroupDetails"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUsersFromGroup: {
        parameters: {
            query?: {
                groupname?: string;
                groupId?: string;
                includeInactiveUsers?: boolean;
                /** @description Index of the first item */
                startAt?: number;
                /** @description Largest number of items; more than 100 are not given at once */
                maxResults?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isLast: boolean;
                        maxResults: number;
                        nextPage?: string;
                        self: string;
                        startAt: number;
                        total: number;
                        values: components["schemas"]["JiraUser"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addUserToGroup: {
        parameters: {
            query?: {
                groupname?: string;
                groupId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraGroup"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeUserFromGroup: {
        parameters: {
            query: {
                groupname?: string;
                groupId?: string;
                accountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    findGroups: {
        parameters: {
            query?: {
                query?: string;
                exclude?: string[];
                excludeId?: string[];
                maxResults?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundGroups"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIsWatchingIssueBulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    issueIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        issuesIsWatching: {
                            [key: string]: boolean;
                        };
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIssue: {
        parameters: {
            query?: {
                /** @description Which fields to show, apart by commas: ids, *all, *navigable, or -id for all but that one; default all */
                fields?: string | string[];
                /** @description What to show in full, apart by commas */
                expand?: string | string[];
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Issue"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getChangeLogs: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                startAt?: number;
                /** @description Largest number of items; more than 100 are not given at once */
                maxResults?: number;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changelog"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getChangeLogsByIds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    changelogIds: number[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfChangelogs"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getEditIssueMeta: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditMeta"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getTransitions: {
        parameters: {
            query?: {
                /** @description Only this one */
                transitionId?: string;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transitions"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIssueWatchers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watchers"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addWatcher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string | null;
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeWatcher: {
        parameters: {
            query?: {
                /** @description default: you */
                accountId?: string;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIssueWorklog: {
        parameters: {
            query?: {
                startAt?: number;
                maxResults?: number;
                /** @description Only what began at or after this, in milliseconds since 1970 */
                startedAfter?: number;
                /** @description Only what began at or before this */
                startedBefore?: number;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorklogPage"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addWorklog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Atlassian Document Format */
                    comment?: {
                        content: unknown[];
                        /** @enum {string} */
                        type: "doc";
                        version: number;
                    };
                    /** @description Such as 2026-01-31T09:30:00.000+0000; default now */
                    started?: string;
                    /** @description In words: 1d 3h 20m */
                    timeSpent?: string;
                    /** @description Instead of timeSpent */
                    timeSpentSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Worklog"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getWorklog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Worklog"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateWorklog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Atlassian Document Format */
                    comment?: {
                        content: unknown[];
                        /** @enum {string} */
                        type: "doc";
                        version: number;
                    };
                    /** @description Such as 2026-01-31T09:30:00.000+0000; default now */
                    started?: string;
                    /** @description In words: 1d 3h 20m */
                    timeSpent?: string;
                    /** @description Instead of timeSpent */
                    timeSpentSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Worklog"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteWorklog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    linkIssues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: {
                        /** @description Atlassian Document Format */
                        body?: {
                            content: unknown[];
                            /** @enum {string} */
                            type: "doc";
                            version: number;
                        };
                        /** @description false: an internal note, for agents only; default true */
                        jsdPublic?: boolean;
                        /** @description sd.public.comment with {"internal": true} makes it an internal note, too */
                        properties?: {
                            key: string;
                            value: unknown;
                        }[];
                        visibility?: unknown;
                    };
                    inwardIssue: {
                        id?: string;
                        key?: string;
                    };
                    outwardIssue: {
                        id?: string;
                        key?: string;
                    };
                    type: {
                        id?: string;
                        name?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIssueLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueLink"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteIssueLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIssueLinkTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        issueLinkTypes: components["schemas"]["IssueLinkType"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIssueLinkType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueLinkType"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCurrentUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraUser"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getServerInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        baseUrl: string;
                        buildDate: string;
                        buildNumber: number;
                        deploymentType: string;
                        displayUrl: string;
                        displayUrlServicedeskHelpCenter: string;
                        scmInfo: string;
                        serverTime: string;
                        serverTimeZone: string;
                        serverTitle: string;
                        version: string;
                        versionNumbers: number[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query: {
                accountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraUser"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUserGroups: {
        parameters: {
            query: {
                accountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraGroupName"][];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    findUsers: {
        parameters: {
            query?: {
                /** @description Words of the name or e-mail address */
                query?: string;
                accountId?: string;
                /** @description Index of the first item */
                startAt?: number;
                /** @description Largest number of items; more than 100 are not given at once */
                maxResults?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraUser"][];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAllUsersDefault: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                startAt?: number;
                /** @description Largest number of items; more than 100 are not given at once */
                maxResults?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraUser"][];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAllUsers: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                startAt?: number;
                /** @description Largest number of items; more than 100 are not given at once */
                maxResults?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JiraUser"][];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description Words that are all in the name or e-mail address */
                query?: string;
                /** @description People, or the accounts of programs; absent: both */
                kind?: "person" | "service";
                /** @description customer: works nowhere here */
                role?: "administrator" | "desk-administrator" | "agent" | "customer";
                /** @description Agents of this service desk */
                serviceDeskId?: string;
                state?: "active" | "deactivated" | "locked";
                /** @description none: neither a password nor a provider */
                signIn?: "password" | "none";
                /** @description Has signed in through this identity provider */
                providerId?: string;
                /** @description required: a rule about the site, staff, the person, an organization or a provider of theirs asks for one */
                factor?: "has" | "none" | "required";
                organizationId?: string;
                groupId?: string;
                seenAfter?: string;
                /** @description Last seen before then, or never */
                seenBefore?: string;
                /** @description nextAfter of the page before; start is not looked at */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        /** @description For `after`: where the next page begins, however long the list is */
                        nextAfter: string | null;
                        size: number;
                        start: number;
                        values: {
                            accountId: string;
                            /** Format: date-time */
                            createdAt: string;
                            displayName: string;
                            emailAddress: string | null;
                            /** @description By name; at most ten */
                            groups: {
                                groupId: string;
                                name: string;
                            }[];
                            hasPassword: boolean;
                            hasSecondFactor: boolean;
                            identities: {
                                lastSignInAt: string | null;
                                providerName: string;
                                subject: string;
                            }[];
                            isActive: boolean;
                            isAdministrator: boolean;
                            isAgent: boolean;
                            /** @description Administers a service desk */
                            isDeskAdministrator: boolean;
                            /** @description Too many wrong second factors; nobody gets in for a while */
                            isLocked: boolean;
                            /**
                             * @description A service account is that of a program
                             * @enum {unknown}
                             */
                            kind: "person" | "service";
                            /** @description By any session; exact to a quarter of an hour */
                            lastSeenAt: string | null;
                            /** @description By name; at most ten */
                            organizations: {
                                id: string;
                                name: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName: string;
                    email: string;
                    isAdministrator?: boolean;
                    password: string;
                    /** @description Sets one up at the first sign-in, whatever rules there are */
                    requiresSecondFactor?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accountId: string;
                        /** Format: date-time */
                        createdAt: string;
                        displayName: string;
                        emailAddress: string | null;
                        /** @description By name; at most ten */
                        groups: {
                            groupId: string;
                            name: string;
                        }[];
                        hasPassword: boolean;
                        hasSecondFactor: boolean;
                        identities: {
                            lastSignInAt: string | null;
                            providerName: string;
                            subject: string;
                        }[];
                        isActive: boolean;
                        isAdministrator: boolean;
                        isAgent: boolean;
                        /** @description Administers a service desk */
                        isDeskAdministrator: boolean;
                        /** @description Too many wrong second factors; nobody gets in for a while */
                        isLocked: boolean;
                        /**
                         * @description A service account is that of a program
                         * @enum {unknown}
                         */
                        kind: "person" | "service";
                        /** @description By any session; exact to a quarter of an hour */
                        lastSeenAt: string | null;
                        /** @description By name; at most ten */
                        organizations: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeManyAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountIds?: string[];
                    /** @enum {unknown} */
                    act: "deactivate" | "reactivate" | "end-sessions" | "reset-second-factor" | "add-to-group" | "remove-from-group" | "add-to-organization" | "remove-from-organization";
                    filter?: {
                        /**
                         * @description required: a rule about the site, staff, the person, an organization or a provider of theirs asks for one
                         * @enum {unknown}
                         */
                        factor?: "has" | "none" | "required";
                        groupId?: string;
                        /**
                         * @description People, or the accounts of programs; absent: both
                         * @enum {unknown}
                         */
                        kind?: "person" | "service";
                        organizationId?: string;
                        /** @description Has signed in through this identity provider */
                        providerId?: string;
                        /** @description Words that are all in the name or e-mail address */
                        query?: string;
                        /**
                         * @description customer: works nowhere here
                         * @enum {unknown}
                         */
                        role?: "administrator" | "desk-administrator" | "agent" | "customer";
                        /** Format: date-time */
                        seenAfter?: string;
                        /**
                         * Format: date-time
                         * @description Last seen before then, or never
                         */
                        seenBefore?: string;
                        /** @description Agents of this service desk */
                        serviceDeskId?: string;
                        /**
                         * @description none: neither a password nor a provider
                         * @enum {unknown}
                         */
                        signIn?: "password" | "none";
                        /** @enum {unknown} */
                        state?: "active" | "deactivated" | "locked";
                    };
                    /** @description groupId of the group, or id of the organization */
                    subjectId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAct"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAct"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getBulkAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAct"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listItemsOfBulkAct: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                outcome?: "done" | "unchanged" | "refused";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: {
                            accountId: string;
                            displayName: string;
                            message: string | null;
                            outcome: string | null;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAccountLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        canSendCode: boolean;
                        codeSentAt: string | null;
                        email: string;
                        /** Format: date-time */
                        expiresAt: string;
                        providerName: string;
                        takesCode: boolean;
                        triesLeft: number;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    mailAccountLinkCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    proveAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where to go on, on this site */
                        url: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    countAccounts: {
        parameters: {
            query?: {
                /** @description Words that are all in the name or e-mail address */
                query?: string;
                /** @description People, or the accounts of programs; absent: both */
                kind?: "person" | "service";
                /** @description customer: works nowhere here */
                role?: "administrator" | "desk-administrator" | "agent" | "customer";
                /** @description Agents of this service desk */
                serviceDeskId?: string;
                state?: "active" | "deactivated" | "locked";
                /** @description none: neither a password nor a provider */
                signIn?: "password" | "none";
                /** @description Has signed in through this identity provider */
                providerId?: string;
                /** @description required: a rule about the site, staff, the person, an organization or a provider of theirs asks for one */
                factor?: "has" | "none" | "required";
                organizationId?: string;
                groupId?: string;
                seenAfter?: string;
                /** @description Last seen before then, or never */
                seenBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName?: string;
                    isActive?: boolean;
                    isAdministrator?: boolean;
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accountId: string;
                        /** Format: date-time */
                        createdAt: string;
                        displayName: string;
                        emailAddress: string | null;
                        /** @description By name; at most ten */
                        groups: {
                            groupId: string;
                            name: string;
                        }[];
                        hasPassword: boolean;
                        hasSecondFactor: boolean;
                        identities: {
                            lastSignInAt: string | null;
                            providerName: string;
                            subject: string;
                        }[];
                        isActive: boolean;
                        isAdministrator: boolean;
                        isAgent: boolean;
                        /** @description Administers a service desk */
                        isDeskAdministrator: boolean;
                        /** @description Too many wrong second factors; nobody gets in for a while */
                        isLocked: boolean;
                        /**
                         * @description A service account is that of a program
                         * @enum {unknown}
                         */
                        kind: "person" | "service";
                        /** @description By any session; exact to a quarter of an hour */
                        lastSeenAt: string | null;
                        /** @description By name; at most ten */
                        organizations: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    startImpersonation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description For the audit log, and for the mail to the person */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Impersonation"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRightsOfAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: components["schemas"]["Right"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSecondFactorsOfAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSecondFactors"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeSecondFactorsOfAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isRequired?: boolean;
                    /** @description 0: no longer */
                    skipDays?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSecondFactors"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    resetSecondFactors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSecondFactors"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listSessionsOfAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: {
                            address: string | null;
                            browser: string | null;
                            /** Format: date-time */
                            expiresAt: string;
                            id: string;
                            /** @description The session of this very request */
                            isCurrent: boolean;
                            /** Format: date-time */
                            lastSeenAt: string;
                            providerName: string | null;
                            /** Format: date-time */
                            startedAt: string;
                            system: string | null;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    endSessionsOfAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    endSessionOfAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listApiTokensOfAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tokens: components["schemas"]["ApiToken"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeApiTokenOfAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unlockAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSecondFactors"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listApiTokens: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["ApiToken"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getApiTokenPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether customers may have tokens */
                        customersMay: boolean;
                        longestDays: number;
                        /** @description 0 while nobody has decided anything */
                        version: number;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeApiTokenPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whether customers may have tokens */
                    customersMay: boolean;
                    longestDays: number;
                    /** @description 0 while nobody has decided anything */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether customers may have tokens */
                        customersMay: boolean;
                        longestDays: number;
                        /** @description 0 while nobody has decided anything */
                        version: number;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description accountId of a person: what they did, and what was done to them */
                person?: string;
                /** @description With person: only what they did, or only what was done to them */
                as?: "actor" | "object";
                /** @description One of these acts, such as sign-in.refused */
                action?: string[];
                /** @description About one of these: a type, or type:id, such as identity-provider:3 */
                object?: string[];
                /** @description From this address or network, such as 192.0.2.0/24 */
                address?: string;
                /** @description Not before */
                from?: string;
                /** @description Before */
                until?: string;
                /** @description Beginnings of words in who, what, act and address, or the reference of a refusal */
                query?: string;
                /** @description Go on after this place: `next` of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many entries fit, counted to 1000; only on the first page */
                        count: number | null;
                        isLastPage: boolean;
                        limit: number;
                        names: components["schemas"]["AuditNames"];
                        /** @description `after` of the next page */
                        next: string | null;
                        size: number;
                        values: components["schemas"]["AuditEvent"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    exportAuditEvents: {
        parameters: {
            query: {
                /** @description accountId of a person: what they did, and what was done to them */
                person?: string;
                /** @description With person: only what they did, or only what was done to them */
                as?: "actor" | "object";
                /** @description One of these acts, such as sign-in.refused */
                action?: string[];
                /** @description About one of these: a type, or type:id, such as identity-provider:3 */
                object?: string[];
                /** @description From this address or network, such as 192.0.2.0/24 */
                address?: string;
                /** @description Not before */
                from?: string;
                /** @description Before */
                until?: string;
                /** @description Beginnings of words in who, what, act and address, or the reference of a refusal */
                query?: string;
                format: "csv" | "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAuditSettings: {
        parameters: {
            query?: {
                /** @description Count the entries older than so many days */
                olderThan?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many entries are older than `olderThan` days; null when that was not asked */
                        entriesOlder: number | null;
                        /** @description Days that entries are kept; null: for ever */
                        keepDays: number | null;
                        oldestAt: string | null;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeAuditSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Days that entries are kept; null: for ever */
                    keepDays: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many entries are older than `olderThan` days; null when that was not asked */
                        entriesOlder: number | null;
                        /** @description Days that entries are kept; null: for ever */
                        keepDays: number | null;
                        oldestAt: string | null;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBulkOperations: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["BulkOperation"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    beginBulkOperation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    act: "edit" | "transition";
                    /** @description Said in each of the requests */
                    comment?: {
                        /** @description Plain text */
                        body: string;
                        /** @default false */
                        public: boolean;
                    };
                    /** @description edit: new values, as of an issue; transition: what its screen asks for */
                    fields?: {
                        [key: string]: unknown;
                    };
                    issueIdsOrKeys?: string[];
                    jql?: string;
                    /** @description transition: of these, each request makes the one that its workflow has where it stands */
                    transitionIds?: string[];
                    /** @description edit: what to do with values that are there: {"labels": [{"add": "vpn"}]} */
                    update?: {
                        [key: string]: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperation"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getBulkOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    issueIdsOrKeys: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOptions"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    selectRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    jql?: string;
                    queue?: {
                        queueId: string;
                        serviceDeskId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isCapped: boolean;
                        keys: string[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getBulkOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperation"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelBulkOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperation"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBulkOperationItems: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description open: its turn has not come */
                outcome?: "done" | "unchanged" | "refused" | "open";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["BulkOperationItem"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    retryBulkOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperation"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCustomFields: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description Part of the name */
                query?: string;
                type?: "text" | "paragraph" | "number" | "date" | "date-time" | "checkboxes" | "radio" | "select" | "multi-select" | "cascading-select" | "labels" | "url" | "email" | "phone" | "person" | "people" | "organization" | "country" | "amount";
                isArchived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["ListedCustomField"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createCustomField: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contexts: {
                        /** @description As a value of the field is sent */
                        defaultValue?: unknown;
                        /** @description Without: a new context */
                        id?: string;
                        isGlobal: boolean;
                        name: string;
                        options: {
                            children?: {
                                /** @description Without: a new option */
                                id?: string;
                                isArchived?: boolean;
                                value: string;
                            }[];
                            /** @description Without: a new option */
                            id?: string;
                            isArchived?: boolean;
                            value: string;
                        }[];
                        serviceDeskIds: string[];
                    }[];
                    description: string;
                    name: string;
                    settings: {
                        currencies?: string[];
                        decimals?: number;
                        max?: number;
                        maxValues?: number;
                        min?: number;
                        /** @enum {string} */
                        notAfter?: "today";
                        /** @enum {string} */
                        notBefore?: "today";
                    };
                    /** @enum {unknown} */
                    type: "text" | "paragraph" | "number" | "date" | "date-time" | "checkboxes" | "radio" | "select" | "multi-select" | "cascading-select" | "labels" | "url" | "email" | "phone" | "person" | "people" | "organization" | "country" | "amount";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCustomField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The NNNNN of customfield_NNNNN */
                fieldId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeCustomField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The NNNNN of customfield_NNNNN */
                fieldId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contexts: {
                        /** @description As a value of the field is sent */
                        defaultValue?: unknown;
                        /** @description Without: a new context */
                        id?: string;
                        isGlobal: boolean;
                        name: string;
                        options: {
                            children?: {
                                /** @description Without: a new option */
                                id?: string;
                                isArchived?: boolean;
                                value: string;
                            }[];
                            /** @description Without: a new option */
                            id?: string;
                            isArchived?: boolean;
                            value: string;
                        }[];
                        serviceDeskIds: string[];
                    }[];
                    description: string;
                    name: string;
                    settings: {
                        currencies?: string[];
                        decimals?: number;
                        max?: number;
                        maxValues?: number;
                        min?: number;
                        /** @enum {string} */
                        notAfter?: "today";
                        /** @enum {string} */
                        notBefore?: "today";
                    };
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteCustomField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The NNNNN of customfield_NNNNN */
                fieldId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    archiveCustomField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The NNNNN of customfield_NNNNN */
                fieldId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    restoreCustomField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The NNNNN of customfield_NNNNN */
                fieldId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description Part of the name */
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["ListedGroup"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    name?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMembersOfGroup: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description Part of the name */
                query?: string;
            };
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["GroupMember"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addMembersToGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeMembersFromGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listIdentityProviders: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description Part of the name or a domain */
                query?: string;
                protocol?: "saml" | "oidc" | "oauth2";
                /** @description untested: no test was passed with the present settings; unproved: a domain of it is not verified */
                state?: "enabled" | "disabled" | "untested" | "unproved";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["ListedIdentityProvider"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    admits?: "domains" | "groups" | "all";
                    /** @default false */
                    admitsStaff?: boolean;
                    allowedGroups?: string[];
                    buttonText?: string | null;
                    clockSkewSeconds?: number;
                    /** @default true */
                    createsAccounts?: boolean;
                    domains: string[];
                    /** @default false */
                    isEnabled?: boolean;
                    name: string;
                    oauth2?: {
                        /** @enum {unknown} */
                        authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                        authorizationUrl: string;
                        clientId: string;
                        /** @description Never shown again; absent on change keeps it, null removes it */
                        clientSecret?: string | null;
                        emailAttribute?: string;
                        extraParameters?: {
                            [key: string]: string;
                        };
                        groupsAttribute?: string;
                        nameAttribute?: string;
                        scopes?: string;
                        subjectAttribute?: string;
                        tokenUrl: string;
                        userinfoUrl: string;
                    };
                    oidc?: {
                        /** @enum {unknown} */
                        authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                        clientId: string;
                        /** @description Never shown again; absent on change keeps it, null removes it */
                        clientSecret?: string | null;
                        emailAttribute?: string;
                        extraParameters?: {
                            [key: string]: string;
                        };
                        forcesSignIn?: boolean;
                        groupsAttribute?: string;
                        issuer: string;
                        nameAttribute?: string;
                        /**
                         * @description What the provider is to ask, whatever session somebody has there
                         * @enum {unknown}
                         */
                        prompt?: "select_account" | "login" | "consent";
                        scopes?: string;
                        signsOutThere?: boolean;
                        /** @enum {unknown} */
                        userinfo?: "when-needed" | "always" | "never";
                    };
                    portalIds?: string[];
                    position?: number;
                    preset?: string;
                    /** @enum {unknown} */
                    protocol: "saml" | "oidc" | "oauth2";
                    saml?: {
                        allowsIdpInitiated?: boolean;
                        authnContexts?: string[];
                        certificates: string[];
                        emailAttribute?: string;
                        entityId: string;
                        forcesSignIn?: boolean;
                        groupsAttribute?: string;
                        /** @enum {unknown} */
                        logoutBinding?: "redirect" | "post";
                        logoutResponseUrl?: string;
                        logoutUrl?: string;
                        metadataUrl?: string;
                        nameAttribute?: string;
                        /** @enum {unknown} */
                        nameIdFormat?: "emailAddress" | "persistent" | "unspecified";
                        requiresEncryption?: boolean;
                        reviewsMetadata?: boolean;
                        /** @enum {unknown} */
                        signOnBinding?: "redirect" | "post";
                        signOnUrl: string;
                        signsRequests?: boolean;
                        weakAlgorithms?: {
                            algorithms: ("sha1" | "rsa-1_5" | "3des")[];
                            until: string;
                        };
                    };
                    sessionIdleMinutes?: number | null;
                    sessionMaxHours?: number | null;
                    /** @enum {unknown} */
                    shownOn?: "none" | "all" | "listed";
                    /** @description Believed when it says that a second factor was used there (amr, acr, AuthnContext) */
                    trustsFactor?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    orderIdentityProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listIdentityProviderWarnings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: components["schemas"]["IdentityProviderWarning"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    previewSamlMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which provider, when the metadata describes several */
                    entityId?: string;
                    /** @description Where the provider publishes it */
                    url?: string;
                    /** @description The metadata itself, pasted or from a file */
                    xml?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamlMetadataContent"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    admits?: "domains" | "groups" | "all";
                    /** @default false */
                    admitsStaff?: boolean;
                    allowedGroups?: string[];
                    buttonText?: string | null;
                    clockSkewSeconds?: number;
                    /**
                     * @description Go on although a portal that requires a provider is left without any; without it that is refused (409)
                     * @default false
                     */
                    confirmsLockOut?: boolean;
                    /** @default true */
                    createsAccounts?: boolean;
                    domains: string[];
                    /**
                     * @description Sign out everybody who came through it; for a provider that is disabled, or becomes so
                     * @default false
                     */
                    endsSessions?: boolean;
                    /** @default false */
                    isEnabled?: boolean;
                    name: string;
                    oauth2?: {
                        /** @enum {unknown} */
                        authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                        authorizationUrl: string;
                        clientId: string;
                        /** @description Never shown again; absent on change keeps it, null removes it */
                        clientSecret?: string | null;
                        emailAttribute?: string;
                        extraParameters?: {
                            [key: string]: string;
                        };
                        groupsAttribute?: string;
                        nameAttribute?: string;
                        scopes?: string;
                        subjectAttribute?: string;
                        tokenUrl: string;
                        userinfoUrl: string;
                    };
                    oidc?: {
                        /** @enum {unknown} */
                        authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                        clientId: string;
                        /** @description Never shown again; absent on change keeps it, null removes it */
                        clientSecret?: string | null;
                        emailAttribute?: string;
                        extraParameters?: {
                            [key: string]: string;
                        };
                        forcesSignIn?: boolean;
                        groupsAttribute?: string;
                        issuer: string;
                        nameAttribute?: string;
                        /**
                         * @description What the provider is to ask, whatever session somebody has there
                         * @enum {unknown}
                         */
                        prompt?: "select_account" | "login" | "consent";
                        scopes?: string;
                        signsOutThere?: boolean;
                        /** @enum {unknown} */
                        userinfo?: "when-needed" | "always" | "never";
                    };
                    portalIds?: string[];
                    position?: number;
                    preset?: string;
                    /** @enum {unknown} */
                    protocol: "saml" | "oidc" | "oauth2";
                    saml?: {
                        allowsIdpInitiated?: boolean;
                        authnContexts?: string[];
                        certificates: string[];
                        emailAttribute?: string;
                        entityId: string;
                        forcesSignIn?: boolean;
                        groupsAttribute?: string;
                        /** @enum {unknown} */
                        logoutBinding?: "redirect" | "post";
                        logoutResponseUrl?: string;
                        logoutUrl?: string;
                        metadataUrl?: string;
                        nameAttribute?: string;
                        /** @enum {unknown} */
                        nameIdFormat?: "emailAddress" | "persistent" | "unspecified";
                        requiresEncryption?: boolean;
                        reviewsMetadata?: boolean;
                        /** @enum {unknown} */
                        signOnBinding?: "redirect" | "post";
                        signOnUrl: string;
                        signsRequests?: boolean;
                        weakAlgorithms?: {
                            algorithms: ("sha1" | "rsa-1_5" | "3des")[];
                            until: string;
                        };
                    };
                    sessionIdleMinutes?: number | null;
                    sessionMaxHours?: number | null;
                    /** @enum {unknown} */
                    shownOn?: "none" | "all" | "listed";
                    /** @description Believed when it says that a second factor was used there (amr, acr, AuthnContext) */
                    trustsFactor?: boolean;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteIdentityProvider: {
        parameters: {
            query?: {
                /** @description Go on although a portal that requires a provider is left without any; without it that is refused (409) */
                confirmsLockOut?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIdentityProviderDependants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProviderDependants"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    verifyProviderDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    vouchForProviderDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                domain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    withdrawProviderDomain: {
        parameters: {
            query?: {
                /** @description Go on although a portal that requires a provider is left without any; without it that is refused (409) */
                confirmsLockOut?: boolean;
            };
            header?: never;
            path: {
                id: string;
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIdentityProviderKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProviderKeys"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateIdentityProviderKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProviderKeys"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    dropPreviousIdentityProviderKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProviderKeys"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    rotateIdentityProviderKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProviderKeys"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIdentityProviderLogo: {
        parameters: {
            query?: {
                v?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    putIdentityProviderLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteIdentityProviderLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    previewMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Settings that are not saved */
                    input?: {
                        /** @enum {unknown} */
                        admits?: "domains" | "groups" | "all";
                        /** @default false */
                        admitsStaff?: boolean;
                        allowedGroups?: string[];
                        buttonText?: string | null;
                        clockSkewSeconds?: number;
                        /** @default true */
                        createsAccounts?: boolean;
                        domains: string[];
                        /** @default false */
                        isEnabled?: boolean;
                        name: string;
                        oauth2?: {
                            /** @enum {unknown} */
                            authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                            authorizationUrl: string;
                            clientId: string;
                            /** @description Never shown again; absent on change keeps it, null removes it */
                            clientSecret?: string | null;
                            emailAttribute?: string;
                            extraParameters?: {
                                [key: string]: string;
                            };
                            groupsAttribute?: string;
                            nameAttribute?: string;
                            scopes?: string;
                            subjectAttribute?: string;
                            tokenUrl: string;
                            userinfoUrl: string;
                        };
                        oidc?: {
                            /** @enum {unknown} */
                            authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                            clientId: string;
                            /** @description Never shown again; absent on change keeps it, null removes it */
                            clientSecret?: string | null;
                            emailAttribute?: string;
                            extraParameters?: {
                                [key: string]: string;
                            };
                            forcesSignIn?: boolean;
                            groupsAttribute?: string;
                            issuer: string;
                            nameAttribute?: string;
                            /**
                             * @description What the provider is to ask, whatever session somebody has there
                             * @enum {unknown}
                             */
                            prompt?: "select_account" | "login" | "consent";
                            scopes?: string;
                            signsOutThere?: boolean;
                            /** @enum {unknown} */
                            userinfo?: "when-needed" | "always" | "never";
                        };
                        portalIds?: string[];
                        position?: number;
                        preset?: string;
                        /** @enum {unknown} */
                        protocol: "saml" | "oidc" | "oauth2";
                        saml?: {
                            allowsIdpInitiated?: boolean;
                            authnContexts?: string[];
                            certificates: string[];
                            emailAttribute?: string;
                            entityId: string;
                            forcesSignIn?: boolean;
                            groupsAttribute?: string;
                            /** @enum {unknown} */
                            logoutBinding?: "redirect" | "post";
                            logoutResponseUrl?: string;
                            logoutUrl?: string;
                            metadataUrl?: string;
                            nameAttribute?: string;
                            /** @enum {unknown} */
                            nameIdFormat?: "emailAddress" | "persistent" | "unspecified";
                            requiresEncryption?: boolean;
                            reviewsMetadata?: boolean;
                            /** @enum {unknown} */
                            signOnBinding?: "redirect" | "post";
                            signOnUrl: string;
                            signsRequests?: boolean;
                            weakAlgorithms?: {
                                algorithms: ("sha1" | "rsa-1_5" | "3des")[];
                                until: string;
                            };
                        };
                        sessionIdleMinutes?: number | null;
                        sessionMaxHours?: number | null;
                        /** @enum {unknown} */
                        shownOn?: "none" | "all" | "listed";
                        /** @description Believed when it says that a second factor was used there (amr, acr, AuthnContext) */
                        trustsFactor?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        finishedAt: string | null;
                        /** @description Of the sign-in that was taken; null: there was none yet */
                        reference: string | null;
                        replay: components["schemas"]["SignInReplay"] | null;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSamlMetadataState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamlMetadataState"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    importSamlMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description false: nothing is written */
                    apply: boolean;
                    /** @description Which provider, when the metadata describes several */
                    entityId?: string;
                    /** @description The XML is from a file, not pasted */
                    isFile?: boolean;
                    /**
                     * @description Certificates that are no longer named stay in force for 48 hours beside the new ones
                     * @default true
                     */
                    keepsCertificates?: boolean;
                    /** @description Where the provider publishes it */
                    url?: string;
                    /** @description The version of the provider that the preview was for */
                    version?: number;
                    /** @description The metadata itself, pasted or from a file */
                    xml?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: components["schemas"]["SamlMetadataChanges"];
                        content: components["schemas"]["SamlMetadataContent"];
                        isApplied: boolean;
                        /** @description Why it cannot be applied */
                        problem: null | string;
                        /** @description Of the provider */
                        version: number;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    refreshSamlMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        outcome: "unchanged" | "applied" | "waiting" | "failed";
                        state: components["schemas"]["SamlMetadataState"];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    endRetiringCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                /** @description SHA-256, as the state shows it */
                fingerprint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamlMetadataState"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    applySamlMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                metadataId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Certificates that are no longer named stay in force for 48 hours beside the new ones
                     * @default true
                     */
                    keepsCertificates?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamlMetadataState"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    dismissSamlMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                metadataId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamlMetadataState"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPortalDomainsOfProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: components["schemas"]["PortalDomainOfProvider"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listProviderSetupLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: components["schemas"]["ProviderSetupLink"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    makeProviderSetupLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 3 */
                    days?: number;
                    /** @description For whom */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        link: components["schemas"]["ProviderSetupLink"];
                        url: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listSignInLog: {
        parameters: {
            query?: {
                outcome?: "succeeded" | "refused";
                purpose?: "sign-in" | "test" | "logout" | "idp-initiated";
                /** @description In e-mail address, subject, address or reference */
                query?: string;
                /** @description `next` of the page before */
                start?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description `start` of the next page */
                        next: string | null;
                        values: components["schemas"]["SignInLogEntry"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSignInLogEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: components["schemas"]["SignInTrace"] | null;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    replaySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Settings that are not saved */
                    input?: {
                        /** @enum {unknown} */
                        admits?: "domains" | "groups" | "all";
                        /** @default false */
                        admitsStaff?: boolean;
                        allowedGroups?: string[];
                        buttonText?: string | null;
                        clockSkewSeconds?: number;
                        /** @default true */
                        createsAccounts?: boolean;
                        domains: string[];
                        /** @default false */
                        isEnabled?: boolean;
                        name: string;
                        oauth2?: {
                            /** @enum {unknown} */
                            authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                            authorizationUrl: string;
                            clientId: string;
                            /** @description Never shown again; absent on change keeps it, null removes it */
                            clientSecret?: string | null;
                            emailAttribute?: string;
                            extraParameters?: {
                                [key: string]: string;
                            };
                            groupsAttribute?: string;
                            nameAttribute?: string;
                            scopes?: string;
                            subjectAttribute?: string;
                            tokenUrl: string;
                            userinfoUrl: string;
                        };
                        oidc?: {
                            /** @enum {unknown} */
                            authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                            clientId: string;
                            /** @description Never shown again; absent on change keeps it, null removes it */
                            clientSecret?: string | null;
                            emailAttribute?: string;
                            extraParameters?: {
                                [key: string]: string;
                            };
                            forcesSignIn?: boolean;
                            groupsAttribute?: string;
                            issuer: string;
                            nameAttribute?: string;
                            /**
                             * @description What the provider is to ask, whatever session somebody has there
                             * @enum {unknown}
                             */
                            prompt?: "select_account" | "login" | "consent";
                            scopes?: string;
                            signsOutThere?: boolean;
                            /** @enum {unknown} */
                            userinfo?: "when-needed" | "always" | "never";
                        };
                        portalIds?: string[];
                        position?: number;
                        preset?: string;
                        /** @enum {unknown} */
                        protocol: "saml" | "oidc" | "oauth2";
                        saml?: {
                            allowsIdpInitiated?: boolean;
                            authnContexts?: string[];
                            certificates: string[];
                            emailAttribute?: string;
                            entityId: string;
                            forcesSignIn?: boolean;
                            groupsAttribute?: string;
                            /** @enum {unknown} */
                            logoutBinding?: "redirect" | "post";
                            logoutResponseUrl?: string;
                            logoutUrl?: string;
                            metadataUrl?: string;
                            nameAttribute?: string;
                            /** @enum {unknown} */
                            nameIdFormat?: "emailAddress" | "persistent" | "unspecified";
                            requiresEncryption?: boolean;
                            reviewsMetadata?: boolean;
                            /** @enum {unknown} */
                            signOnBinding?: "redirect" | "post";
                            signOnUrl: string;
                            signsRequests?: boolean;
                            weakAlgorithms?: {
                                algorithms: ("sha1" | "rsa-1_5" | "3des")[];
                                until: string;
                            };
                        };
                        sessionIdleMinutes?: number | null;
                        sessionMaxHours?: number | null;
                        /** @enum {unknown} */
                        shownOn?: "none" | "all" | "listed";
                        /** @description Believed when it says that a second factor was used there (amr, acr, AuthnContext) */
                        trustsFactor?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInReplay"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    testIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of the entry in the sign-in log that it will have */
                        reference: string;
                        /** @description To be opened once, in this browser, within 10 minutes */
                        url: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listImpersonations: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: {
                            address: string | null;
                            /** @description hand: somebody ended it; time: it lasted its time; session: the administrator’s was over; role: that one is no administrator any more; account: the person was deactivated, or works here now */
                            endReason: ("hand" | "time" | "session" | "role" | "account") | null;
                            endedAt: string | null;
                            id: string;
                            impersonator: {
                                accountId: string;
                                displayName: string;
                            };
                            /** @description Keys of the requests that were opened */
                            opened: string[];
                            person: {
                                accountId: string;
                                displayName: string;
                            };
                            reason: string;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            until: string;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getImpersonationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description People are told by mail when it has ended */
                        tellsPerson: boolean;
                        /** @description 0 while nobody has decided anything */
                        version: number;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeImpersonationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description People are told by mail when it has ended */
                    tellsPerson: boolean;
                    /** @description 0 while nobody has decided anything */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description People are told by mail when it has ended */
                        tellsPerson: boolean;
                        /** @description 0 while nobody has decided anything */
                        version: number;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getImpersonation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Impersonation"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    endImpersonation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description Id of a portal */
                portal?: string;
                state?: "pending" | "expired" | "accepted" | "revoked";
                /** @description Part of the address */
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["Invitation"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Separated by commas, semicolons or line breaks */
                    addresses: string;
                    /** @default 14 */
                    days?: number;
                    /**
                     * @description The language of mail
                     * @enum {unknown}
                     */
                    locale?: "en" | "de";
                    /** @description Stands in the mail */
                    note?: string;
                    organizationId?: string | null;
                    portalId: string | null;
                    /** @description Whoever accepts sets one up on the way in, whatever rules there are */
                    requiresSecondFactor?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invited: components["schemas"]["Invitation"][];
                        refused: {
                            problem: string;
                            text: string;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName: string;
                    password: string;
                    /** @description What follows the # in the link from the mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where to go on, on this site; the second factor may come first */
                        url: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailOverview"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeMailSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fromAddress: string;
                    fromName: string;
                    /** @description Name or address of the mail server */
                    host: string;
                    /** @description Absent or empty: the one that is there stays */
                    password?: string;
                    port: number;
                    replyTo: string | null;
                    /** @description tls: from the first byte; starttls: required before anything is said; none: in the clear */
                    security: "tls" | "starttls" | "none";
                    username: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSettings"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeMailSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMailMessages: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description waiting: for its turn, or for the next try; kept: there was no mail server; failed: given up */
                state?: "waiting" | "sent" | "kept" | "failed";
                /** @description In recipient or subject */
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["MailMessage"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    sendMailMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    state: "kept" | "failed";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMailMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailMessageWithText"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeMailMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMailMessageHtml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Error"];
                };
            };
        };
    };
    sendMailMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailMessage"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMailTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTemplate"][];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    previewMailTemplateHtml: {
        parameters: {
            query?: {
                locale?: "en" | "de";
                /** @description As if it were sent because of this portal */
                portalId?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Error"];
                };
            };
        };
    };
    previewMailTemplate: {
        parameters: {
            query?: {
                locale?: "en" | "de";
                /** @description As if it were sent because of this portal */
                portalId?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fromName: string | null;
                        subject: string;
                        text: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    testMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fromAddress: string;
                    fromName: string;
                    /** @description Name or address of the mail server */
                    host: string;
                    /** @description Absent or empty: the one that is there stays */
                    password?: string;
                    port: number;
                    replyTo: string | null;
                    /** @description tls: from the first byte; starttls: required before anything is said; none: in the clear */
                    security: "tls" | "starttls" | "none";
                    username: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isSent: boolean;
                        problem: string | null;
                        response: string | null;
                        to: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMyDesks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: {
                            accentColor: string;
                            id: string;
                            portalName: string;
                            projectKey: string;
                            projectName: string;
                            queues: {
                                id: string;
                                name: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMyRequestColumns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null: you have chosen none */
                        columns: ("key" | "summary" | "status" | "requestType" | "portal" | "reporter" | "organization" | "created" | "updated")[] | null;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setMyRequestColumns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In order; the summary is always among them */
                    columns: ("key" | "summary" | "status" | "requestType" | "portal" | "reporter" | "organization" | "created" | "updated")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteMyRequestColumns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMyRequestSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description You are, or were, asked to approve requests */
                        approves: boolean;
                        /** @description That you manage, or that requests are shared with */
                        organizations: {
                            id: string;
                            name: string;
                        }[];
                        /** @description You take part in requests of others */
                        participates: boolean;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMyApiTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        longestDays: number;
                        /** @description Customers may not, unless administrators allow it */
                        mayHaveTokens: boolean;
                        scopes: {
                            isAdministratorScope: boolean;
                            scope: string;
                        }[];
                        tokens: components["schemas"]["ApiToken"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    makeMyApiToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How long it is to work */
                    days: number;
                    name: string;
                    scopes: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        apiToken: components["schemas"]["ApiToken"];
                        /** @description The token itself. It is told this once and kept nowhere */
                        token: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeMyApiToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    domains?: string[];
                    managers?: string[];
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOwnPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changedAt: string | null;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Not needed shortly after you have confirmed that it is you */
                    currentPassword?: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Where to go afterwards; a path of this site, which also tells the portal */
                    destination?: string;
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    finishPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description What follows the # in the link from the mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where to go on, on this site; the second factor may come first */
                        url: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    checkPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName?: string;
                    password: string;
                    /** @description What follows the # in the link from the mail */
                    token?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fault: ("short" | "long" | "names" | "common") | null;
                        problem: string | null;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPortals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: components["schemas"]["Portal"][];
                    };
                };
            };
        };
    };
    listPortalDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: components["schemas"]["PortalDomain"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addPortalDomain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    host: string;
                    /** @description Mail about the portal leads to it; one of each portal’s is */
                    isMain: boolean;
                    portalId: string;
                    /**
                     * @description Where round trips to identity providers are made: at the site’s own host, which hands the sign-in over, or at this one, whose addresses must then be registered at the providers
                     * @enum {unknown}
                     */
                    signInAt: "site" | "domain";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalDomain"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPortalDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalDomainDetails"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changePortalDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Mail about the portal leads to it; one of each portal’s is */
                    isMain: boolean;
                    portalId: string;
                    /**
                     * @description Where round trips to identity providers are made: at the site’s own host, which hands the sign-in over, or at this one, whose addresses must then be registered at the providers
                     * @enum {unknown}
                     */
                    signInAt: "site" | "domain";
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalDomain"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removePortalDomain: {
        parameters: {
            query: {
                version: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    checkPortalDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostFindings"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPortal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Portal"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPortalMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalMail"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changePortalMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    replyTo: string | null;
                    senderName: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalMail"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPortalSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSignIn"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changePortalSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Go on although a portal that requires a provider is left without any; without it that is refused (409)
                     * @default false
                     */
                    confirmsLockOut?: boolean;
                    defaultProviderId: string | null;
                    /** @description Customers get in through an identity provider only; passwords are for staff */
                    requiresProvider: boolean;
                    sessionIdleMinutes: number | null;
                    sessionMaxHours: number | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSignIn"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPortalSignUpPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignUpPolicy"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changePortalSignUpPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    domains: string[];
                    version: number;
                    who: ("nobody" | "invited" | "domains" | "open") | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignUpPolicy"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getProviderSetup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderSetup"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    fillInProviderSetup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    domains: string[];
                    oauth2?: {
                        /** @enum {unknown} */
                        authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                        authorizationUrl: string;
                        clientId: string;
                        /** @description Never shown again; absent on change keeps it, null removes it */
                        clientSecret?: string | null;
                        emailAttribute?: string;
                        extraParameters?: {
                            [key: string]: string;
                        };
                        groupsAttribute?: string;
                        nameAttribute?: string;
                        scopes?: string;
                        subjectAttribute?: string;
                        tokenUrl: string;
                        userinfoUrl: string;
                    };
                    oidc?: {
                        /** @enum {unknown} */
                        authentication?: "auto" | "basic" | "post" | "private_key_jwt";
                        clientId: string;
                        /** @description Never shown again; absent on change keeps it, null removes it */
                        clientSecret?: string | null;
                        emailAttribute?: string;
                        extraParameters?: {
                            [key: string]: string;
                        };
                        forcesSignIn?: boolean;
                        groupsAttribute?: string;
                        issuer: string;
                        nameAttribute?: string;
                        /**
                         * @description What the provider is to ask, whatever session somebody has there
                         * @enum {unknown}
                         */
                        prompt?: "select_account" | "login" | "consent";
                        scopes?: string;
                        signsOutThere?: boolean;
                        /** @enum {unknown} */
                        userinfo?: "when-needed" | "always" | "never";
                    };
                    /** @description Which product it is; absent: as it was */
                    preset?: string;
                    saml?: {
                        authnContexts?: string[];
                        certificates: string[];
                        emailAttribute?: string;
                        entityId: string;
                        forcesSignIn?: boolean;
                        groupsAttribute?: string;
                        /** @enum {unknown} */
                        logoutBinding?: "redirect" | "post";
                        logoutResponseUrl?: string;
                        logoutUrl?: string;
                        metadataUrl?: string;
                        nameAttribute?: string;
                        /** @enum {unknown} */
                        nameIdFormat?: "emailAddress" | "persistent" | "unspecified";
                        /** @enum {unknown} */
                        signOnBinding?: "redirect" | "post";
                        signOnUrl: string;
                        signsRequests?: boolean;
                    };
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderSetup"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    verifyProviderSetupDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderSetup"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    previewProviderSetupMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which provider, when the metadata describes several */
                    entityId?: string;
                    /** @description Where the provider publishes it */
                    url?: string;
                    /** @description The metadata itself, pasted or from a file */
                    xml?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamlMetadataContent"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    submitProviderSetup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderSetup"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    testProviderSetup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Under which the result is found */
                        reference: string;
                        /** @description To be opened once, in this browser, within 10 minutes */
                        url: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getProviderSetupTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        test: components["schemas"]["ProviderSetupTest"] | null;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRequestSharing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sharing"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    shareRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sharing"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unshareRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sharing"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    findSharingOrganizations: {
        parameters: {
            query?: {
                query?: string;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    findParticipants: {
        parameters: {
            query: {
                query: string;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: components["schemas"]["Person"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listRoleGrants: {
        parameters: {
            query?: {
                serviceDeskId?: string;
                groupId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: components["schemas"]["RoleGrant"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    grantRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId?: string;
                    groupId?: string;
                    /**
                     * @description administrator: of the whole site. desk-administrator: of one service desk, and an agent of it. agent: works there. customer: named for it
                     * @enum {unknown}
                     */
                    role: "administrator" | "desk-administrator" | "agent" | "customer";
                    serviceDeskId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGrant"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOwnSecondFactors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allows: {
                            mail: boolean;
                            passkeys: boolean;
                            passwordless: boolean;
                            rememberDays: number;
                            totp: boolean;
                        };
                        devices: {
                            address: string | null;
                            browser: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            id: string;
                            lastUsedAt: string | null;
                            system: string | null;
                        }[];
                        factors: {
                            /** Format: date-time */
                            createdAt: string;
                            id: string;
                            kind: "totp" | "passkey";
                            lastUsedAt: string | null;
                            name: string;
                        }[];
                        recoveryCodesLeft: number;
                        requirement: "off" | "optional" | "required";
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSecondFactorPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorPolicy"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeSecondFactorPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 0 */
                    graceDays: number;
                    /** @description null: no rule */
                    requirement: ("off" | "optional" | "required") | null;
                    scope: "site" | "staff" | "portal" | "organization" | "provider";
                    scopeId: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorPolicy"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeSecondFactorSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A code by e-mail, for those who have set up nothing else */
                    allowsMail: boolean;
                    allowsPasskeys: boolean;
                    /** @description A passkey that verifies the person signs in without a password */
                    allowsPasswordless: boolean;
                    allowsTotp: boolean;
                    /** @description 0: no browser is remembered */
                    rememberDays: number;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorPolicy"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    forgetDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    response: {
                        authenticatorAttachment?: string;
                        clientExtensionResults: Record<string, never>;
                        id: string;
                        rawId: string;
                        response: {
                            attestationObject: string;
                            clientDataJSON: string;
                            transports?: string[];
                        };
                        /** @enum {string} */
                        type: "public-key";
                    };
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[] | null;
                        url: string | null;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    beginPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description For navigator.credentials, as JSON (WebAuthn Level 3, section 5.1.8) */
                        options: {
                            [key: string]: unknown;
                        };
                        token: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    makeRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By which its owner knows it */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description The same as a picture: SVG */
                        qrCode: string;
                        /** @description To be typed where nothing can be scanned */
                        secret: string;
                        uri: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[] | null;
                        url: string | null;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "totp" | "passkey";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listServiceAccounts: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["ServiceAccount"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createServiceAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName: string;
                    isAdministrator?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getServiceAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        longestDays: number;
                        scopes: {
                            isAdministratorScope: boolean;
                            scope: string;
                        }[];
                        serviceAccount: components["schemas"]["ServiceAccount"];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeServiceAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName?: string;
                    isActive?: boolean;
                    isAdministrator?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    makeApiTokenOfServiceAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How long it is to work */
                    days: number;
                    name: string;
                    scopes: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        apiToken: components["schemas"]["ApiToken"];
                        /** @description The token itself. It is told this once and kept nowhere */
                        token: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createServiceDesk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    accentColor?: "indigo" | "blue" | "cyan" | "teal" | "green" | "lime" | "yellow" | "orange" | "red" | "pink" | "grape" | "violet";
                    access: "open" | "restricted" | "invited";
                    /** @description Whom customers may let take part in their requests: nobody; people of their organization; all customers of the service desk; anyone who has an e-mail address */
                    customersShareWith?: "nobody" | "organization" | "customers" | "anyone";
                    description?: string;
                    /** @description What customers read */
                    portalName: string;
                    /** @description 2 to 10 capital letters and digits, such as HELP */
                    projectKey: string;
                    projectName: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDesk"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeServiceDesk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    accentColor?: "indigo" | "blue" | "cyan" | "teal" | "green" | "lime" | "yellow" | "orange" | "red" | "pink" | "grape" | "violet";
                    access?: "open" | "restricted" | "invited";
                    /** @description Whom customers may let take part in their requests: nobody; people of their organization; all customers of the service desk; anyone who has an e-mail address */
                    customersShareWith?: "nobody" | "organization" | "customers" | "anyone";
                    description?: string;
                    /** @description People who have not signed in see it in the help center */
                    isListed?: boolean;
                    portalName?: string;
                    /** @description The version that you saw; 409 when it has changed */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDesk"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAgents: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["User"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    findCandidates: {
        parameters: {
            query: {
                /** @description Part of the name or address */
                query: string;
            };
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: components["schemas"]["User"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listDeskCustomers: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description Part of the name or e-mail address */
                query?: string;
            };
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["DeskCustomer"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listFormFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: components["schemas"]["AskableField"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getNameableOrganizations: {
        parameters: {
            query?: {
                /** @description Words of the name; blank: anything */
                query?: string;
            };
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameableOrganizations"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getNameablePeople: {
        parameters: {
            query?: {
                /** @description Words of the name; blank: anything */
                query?: string;
            };
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameablePeople"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    findOrganizationsForSharing: {
        parameters: {
            query?: {
                query?: string;
            };
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listRequestTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredRequestTypes"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addRequestType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description: string;
                    /** @description Fields, and sections with fields, in order */
                    form: ({
                        field: {
                            helpText: string;
                            isHidden: boolean;
                            isRequired: boolean;
                            /** @description summary, description, attachment or customfield_NNNNN */
                            key: string;
                            label: string;
                            /** @description Of a hidden field: its value, as it is sent */
                            preset?: unknown;
                            showWhen: {
                                /** @enum {unknown} */
                                match: "all" | "any";
                                rules: {
                                    field: string;
                                    /** @enum {unknown} */
                                    operator: "is" | "is-not" | "contains" | "greater" | "less" | "is-empty" | "is-not-empty";
                                    values: string[];
                                }[];
                            } | null;
                        };
                    } | {
                        section: {
                            description: string;
                            fields: {
                                helpText: string;
                                isHidden: boolean;
                                isRequired: boolean;
                                /** @description summary, description, attachment or customfield_NNNNN */
                                key: string;
                                label: string;
                                /** @description Of a hidden field: its value, as it is sent */
                                preset?: unknown;
                                showWhen: {
                                    /** @enum {unknown} */
                                    match: "all" | "any";
                                    rules: {
                                        field: string;
                                        /** @enum {unknown} */
                                        operator: "is" | "is-not" | "contains" | "greater" | "less" | "is-empty" | "is-not-empty";
                                        values: string[];
                                    }[];
                                } | null;
                            }[];
                            showWhen: {
                                /** @enum {unknown} */
                                match: "all" | "any";
                                rules: {
                                    field: string;
                                    /** @enum {unknown} */
                                    operator: "is" | "is-not" | "contains" | "greater" | "less" | "is-empty" | "is-not-empty";
                                    values: string[];
                                }[];
                            } | null;
                            title: string;
                        };
                    })[];
                    groupIds: string[];
                    helpText: string;
                    icon: string;
                    name: string;
                    workflowId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedRequestType"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeRequestTypeGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    groups: {
                        id?: string;
                        name: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredRequestTypes"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    orderRequestTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredRequestTypes"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getEditedRequestType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
                requestTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedRequestType"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeRequestType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
                requestTypeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description: string;
                    /** @description Fields, and sections with fields, in order */
                    form: ({
                        field: {
                            helpText: string;
                            isHidden: boolean;
                            isRequired: boolean;
                            /** @description summary, description, attachment or customfield_NNNNN */
                            key: string;
                            label: string;
                            /** @description Of a hidden field: its value, as it is sent */
                            preset?: unknown;
                            showWhen: {
                                /** @enum {unknown} */
                                match: "all" | "any";
                                rules: {
                                    field: string;
                                    /** @enum {unknown} */
                                    operator: "is" | "is-not" | "contains" | "greater" | "less" | "is-empty" | "is-not-empty";
                                    values: string[];
                                }[];
                            } | null;
                        };
                    } | {
                        section: {
                            description: string;
                            fields: {
                                helpText: string;
                                isHidden: boolean;
                                isRequired: boolean;
                                /** @description summary, description, attachment or customfield_NNNNN */
                                key: string;
                                label: string;
                                /** @description Of a hidden field: its value, as it is sent */
                                preset?: unknown;
                                showWhen: {
                                    /** @enum {unknown} */
                                    match: "all" | "any";
                                    rules: {
                                        field: string;
                                        /** @enum {unknown} */
                                        operator: "is" | "is-not" | "contains" | "greater" | "less" | "is-empty" | "is-not-empty";
                                        values: string[];
                                    }[];
                                } | null;
                            }[];
                            showWhen: {
                                /** @enum {unknown} */
                                match: "all" | "any";
                                rules: {
                                    field: string;
                                    /** @enum {unknown} */
                                    operator: "is" | "is-not" | "contains" | "greater" | "less" | "is-empty" | "is-not-empty";
                                    values: string[];
                                }[];
                            } | null;
                            title: string;
                        };
                    })[];
                    groupIds: string[];
                    helpText: string;
                    icon: string;
                    name: string;
                    version: number;
                    workflowId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedRequestType"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    archiveRequestType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
                requestTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedRequestType"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    restoreRequestType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
                requestTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedRequestType"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: components["schemas"]["SessionAccount"] | null;
                        /** @description Administers a service desk */
                        isDeskAdministrator: boolean;
                        /** @description Whether the account may have API tokens */
                        mayHaveTokens: boolean;
                        /** @description Whether signing out at the identity provider, too, is possible */
                        providerSignOut: {
                            providerName: string;
                        } | null;
                    };
                };
            };
        };
    };
    getConfirmation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        provider: {
                            name: string;
                            url: string;
                        } | null;
                        /** @description With a second factor, only that: a password alone is less than what was set up */
                        ways: ("totp" | "passkey" | "recovery" | "password")[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    confirmSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    passkey?: {
                        response: {
                            authenticatorAttachment?: string;
                            clientExtensionResults: Record<string, never>;
                            id: string;
                            rawId: string;
                            response: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                signature: string;
                                userHandle?: string;
                            };
                            /** @enum {string} */
                            type: "public-key";
                        };
                        token: string;
                    };
                    password?: string;
                    recoveryCode?: string;
                    /** @description Six digits of an authenticator app */
                    totp?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    beginConfirmationPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description For navigator.credentials, as JSON (WebAuthn Level 3, section 5.1.8) */
                        options: {
                            [key: string]: unknown;
                        };
                        token: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMySessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: {
                            address: string | null;
                            browser: string | null;
                            /** Format: date-time */
                            expiresAt: string;
                            id: string;
                            /** @description The session of this very request */
                            isCurrent: boolean;
                            /** Format: date-time */
                            lastSeenAt: string;
                            providerName: string | null;
                            /** Format: date-time */
                            startedAt: string;
                            system: string | null;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    endMyOtherSessions: {
        parameters: {
            query?: {
                /** @description Must be true */
                others?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    endMySession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    locale?: string | null;
                    timeZone?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    beginSecondFactorOfSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    destination?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where to go on, on this site: to show it, or back */
                        url: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName: string;
                    email: string;
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: components["schemas"]["SessionAccount"];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeProviderSetupLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSetup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        siteName: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    discoverSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Where to go afterwards; a path of this site, which also tells the portal */
                    destination?: string;
                    email: string;
                    /** @description Id of the portal that one wants into */
                    portal?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        method: "redirect";
                        providerName: string;
                        url: string;
                    } | {
                        /** @enum {string} */
                        method: "password";
                    } | {
                        /**
                         * @description The domain has no provider, and the portal takes no passwords
                         * @enum {string}
                         */
                        method: "none";
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    forgetProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getSignInOptions: {
        parameters: {
            query?: {
                /** @description Id of the portal that one wants into */
                portal?: string;
                /** @description Id or name of a provider, as in ?idp=acme */
                idp?: string;
                /** @description Where to go afterwards; a path of this site, which also tells the portal */
                destination?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A passkey signs in without a password */
                        offersPasskeys: boolean;
                        providers: components["schemas"]["OfferedProvider"][];
                        redirectTo: string | null;
                        remembered: components["schemas"]["OfferedProvider"] | null;
                        showsPassword: boolean;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    destination?: string;
                    passkey: {
                        response: {
                            authenticatorAttachment?: string;
                            clientExtensionResults: Record<string, never>;
                            id: string;
                            rawId: string;
                            response: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                signature: string;
                                userHandle?: string;
                            };
                            /** @enum {string} */
                            type: "public-key";
                        };
                        token: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where to go on, on this site */
                        url: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    beginPasskeySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description For navigator.credentials, as JSON (WebAuthn Level 3, section 5.1.8) */
                        options: {
                            [key: string]: unknown;
                        };
                        token: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    signInWithPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Where the person wants to go, on this site */
                    destination?: string;
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null: nobody is signed in before the second factor was shown */
                        account: components["schemas"]["SessionAccount"] | null;
                        /** @description Where to go on, on this site */
                        url: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPendingSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingSignIn"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    showSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mailCode?: string;
                    passkey?: {
                        response: {
                            authenticatorAttachment?: string;
                            clientExtensionResults: Record<string, never>;
                            id: string;
                            rawId: string;
                            response: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                signature: string;
                                userHandle?: string;
                            };
                            /** @enum {string} */
                            type: "public-key";
                        };
                        token: string;
                    };
                    recoveryCode?: string;
                    rememberDevice?: boolean;
                    /** @description Six digits of an authenticator app */
                    totp?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where to go on, on this site */
                        url: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    mailSecondFactorCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    beginSecondFactorPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description For navigator.credentials, as JSON (WebAuthn Level 3, section 5.1.8) */
                        options: {
                            [key: string]: unknown;
                        };
                        token: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At the identity provider, too */
                    everywhere?: boolean;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send the browser there; absent: it ended here alone */
                        url?: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSignUp: {
        parameters: {
            query?: {
                /** @description Id of a portal */
                portal?: string;
                /** @description Where to go afterwards; a path of this site, which also tells the portal */
                destination?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isOffered: boolean;
                        /** @description Of the portal, or of the site */
                        name: string;
                        portalId: string | null;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Where to go afterwards; a path of this site, which also tells the portal */
                    destination?: string;
                    displayName: string;
                    email: string;
                    /**
                     * @description The language of mail
                     * @enum {unknown}
                     */
                    locale?: "en" | "de";
                    /** @description Id of a portal */
                    portal?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        method: "mail";
                    } | {
                        /** @enum {string} */
                        method: "redirect";
                        providerName: string;
                        url: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSiteSignUpPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignUpPolicy"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeSiteSignUpPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    domains: string[];
                    version: number;
                    who: ("nobody" | "invited" | "domains" | "open") | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignUpPolicy"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    finishSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName: string;
                    password: string;
                    /** @description What follows the # in the link from the mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where to go on, on this site; the second factor may come first */
                        url: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    showMailedLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What follows the # in the link from the mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displayName: string | null;
                        email: string;
                        /** Format: date-time */
                        expiresAt: string;
                        invitedBy: string | null;
                        /** @enum {unknown} */
                        kind: "sign-up" | "invitation" | "password-reset";
                        /** @description Of the portal, or of the site */
                        name: string;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where the whole site is, without a trailing slash */
                        address: string;
                        /** @description There is an administrator */
                        isSetUp: boolean;
                        /** @description Largest file that can be attached */
                        maxUploadBytes: number;
                        /** @description The portal that lives at the host that was asked; null: all of them do */
                        portal: {
                            accentColor: string;
                            id: string;
                            name: string;
                        } | null;
                        siteName: string;
                        version: string;
                    };
                };
            };
        };
    };
    listSubmittedProviderSetups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: components["schemas"]["SubmittedProviderSetup"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _links: {
                            self: string;
                        };
                        buildChangeSet: string;
                        buildDate: components["schemas"]["PointInTime"];
                        isLicensedForUse: boolean;
                        platformVersion: string;
                        version: string;
                    };
                };
            };
        };
    };
    getOrganizations: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description Only those of this account; for staff */
                accountId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["Organization"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPropertiesKeysOfOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            key: string;
                            self: string;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPropertyOfOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                propertyKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        value: unknown;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setPropertyOfOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                propertyKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deletePropertyOfOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                propertyKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUsersInOrganization: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["User"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addUsersToOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeUsersFromOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCustomerRequests: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                searchTerm?: string;
                requestOwnership?: ("OWNED_REQUESTS" | "PARTICIPATED_REQUESTS" | "ORGANIZATION" | "ALL_ORGANIZATIONS" | "APPROVER" | "ALL_REQUESTS") | ("OWNED_REQUESTS" | "PARTICIPATED_REQUESTS" | "ORGANIZATION" | "ALL_ORGANIZATIONS" | "APPROVER" | "ALL_REQUESTS")[];
                requestStatus?: "OPEN_REQUESTS" | "CLOSED_REQUESTS" | "ALL_REQUESTS";
                /** @description With requestOwnership APPROVER: what waits for your answer, or what you have answered */
                approvalStatus?: "MY_PENDING_APPROVAL" | "MY_HISTORY_APPROVAL";
                serviceDeskId?: string;
                requestTypeId?: string;
                organizationId?: string;
                /** @description With - the other way round. Ours; Jira knows newest first alone */
                orderBy?: "created" | "-created" | "updated" | "-updated" | "status" | "-status";
                /** @description What to show in full, apart by commas */
                expand?: string | string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["Request"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createCustomerRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    _portico?: {
                        /** @description Ids of organizations whose people all shall see it */
                        sharedWith: string[];
                    };
                    /** @description accountId of a customer; agents only */
                    raiseOnBehalfOf?: string;
                    /** @description By field id: text for text fields, {"id"} or {"value"} for selects, and under "attachment" the ids of temporary attachments */
                    requestFieldValues: {
                        [key: string]: unknown;
                    };
                    /** @description accountIds of people who take part */
                    requestParticipants?: string[];
                    requestTypeId: string;
                    serviceDeskId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCustomerRequestByIdOrKey: {
        parameters: {
            query?: {
                /** @description What to show in full, apart by commas */
                expand?: string | string[];
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getApprovals: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["Approval"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getApprovalById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    answerApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    additionalComment?: {
                        /** @description Plain text, for everybody who sees the request. Ours */
                        body: string;
                    };
                    /** @enum {unknown} */
                    decision: "approve" | "decline";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAttachmentsForRequest: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["Attachment"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createCommentWithAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    additionalComment?: {
                        /** @description Rich text, in place of the plain body */
                        _portico?: {
                            /** @description Atlassian Document Format */
                            document: {
                                content: unknown[];
                                /** @enum {string} */
                                type: "doc";
                                version: number;
                            };
                        };
                        /** @default  */
                        body: string;
                    };
                    /** @description false: for agents only. Agents must say which; customers need not. */
                    public?: boolean;
                    temporaryAttachmentIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attachments: {
                            _expands: string[];
                            _links: {
                                base: string;
                                context: string;
                                next?: string;
                                prev?: string;
                                self: string;
                            };
                            isLastPage: boolean;
                            limit: number;
                            size: number;
                            start: number;
                            values: components["schemas"]["Attachment"][];
                        };
                        comment?: components["schemas"]["Comment"];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRequestAttachmentContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
                attachmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRequestComments: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description Show what customers may read */
                public?: boolean;
                /** @description Show internal notes; agents only */
                internal?: boolean;
                /** @description What to show in full, apart by commas */
                expand?: string | string[];
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["Comment"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createRequestComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Rich text, in place of the plain body */
                    _portico?: {
                        /** @description Atlassian Document Format */
                        document: {
                            content: unknown[];
                            /** @enum {string} */
                            type: "doc";
                            version: number;
                        };
                    };
                    /**
                     * @description Plain text
                     * @default
                     */
                    body: string;
                    /** @description false: an internal note. Agents must say which; customers need not. */
                    public?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRequestCommentById: {
        parameters: {
            query?: {
                /** @description What to show in full, apart by commas */
                expand?: string | string[];
            };
            header?: never;
            path: {
                issueIdOrKey: string;
                commentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    postFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: {
                        /** @description Plain text */
                        body?: string;
                        public?: boolean;
                    };
                    /** @description Stars */
                    rating: number;
                    /** @enum {string} */
                    type?: "csat";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSubscriptionStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscribed: boolean;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    subscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRequestParticipants: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["Person"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addRequestParticipants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["Person"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeRequestParticipants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["Person"][];
                    };
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCustomerRequestStatus: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["RequestStatus"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCustomerTransitions: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    performCustomerTransition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issueIdOrKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    additionalComment?: {
                        /** @description Plain text */
                        body: string;
                    };
                    id: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAllRequestTypes: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                searchQuery?: string;
                serviceDeskId?: string | string[];
                /** @description What to show in full, apart by commas */
                expand?: string | string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["RequestType"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getServiceDesks: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["ServiceDesk"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getServiceDeskById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDesk"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    attachTemporaryFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemporaryAttachments"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCustomers: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description Part of the name or e-mail address */
                query?: string;
            };
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["User"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getServiceDeskOrganizations: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description Only those that this person is a member of */
                accountId?: string;
            };
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["Organization"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string | number;
                    /** @description Ignored: the address says it */
                    serviceDeskId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string | number;
                    /** @description Ignored: the address says it */
                    serviceDeskId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getQueues: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                /** @description Count the requests of each queue, up to 1000 */
                includeCount?: boolean;
            };
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["Queue"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getQueue: {
        parameters: {
            query?: {
                /** @description Count the requests of each queue, up to 1000 */
                includeCount?: boolean;
            };
            header?: never;
            path: {
                serviceDeskId: string;
                queueId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIssuesInQueue: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path: {
                serviceDeskId: string;
                queueId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["Issue"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRequestTypes: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
                searchQuery?: string;
                groupId?: string;
                /** @description What to show in full, apart by commas */
                expand?: string | string[];
            };
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: components["schemas"]["RequestType"][];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createRequestType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    helpText?: string;
                    /** @enum {string} */
                    issueTypeId: "10001";
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestType"];
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRequestTypeById: {
        parameters: {
            query?: {
                /** @description What to show in full, apart by commas */
                expand?: string | string[];
            };
            header?: never;
            path: {
                serviceDeskId: string;
                requestTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestType"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteRequestType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
                requestTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRequestTypeFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
                requestTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestTypeForm"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPropertiesKeysOfRequestType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
                requestTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            key: string;
                            self: string;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPropertyOfRequestType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
                requestTypeId: string;
                propertyKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        value: unknown;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setPropertyOfRequestType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
                requestTypeId: string;
                propertyKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deletePropertyOfRequestType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceDeskId: string;
                requestTypeId: string;
                propertyKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRequestTypeGroups: {
        parameters: {
            query?: {
                /** @description Index of the first item */
                start?: number;
                /** @description Largest number of items */
                limit?: number;
            };
            header?: never;
            path: {
                serviceDeskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        _expands: string[];
                        _links: {
                            base: string;
                            context: string;
                            next?: string;
                            prev?: string;
                            self: string;
                        };
                        isLastPage: boolean;
                        limit: number;
                        size: number;
                        start: number;
                        values: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    takeHandOver: {
        parameters: {
            query?: {
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On to the goal, or the sign-in page */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    takeOidcBackchannelLogout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They have ended, in every process; also when there were none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                        error_description: string;
                    };
                };
            };
        };
    };
    takeOidcResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that leads on to the portal’s host where the sign-in began */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description On to the identity provider, the goal, or the sign-in page */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    takeOidcFrontchannelLogout: {
        parameters: {
            query?: {
                iss?: string;
                sid?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    getOidcKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            alg: string;
                            e: string;
                            kid: string;
                            kty: string;
                            n: string;
                            use: string;
                            "x5t#S256": string;
                        }[];
                    };
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    returnFromOidcLogout: {
        parameters: {
            query?: {
                state?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that leads on to the portal’s host where it began */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description On to the page that says that one is signed out */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    beginOidcSignIn: {
        parameters: {
            query?: {
                /** @description Where to go after sign-in; a path of this site */
                destination?: string;
                /** @description Begins a test of the provider, which signs nobody in */
                test?: string;
                /** @description The provider that asks for the sign-in; it must be this one */
                iss?: string;
                /** @description E-mail address of the person, handed on to the provider */
                login_hint?: string;
                /** @description Where to go after sign-in; an address of this site */
                target_link_uri?: string;
                /** @description The sign-in is made for a portal’s host, where it began */
                hand_over?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that leads on to the portal’s host where the sign-in began */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description On to the identity provider, the goal, or the sign-in page */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    initiateOidcSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description The provider that asks for the sign-in; it must be this one */
                    iss?: string;
                    /** @description E-mail address of the person, handed on to the provider */
                    login_hint?: string;
                    /** @description Where to go after sign-in; an address of this site */
                    target_link_uri?: string;
                };
            };
        };
        responses: {
            /** @description A page that leads on to the portal’s host where the sign-in began */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description On to the identity provider, the goal, or the sign-in page */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    takeSamlResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that leads on to the portal’s host where the sign-in began */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description On to the identity provider, the goal, or the sign-in page */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    completeSamlSignIn: {
        parameters: {
            query?: {
                state?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that leads on to the portal’s host where the sign-in began */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description On to the identity provider, the goal, or the sign-in page */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    beginSamlSignIn: {
        parameters: {
            query?: {
                destination?: string;
                /** @description Begins a test of the provider, which signs nobody in */
                test?: string;
                /** @description Reference of the sign-in at the provider that this one goes on from */
                from?: string;
                /** @description The sign-in is made for a portal’s host, where it began */
                hand_over?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that posts the request, where the provider wants that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description On to the identity provider, the goal, or the sign-in page */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    takeSamlLogoutByRedirect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that posts the answer, where the provider wants that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Back to the identity provider, or to the page that says what happened */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    takeSamlLogoutByPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that posts the answer, where the provider wants that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Back to the identity provider, or to the page that says what happened */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getSamlMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/samlmetadata+xml": string;
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/samlmetadata+xml": components["schemas"]["Error"];
                };
            };
        };
    };
    leaveToSignOutThroughSaml: {
        parameters: {
            query?: {
                state?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that posts the answer, where the provider wants that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Back to the identity provider, or to the page that says what happened */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    checkTlsHost: {
        parameters: {
            query: {
                domain: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        isOurs: true;
                    };
                };
            };
            /** @description What was wrong, in words for people */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description What was wrong, in words for people */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
