import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { formatter, hasText, languageOf, translator } from '#dictionary';
import { csrfOf, mentorTokenOf, tokenOf } from '#people';
import { newToken, type Asked } from '#platform';
import { asset } from './assets.js';
import type { Ui } from './kit/ui.js';

export interface PageRequest extends Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly demo?: boolean;
}

/** What a page needs to know of its reader: language, name, menu, where they are. */
export function uiOf(request: PageRequest): Ui {
  const { actor, headers } = request;
  const lang = actor?.language ?? languageOf(headers);
  // A mentor's pages have no menu and name nobody at the top: the frame is that of a visitor.
  const mentor = actor?.kind === 'mentor';
  const token = mentor ? mentorTokenOf(headers) : tokenOf(headers);
  return {
    ...formatter(lang),
    t: translator(lang),
    lang,
    asset,
    csrf: token ? csrfOf(token) : '',
    ...(mentor && { once: newToken() }),
    path: request.url,
    demo: request.demo ?? false,
    ...(actor?.organisation && { organisation: actor.organisation }),
    ...(actor?.name && !mentor && { viewer: { ...(actor.userId && { id: actor.userId }), name: actor.name, roles: actor.roles } }),
  };
}

/** The `Ui` of this request, as a handler's parameter. */
export const For = createParamDecorator((_: unknown, context: ExecutionContext) => uiOf(context.switchToHttp().getRequest<PageRequest>()));

/** The sentence to show once after a redirect: the key comes by the address and must be one of ours. */
export function doneSentence(ui: Ui): string | undefined {
  const key = /[?&]done=([\w.-]{1,60})(?:&|$)/.exec(ui.path)?.[1];
  return key && hasText(`done.${key}`) ? ui.t(`done.${key}`) : undefined;
}
