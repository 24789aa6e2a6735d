import { mayDo, type Permission } from '#people';
import type { Ui } from './kit/ui.js';

/** Whether to show the way to something: what the reader may not do is not offered. The route itself decides. */
export const may = (ui: Ui, permission: Permission): boolean => mayDo(ui.viewer?.roles ?? [], permission);
