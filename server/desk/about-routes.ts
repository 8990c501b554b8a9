import { Type } from 'typebox';
import packageJson from '../../package.json' with { type: 'json' };
import { requireViewer } from '../identity/index.ts';
import { dateJson, dateSchema, jiraDate } from '../platform/formats/dates.ts';
import type { App } from '../platform/http/app-types.ts';
import { errorResponses } from '../platform/http/error-responses.ts';
import type { Platform } from '../platform/platform.ts';
import { apiVersions, operationIn } from './issues/api-version.ts';

const tags = ['About'];
const [major = 0, minor = 0, patch = 0] = packageJson.version.split('.').map(Number);

/** What clients of Jira ask first: what answers here, and in which version. */
export function aboutRoutes(app: App, { config }: Platform): void {
  // There is no build of the server: what runs is what started now.
  const startedAt = new Date();

  app.get(
    '/rest/servicedeskapi/info',
    {
      schema: {
        operationId: 'getInfo',
        tags,
        summary: 'Which version of the service desk answers here',
        response: {
          200: Type.Object({
            version: Type.String(),
            platformVersion: Type.String(),
            buildDate: dateSchema,
            buildChangeSet: Type.String(),
            isLicensedForUse: Type.Boolean(),
            _links: Type.Object({ self: Type.String() }),
          }),
        },
      },
    },
    async (request) => ({
      version: packageJson.version,
      platformVersion: packageJson.version,
      buildDate: dateJson(startedAt, request.viewer?.timeZone ?? null),
      buildChangeSet: packageJson.version,
      isLicensedForUse: true,
      _links: { self: `${app.siteAddress}/rest/servicedeskapi/info` },
    }),
  );

  for (const version of apiVersions) {
    app.get(
      `/rest/api/${version}/serverInfo`,
      {
        schema: {
          operationId: operationIn(version, 'getServerInfo'),
          tags,
          summary: 'Which version of Jira answers here',
          response: {
            200: Type.Object({
              baseUrl: Type.String(),
              displayUrl: Type.String(),
              displayUrlServicedeskHelpCenter: Type.String(),
              version: Type.String(),
              versionNumbers: Type.Array(Type.Integer()),
              deploymentType: Type.String(),
              buildNumber: Type.Integer(),
              buildDate: Type.String(),
              serverTime: Type.String(),
              serverTimeZone: Type.String(),
              scmInfo: Type.String(),
              serverTitle: Type.String(),
            }),
            ...errorResponses(401),
          },
        },
      },
      async (request) => {
        const { timeZone } = requireViewer(request);
        return {
          baseUrl: app.siteAddress,
          displayUrl: app.siteAddress,
          displayUrlServicedeskHelpCenter: `${app.siteAddress}/servicedesk/customer/portals`,
          version: packageJson.version,
          versionNumbers: [major, minor, patch],
          // Clients choose by it how people are named: by accountId, as here.
          deploymentType: 'Cloud',
          buildNumber: major * 10_000 + minor * 100 + patch,
          buildDate: jiraDate(startedAt, timeZone),
          serverTime: jiraDate(new Date(), timeZone),
          serverTimeZone: 'UTC',
          scmInfo: packageJson.version,
          serverTitle: config.siteName,
        };
      },
    );
  }
}
