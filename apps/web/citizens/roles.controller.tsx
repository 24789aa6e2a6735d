import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { AttachProfessional, citizenRolesOperations as spec, DetachProfessional, HandOverCitizen, PartWithCitizen, StandIn, TakeBackHandover, TakeBackParting, WelcomeBack } from '#citizens';
import { By, Input, type Actor, type InputOf } from '#platform';
import { seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, withoutBlanks } from '../form.js';
import { readAs } from '../form-fields.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { RolesScreen } from './roles-screen.js';

const path = '/borgere/:citizenId/roller';
const params = z.object({ citizenId: z.uuid() });
const form = { method: 'post', permission: 'citizens.write', aboutCitizen: true, params, body: formBody } as const;
const rolesPage = page({ id: 'citizenRolesPage', method: 'get', path, permission: 'citizens.read', params });
const handOverForm = page({ ...form, id: 'handOverForm', path: `${path}/overdrag` });
const attachForm = page({ ...form, id: 'attachForm', path: `${path}/tilknyt` });
const standInForm = page({ ...form, id: 'standInForm', path: `${path}/vikar` });
const awayForm = page({ ...form, id: 'awayForm', path: `${path}/afsked` });
const keepForm = page({ ...form, id: 'takeBackHandoverForm', path: `${path}/overdrag/tilbage` });
const stayForm = page({ ...form, id: 'takeBackPartingForm', path: `${path}/afsked/tilbage` });
const backForm = page({ ...form, id: 'backForm', path: `${path}/tilbage` });
const endForm = page({ ...form, id: 'endRoleForm', path: `${path}/:roleId/slut`, params: params.extend({ roleId: z.uuid() }) });

const person = { userId: 'text', role: 'text', from: 'text' } as const;
const handOver = readAs(withoutBlanks(spec.handOverCitizen.body), { ...person, insteadOf: 'text', formerStays: 'flag' });
const attach = readAs(withoutBlanks(spec.attachProfessional.body), person);
const standIn = readAs(withoutBlanks(spec.standIn.body), { roleId: 'text', userId: 'text', from: 'text', lastDay: 'text' });
const away = readAs(withoutBlanks(spec.partWithCitizen.body), { reason: 'text', from: 'text' });
const back = readAs(withoutBlanks(spec.welcomeBack.body), { userId: 'text', role: 'text' });

/** Who is attached, and how that changes. */
@Controller()
export class CitizenRolesPages {
  constructor(
    private readonly screen: RolesScreen,
    private readonly handOver: HandOverCitizen,
    private readonly attach: AttachProfessional,
    private readonly standIn: StandIn,
  ) {}

  @Page(rolesPage)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId }: InputOf<typeof rolesPage>): Promise<unknown> {
    return this.screen.show(ui, actor, citizenId);
  }

  @Page(handOverForm)
  async pass(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, ...values }: InputOf<typeof handOverForm>): Promise<PageAnswer> {
    const result = await submit(ui, handOver, values, (input) => this.handOver.run(actor, { citizenId, ...input }));
    const planned = 'done' in result && this.screen.isToCome(result.done.from);
    // One who left with the handover sees the citizen no more.
    if ('done' in result && !planned && values.formerStays !== 'true') return seeOther('/borgere', 'citizen.overdrag');
    return this.screen.after(ui, actor, citizenId, { form: 'overdrag', values, result, planned });
  }

  @Page(attachForm)
  async add(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, ...values }: InputOf<typeof attachForm>): Promise<PageAnswer> {
    const result = await submit(ui, attach, values, (input) => this.attach.run(actor, { citizenId, ...input }));
    return this.screen.after(ui, actor, citizenId, { form: 'tilknyt', values, result });
  }

  @Page(standInForm)
  async stand(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, ...values }: InputOf<typeof standInForm>): Promise<PageAnswer> {
    const result = await submit(ui, standIn, values, (input) => this.standIn.run(actor, { citizenId, ...input }));
    return this.screen.after(ui, actor, citizenId, { form: 'vikar', values, result });
  }
}

/** Who leaves: one of those attached, or the citizen. */
@Controller()
export class CitizenPartingPages {
  constructor(
    private readonly screen: RolesScreen,
    private readonly detach: DetachProfessional,
    private readonly partWith: PartWithCitizen,
    private readonly welcomeBack: WelcomeBack,
  ) {}

  @Page(endForm)
  async end(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, roleId, ...values }: InputOf<typeof endForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({}), values, () => this.detach.run(actor, { citizenId, roleId }));
    return 'done' in result ? seeOther('/borgere', 'citizen.slut') : this.screen.after(ui, actor, citizenId, { form: 'slut', values, result });
  }

  @Page(awayForm)
  async away(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, ...values }: InputOf<typeof awayForm>): Promise<PageAnswer> {
    const result = await submit(ui, away, values, (input) => this.partWith.run(actor, { citizenId, ...input }));
    const planned = 'done' in result && this.screen.isToCome(result.done.from);
    return 'done' in result && !planned ? seeOther('/borgere', 'citizen.afsked') : this.screen.after(ui, actor, citizenId, { form: 'afsked', values, result, planned });
  }

  @Page(backForm)
  async back(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, ...values }: InputOf<typeof backForm>): Promise<PageAnswer> {
    const result = await submit(ui, back, values, (input) => this.welcomeBack.run(actor, { citizenId, ...input }));
    return this.screen.after(ui, actor, citizenId, { form: 'tilbage', values, result });
  }
}

/** What was planned and is off. */
@Controller()
export class TakenBackPages {
  constructor(
    private readonly screen: RolesScreen,
    private readonly handover: TakeBackHandover,
    private readonly parting: TakeBackParting,
  ) {}

  @Page(keepForm)
  async keep(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, ...values }: InputOf<typeof keepForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({}), values, () => this.handover.run(actor, { citizenId }));
    return this.screen.after(ui, actor, citizenId, { form: 'overdrag-tilbage', values, result });
  }

  @Page(stayForm)
  async stay(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, ...values }: InputOf<typeof stayForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({}), values, () => this.parting.run(actor, { citizenId }));
    return this.screen.after(ui, actor, citizenId, { form: 'afsked-tilbage', values, result });
  }
}
