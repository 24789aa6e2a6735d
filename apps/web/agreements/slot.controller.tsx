import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { changeSlot, ChangeSlot, closeSlot, CloseSlot, moveSlot, MoveSlot } from '#agreements';
import { By, Input, type Actor, type InputOf } from '#platform';
import { seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { onlyChanged, readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { agreementHref } from './agreement-href.js';
import { SlotScreen } from './slot-screen.js';
import { slotFields } from './slots-step.controller.js';

const of = { permission: 'agreements.write', params: z.object({ agreementId: z.uuid(), slotId: z.uuid() }) } as const;
const path = '/aftaler/:agreementId/pladser/:slotId';
const showSlot = page({ ...of, id: 'slotPage', method: 'get', path });
const slotForm = page({ ...of, id: 'slotForm', method: 'post', path, body: formBody });
const closeForm = page({ ...of, id: 'closeSlotForm', method: 'post', path: `${path}/luk`, body: formBody });
const moveForm = page({ ...of, id: 'moveSlotForm', method: 'post', path: `${path}/flyt`, body: formBody });

const schema = readAs(changeSlot.body, { ...slotFields, version: 'number' });
const closeSchema = readAs(closeSlot.body, { endsOn: 'text', version: 'number' });
const moveSchema = readAs(moveSlot.body, { workplaceId: 'text', version: 'number' });

@Controller()
export class SlotPages {
  constructor(
    private readonly screen: SlotScreen,
    private readonly changeSlot: ChangeSlot,
  ) {}

  @Page(showSlot)
  show(@For() ui: Ui, @By() actor: Actor, @Input() place: InputOf<typeof showSlot>): Promise<unknown> {
    return this.screen.show({ ui, actor, ...place });
  }

  @Page(slotForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, slotId, ...values }: InputOf<typeof slotForm>): Promise<PageAnswer> {
    const place = { ui, actor, agreementId, slotId };
    const before = await this.screen.slot(place);
    const result = await submit(ui, schema, values, ({ version, ...wanted }) => this.changeSlot.run(actor, { slotId, version, ...onlyChanged(before, wanted) }));
    return 'done' in result ? seeOther(agreementHref(agreementId), 'slot.changed') : this.screen.again(place, values, result);
  }
}

@Controller()
export class SlotMovePages {
  constructor(
    private readonly screen: SlotScreen,
    private readonly closeSlot: CloseSlot,
    private readonly moveSlot: MoveSlot,
  ) {}

  @Page(closeForm)
  async close(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, slotId, ...values }: InputOf<typeof closeForm>): Promise<PageAnswer> {
    const result = await submit(ui, closeSchema, values, (input) => this.closeSlot.run(actor, { slotId, ...input }));
    return 'done' in result ? seeOther(agreementHref(agreementId), 'slot.closed') : this.screen.again({ ui, actor, agreementId, slotId }, values, result);
  }

  @Page(moveForm)
  async move(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, slotId, ...values }: InputOf<typeof moveForm>): Promise<PageAnswer> {
    const result = await submit(ui, moveSchema, values, (input) => this.moveSlot.run(actor, { slotId, ...input }));
    return 'done' in result ? seeOther(agreementHref(agreementId), 'slot.moved') : this.screen.again({ ui, actor, agreementId, slotId }, values, result);
  }
}
