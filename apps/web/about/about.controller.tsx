import { Controller, Res } from '@nestjs/common';
import { z } from 'zod';
import { ChooseLanguage } from '#people';
import { By, Input, type Actor, type InputOf } from '#platform';
import { seeOther, type PageAnswer } from '../answer.js';
import type { Ui } from '../kit/ui.js';
import { ownPath } from '../own-path.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { AccessibilityPage } from './accessibility.page.js';

const showAccessibility = page({ id: 'showAccessibility', method: 'get', path: '/tilgaengelighed', permission: 'public' });
const switchLanguage = page({
  id: 'switchLanguage',
  method: 'post',
  path: '/sprog',
  permission: 'public',
  body: z.object({ language: z.enum(['da', 'en']), back: z.string().max(2000).default('/') }),
});

@Controller()
export class AboutPages {
  constructor(private readonly chooseLanguage: ChooseLanguage) {}

  @Page(showAccessibility)
  accessibility(@For() ui: Ui): unknown {
    return <AccessibilityPage ui={ui} />;
  }

  @Page(switchLanguage)
  async language(
    @By() actor: Actor | undefined,
    @Input() { language, back }: InputOf<typeof switchLanguage>,
    @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown },
  ): Promise<PageAnswer> {
    if (actor) await this.chooseLanguage.run(actor, language);
    reply.header('set-cookie', `lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`);
    return seeOther(ownPath(back));
  }
}
