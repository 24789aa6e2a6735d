import type { Doer, Rows } from './rows.js';

type Person = readonly [key: string, name: string, role: string, team: string, phone: string];

/** The invented staff. The first six stand behind the persona chooser; their addresses say which. */
const fyn: readonly Person[] = [
  ['consultant', 'Mette Krogslund', 'consultant', 'Virksomhedsservice', '+4500110001'],
  ['colleague', 'Jonas Vibegård', 'consultant', 'Team Unge', '+4500110002'],
  ['caseworker', 'Birgit Svanemose', 'caseworker', 'Team Sygedagpenge', '+4500110003'],
  ['manager', 'Henrik Lundtofte', 'manager', 'Virksomhedsservice', '+4500110004'],
  ['administrator', 'Susanne Bækmark', 'administrator', 'Virksomhedsservice', '+4500110005'],
  ['amira', 'Amira Holmstrup', 'consultant', 'Virksomhedsservice', '+4500110006'],
  ['torben', 'Torben Rugbjerg', 'consultant', 'Team Sygedagpenge', '+4500110007'],
  ['lone', 'Lone Mejlgård', 'caseworker', 'Team Unge', '+4500110008'],
];
const vest: readonly Person[] = [
  ['neighbour', 'Kirsten Havbjerg', 'consultant', 'Virksomhedsservice', '+4500220001'],
  ['poul', 'Poul Klitmark', 'manager', 'Virksomhedsservice', '+4500220002'],
];
const personas = ['consultant', 'colleague', 'caseworker', 'manager', 'administrator', 'neighbour'];
const teams: readonly (readonly [name: string, targetGroup: string | null])[] = [
  ['Virksomhedsservice', null],
  ['Team Unge', 'LAB6-05'],
  ['Team Sygedagpenge', 'LAB6-06'],
];

export type Staff = Readonly<Record<string, Doer & { readonly id: string }>>;

/** Teams and staff; answers them by key. They are chosen, not signed in. */
export function addPeople(rows: Rows, which: 'fyn' | 'vest'): Staff {
  const people = which === 'fyn' ? fyn : vest;
  const used = teams.filter(([name]) => people.some(([, , , team]) => team === name));
  const teamIds = new Map(used.map(([name]) => [name, rows.id(-800)]));
  for (const [name, target_group_code] of used) rows.add('team', { id: teamIds.get(name), name, target_group_code, created_at: rows.at(-800), version: 1 });
  const staff: Record<string, Doer & { id: string }> = {};
  for (const [key, name, role, team, phone] of people) {
    const id = rows.id(-790);
    staff[key] = { id, name };
    rows.add('app_user', {
      id,
      email: `${key}@demo.example`,
      name,
      phone,
      team_id: teamIds.get(team),
      language: 'da',
      persona: personas.includes(key) ? key : null,
      created_at: rows.at(-790),
      version: 1,
    });
    rows.add('user_role', { user_id: id, role });
  }
  return staff;
}
