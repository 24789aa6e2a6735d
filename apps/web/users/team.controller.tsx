import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CreateTeam, createTeam, TeamsQueries, UpdateTeam, updateTeam, type Team } from '#people';
import { By, Input, notFound, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { asValues, readAs } from '../form-fields.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { TargetGroupOptions } from './target-group-options.js';
import { TeamPage } from './team.page.js';

const administer = { permission: 'people.administer' } as const;
const params = z.object({ teamId: z.uuid() });
const newTeam = page({ ...administer, id: 'newTeamPage', method: 'get', path: '/teams/nyt' });
const newTeamForm = page({ ...administer, id: 'newTeamForm', method: 'post', path: '/teams/nyt', body: formBody });
const showTeam = page({ ...administer, id: 'teamPage', method: 'get', path: '/teams/:teamId', params });
const teamForm = page({ ...administer, id: 'teamForm', method: 'post', path: '/teams/:teamId', params, body: formBody });

const fields = { name: 'text', targetGroup: 'text' } as const;
const newSchema = readAs(createTeam.body, fields);
const editSchema = readAs(updateTeam.body, { ...fields, version: 'number' });

@Controller()
export class TeamPages {
  constructor(
    private readonly teams: TeamsQueries,
    private readonly createTeam: CreateTeam,
    private readonly updateTeam: UpdateTeam,
    private readonly groups: TargetGroupOptions,
  ) {}

  @Page(newTeam)
  async showNew(@For() ui: Ui): Promise<unknown> {
    return <TeamPage ui={ui} groups={await this.groups.list(ui)} values={{}} />;
  }

  @Page(newTeamForm)
  async add(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof newTeamForm>): Promise<PageAnswer> {
    const result = await submit(ui, newSchema, values, (input) => this.createTeam.run(actor, input));
    if ('done' in result) return seeOther('/brugere', 'team.created');
    return again(<TeamPage ui={ui} groups={await this.groups.list(ui)} values={values} errors={result.errors} />);
  }

  @Page(showTeam)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { teamId }: InputOf<typeof showTeam>): Promise<unknown> {
    const { items } = await this.teams.list(actor, { limit: 100 });
    const team = items.find(({ id }) => id === teamId);
    if (!team) throw notFound();
    return <TeamPage ui={ui} id={teamId} groups={await this.groups.list(ui)} values={asValues({ ...team })} version={team.version} />;
  }

  @Page(teamForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { teamId, ...values }: InputOf<typeof teamForm>): Promise<PageAnswer> {
    const result = await submit(ui, editSchema, values, (input) => this.updateTeam.run(actor, { ...input, teamId }));
    if ('done' in result) return seeOther('/brugere', 'team.updated');
    const current = currentOf<Team>(result.refusal);
    const crossed = current && crossedFields(ui, ['name'], values, { ...current });
    const version = current?.version ?? Number(values.version);
    return again(<TeamPage ui={ui} id={teamId} groups={await this.groups.list(ui)} values={values} version={version} errors={result.errors} crossed={crossed} />);
  }
}
