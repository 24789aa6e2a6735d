import { TeamPages } from './team.controller.js';
import { InviteUserPages, UserAccessPages, UserPages } from './user.controller.js';
import { UsersPages } from './users.controller.js';

/** The screens of users and teams; fixed addresses before those with an id in the same place. */
export const userPages = [UsersPages, InviteUserPages, UserAccessPages, UserPages, TeamPages];
