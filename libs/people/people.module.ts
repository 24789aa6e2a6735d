import { Module } from '@nestjs/common';
import { ChangePassword } from './change-password.js';
import { ChooseLanguage } from './choose-language.js';
import { CreateOrganisation } from './create-organisation.js';
import { CreateTeam } from './create-team.js';
import { DisableUser } from './disable-user.js';
import { EnableUser } from './enable-user.js';
import { GuessLimits } from './guess-limits.js';
import { InviteUser } from './invite-user.js';
import { OrganisationQueries } from './organisation.queries.js';
import { MentorSessions } from './mentor-sessions.js';
import { PasswordLinks } from './password-links.js';
import { PermissionGuard } from './permission.guard.js';
import { RenewInvitation } from './renew-invitation.js';
import { RequestPasswordReset } from './request-password-reset.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { SendPasswordLink } from './send-password-link.js';
import { SetPassword } from './set-password.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { TeamsQueries } from './teams.queries.js';
import { UpdateOrganisation } from './update-organisation.js';
import { UpdateTeam } from './update-team.js';
import { UpdateUser } from './update-user.js';
import { UsePersona } from './use-persona.js';
import { UsersQueries } from './users.queries.js';

const entering = [GuessLimits, MentorSessions, PermissionGuard, SessionCookie, Sessions, SignIn, SignOut, UsePersona];
const passwords = [ChooseLanguage, ChangePassword, PasswordLinks, SendPasswordLink, RequestPasswordReset, SetPassword];
const users = [InviteUser, RenewInvitation, UpdateUser, DisableUser, EnableUser, UsersQueries];
const organisation = [
  CreateOrganisation,
  UpdateOrganisation,
  OrganisationQueries,
  CreateTeam,
  UpdateTeam,
  TeamsQueries,
];
const parts = [...entering, ...passwords, ...users, ...organisation];

@Module({ providers: parts, exports: parts })
export class PeopleModule {}
