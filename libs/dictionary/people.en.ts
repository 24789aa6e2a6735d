/** Sign-in, users, teams and settings. */
export const peopleEn = {
  'refusal.sign-in.needed': 'You must sign in first.',
  'refusal.sign-in.refused': 'The e-mail address or password does not fit.',
  'refusal.sign-in.wait': 'Too many tries. Wait a moment and try again.',
  'refusal.permission.missing': 'Your role does not give access to this.',
  'refusal.request.cross-site': 'The request came from another site and was refused.',
  'role.consultant': 'Company consultant',
  'role.caseworker': 'Caseworker',
  'role.manager': 'Manager',
  'role.administrator': 'Administrator',
} as const;
