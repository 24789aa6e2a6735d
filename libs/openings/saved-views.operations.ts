import { z } from 'zod';
import { operation } from '#platform';
import { mostSavedViews } from './save-view.js';

const own = { permission: 'views.own', tag: 'Pool' } as const;
const view = z.object({ id: z.uuid(), name: z.string().max(60), query: z.string().max(2000) });

export const listSavedViews = operation({
  ...own,
  id: 'listSavedViews',
  method: 'get',
  path: '/pool/views',
  summary: "One's own saved views of the pool, by name",
  answer: z.object({ items: z.array(view).max(mostSavedViews) }),
});

export const saveView = operation({
  ...own,
  id: 'saveView',
  method: 'post',
  path: '/pool/views',
  summary: 'Save the filters of the pool under a name of one\'s own',
  body: z.strictObject({
    name: z.string().trim().min(1).max(60).meta({ examples: ['Køkken i Nyborg'] }),
    query: z
      .string()
      .min(1)
      .max(2000)
      .regex(/^[\w.~%*+=&-]+$/)
      .describe("The query of the pool's address, without '?'")
      .meta({ examples: ['municipality=0450&onlyFree=true'] }),
  }),
  answer: view,
  status: 201,
  refuses: ['view.exists', 'view.too-many'],
});

export const deleteSavedView = operation({
  ...own,
  id: 'deleteSavedView',
  method: 'delete',
  path: '/pool/views/:viewId',
  summary: 'Forget a saved view',
  params: z.strictObject({ viewId: z.uuid() }),
});
