/** Sign-in, users, teams and settings. */
export const peopleDa = {
  'refusal.sign-in.needed': 'Du skal logge ind først.',
  'refusal.sign-in.refused': 'E-mail eller adgangskode passer ikke.',
  'refusal.sign-in.wait': 'For mange forsøg. Vent et øjeblik, og prøv igen.',
  'refusal.permission.missing': 'Din rolle giver ikke adgang til det.',
  'refusal.request.cross-site': 'Forespørgslen kom fra en anden side og er afvist.',
  'role.consultant': 'Virksomhedskonsulent',
  'role.caseworker': 'Sagsbehandler',
  'role.manager': 'Leder',
  'role.administrator': 'Administrator',
} as const;
