import { operation, pageOf, pageQuery, phonePattern, tidyPhone } from '#platform';
import { z } from 'zod';
import { longestPassword, shortestPassword } from './password.rules.js';

/** Addresses are kept in lower case; the part before @ may be anything a mail server takes. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@<>"]{1,64}@[^\s@<>"]{1,185}\.[^\s@<>".]{2,}$/);
const personName = z.string().trim().min(1).max(120);
/** Written in any of the usual spellings; kept as its digits. */
export const phone = z
  .string()
  .trim()
  .max(30)
  .regex(phonePattern, 'fault.phone')
  .overwrite((text) => tidyPhone(text) ?? text);
const language = z.enum(['da', 'en']);
const roles = z
  .array(z.enum(['consultant', 'caseworker', 'manager', 'administrator']))
  .min(1)
  .max(4);
const version = z.number().int().min(1).max(2_147_483_647);
const newPassword = z.string().min(shortestPassword).max(longestPassword);
const linkToken = z
  .string()
  .min(20)
  .max(100)
  .regex(/^[\w-]+$/);
const userId = z.strictObject({ userId: z.uuid() });

const user = z.object({
  id: z.uuid(),
  name: personName,
  email: z.string().max(254),
  phone: z.string().max(16).nullable(),
  roles: z.array(z.enum(['consultant', 'caseworker', 'manager', 'administrator'])).max(4),
  teamId: z.uuid().nullable(),
  teamName: z.string().max(120).nullable(),
  language,
  joined: z.boolean(),
  disabledAt: z.iso.datetime().nullable(),
  version,
});

const users = { tag: 'People', permission: 'people.read' } as const;
const administer = { tag: 'People', permission: 'people.administer' } as const;

export const listUsers = operation({
  ...users,
  id: 'listUsers',
  method: 'get',
  path: '/users',
  summary: "The organisation's users by name",
  query: z.strictObject({
    ...pageQuery,
    text: z.string().trim().min(1).max(120).optional(),
    teamId: z.uuid().optional(),
  }),
  answer: pageOf(user),
});

export const readUser = operation({
  ...users,
  id: 'readUser',
  method: 'get',
  path: '/users/:userId',
  summary: 'One user',
  params: userId,
  answer: user,
});

export const inviteUser = operation({
  ...administer,
  id: 'inviteUser',
  method: 'post',
  path: '/users',
  summary: 'Add a user, who gets a mail with a link to set a password',
  body: z.strictObject({
    email,
    name: personName,
    roles,
    teamId: z.uuid().nullable().optional(),
    phone: phone.nullable().optional(),
    language: language.optional(),
  }),
  answer: user,
  status: 201,
  refuses: ['user.exists'],
});

export const renewInvitation = operation({
  ...administer,
  id: 'renewInvitation',
  method: 'post',
  path: '/users/:userId/invitation',
  summary: 'Send the invitation again; the earlier link no longer works',
  params: userId,
  answer: user,
  refuses: ['user.joined'],
});

export const updateUser = operation({
  ...administer,
  id: 'updateUser',
  method: 'put',
  path: '/users/:userId',
  summary: "Change a user's name, phone, roles, team or language",
  params: userId,
  body: z.strictObject({
    name: personName,
    phone: phone.nullable(),
    roles,
    teamId: z.uuid().nullable(),
    language,
    version,
  }),
  answer: user,
  refuses: ['edit.stale', 'user.last-administrator'],
});

export const disableUser = operation({
  ...administer,
  id: 'disableUser',
  method: 'put',
  path: '/users/:userId/disabling',
  summary: 'Shut a user out; every session ends at once',
  params: userId,
  answer: user,
  refuses: ['user.self', 'user.last-administrator'],
});

export const enableUser = operation({
  ...administer,
  id: 'enableUser',
  method: 'delete',
  path: '/users/:userId/disabling',
  summary: 'Let a disabled user in again',
  params: userId,
  answer: user,
});

export const setPassword = operation({
  id: 'setPassword',
  method: 'post',
  path: '/password/link',
  summary: 'Set a password by the link from an invitation or a reset mail',
  permission: 'public',
  tag: 'Session',
  body: z.strictObject({ token: linkToken, newPassword }),
  refuses: ['password-link.void'],
  also: [410],
});

export const requestPasswordReset = operation({
  id: 'requestPasswordReset',
  method: 'post',
  path: '/password/reset',
  summary: 'Ask for a mail with a link to set a new password; answers the same for every address',
  permission: 'public',
  tag: 'Session',
  body: z.strictObject({ email }),
  refuses: ['sign-in.wait'],
});

export const changePassword = operation({
  id: 'changePassword',
  method: 'put',
  path: '/password',
  summary: "Change one's own password; one's other sessions end",
  permission: 'session.own',
  tag: 'Session',
  body: z.strictObject({ currentPassword: z.string().min(1).max(500), newPassword }),
  refuses: ['sign-in.wait'],
});
