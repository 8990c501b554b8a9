import type { App } from '../../platform/http/app-types.ts';
import { addInvitationRoutes } from './invitation-routes.ts';
import {
  invitationMail,
  knownMail,
  noResetMail,
  passwordChangedMail,
  resetMail,
  signUpMail,
} from './mails.ts';
import { answerReset, type ResetJob, resetJob } from './password-reset.ts';
import { addPasswordRoutes } from './password-routes.ts';
import { addSignUpPolicyRoutes } from './policy-routes.ts';
import type { LocalAccountsRoom } from './room.ts';
import { answerSignUp, type SignUpJob, signUpJob } from './sign-up.ts';
import { addSignUpRoutes } from './sign-up-routes.ts';

/** Accounts with passwords: signing up, invitations, forgotten and changed passwords. */
export function addLocalAccountRoutes(app: App, room: LocalAccountsRoom): void {
  const { platform } = room;
  const { jobs, mail } = platform;
  mail.define(signUpMail);
  mail.define(knownMail);
  mail.define(invitationMail);
  mail.define(resetMail);
  mail.define(noResetMail);
  mail.define(passwordChangedMail);
  jobs.define<SignUpJob>(signUpJob, (job) => answerSignUp(platform, job));
  jobs.define<ResetJob>(resetJob, (job) => answerReset(platform, job));
  addSignUpRoutes(app, room);
  addPasswordRoutes(app, room);
  addSignUpPolicyRoutes(app, platform);
  addInvitationRoutes(app, room);
}
