import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import type { Wish } from '#placements';
import { By, Input, invalid, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { changeNames, placementHref, type ChangeName } from './calendar-address.js';
import { ChangeScreen } from './change-screen.js';
import { changeKinds, unreadableDays, wishOf } from './change-wish.js';
import { SaveDays, savedFields, SaveMove } from './save-change.js';

const params = z.object({ id: z.uuid(), name: z.enum(changeNames) });
const path = '/kalender/placeringer/:id/:name';
const day = z.string().max(20).optional();
const asked = z.object({ from: day, lastDay: day, slot: z.string().max(60).optional(), workplace: z.string().max(60).optional(), text: z.string().max(100).optional() });
const showChange = page({ id: 'changePlacementPage', method: 'get', path, permission: 'placements.write', params, query: asked });
const saveChange = page({ id: 'changePlacementForm', method: 'post', path, permission: 'placements.write', aboutCitizen: true, params, body: formBody });

/** Flyt, rotér, forlæng, afslut, pause: each its own page, with what it means before it is saved. */
@Controller()
export class ChangePages {
  constructor(
    private readonly screen: ChangeScreen,
    private readonly moves: SaveMove,
    private readonly days: SaveDays,
  ) {}

  @Page(showChange)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { id, name, ...values }: InputOf<typeof showChange>): Promise<VNode> {
    return this.screen.show(ui, actor, { id, name, values });
  }

  @Page(saveChange)
  async change(@For() ui: Ui, @By() actor: Actor, @Input() { id, name, ...values }: InputOf<typeof saveChange>): Promise<PageAnswer> {
    const result = await submit(ui, savedFields(name), values, ({ version, reason = '', overLimitReason }) => {
      const saved = { id, wish: wished(name, values), version, reason, overLimitReason };
      return ['flyt', 'roter'].includes(name) ? this.moves.run(actor, saved) : this.days.run(actor, saved);
    });
    if ('done' in result) return seeOther(placementHref(result.done), changeKinds[name].done);
    return again(await this.screen.show(ui, actor, { id, name, values, errors: result.errors }));
  }
}

/** What the form says, or which of its days cannot be read. */
function wished(name: ChangeName, values: FormValues): Wish {
  const [unreadable] = unreadableDays(values);
  if (unreadable) throw invalid({ field: unreadable, code: 'fault.date' });
  const wish = wishOf(name, values);
  if (!wish) throw invalid({ field: changeKinds[name].fields[0] ?? 'form', code: 'fault.required' });
  return wish;
}
