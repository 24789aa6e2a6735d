import { z } from 'zod';
import { day, operation } from '#platform';
import { courseId, made, read, refusesChange, text, version, write } from './course.shapes.js';

const names = { nameDa: text(40), nameEn: text(40), position: z.number().int().min(1).max(99) };
const step = z.object({ id: z.uuid(), ...names, retiredOn: day.nullable(), version });

export const listSteps = operation({
  id: 'listSteps',
  method: 'get',
  path: '/staircase',
  summary: "The organisation's own staircase, lowest step first; retired steps last",
  permission: 'settings.read',
  tag: 'Lists',
  answer: z.object({ items: z.array(step).max(99) }),
});

export const createStep = operation({
  id: 'createStep',
  method: 'post',
  path: '/staircase',
  summary: 'Add a step to the staircase',
  permission: 'settings.administer',
  tag: 'Lists',
  body: z.strictObject(names),
  answer: step,
  status: 201,
});

export const updateStep = operation({
  id: 'updateStep',
  method: 'put',
  path: '/staircase/:stepId',
  summary: 'Change or retire a step',
  permission: 'settings.administer',
  tag: 'Lists',
  params: z.strictObject({ stepId: z.uuid() }),
  body: z.strictObject({ ...names, retiredOn: day.nullable(), version }),
  answer: step,
  refuses: ['edit.stale'],
});

export const readStaircase = operation({
  ...read,
  id: 'readStaircase',
  method: 'get',
  path: '/courses/:courseId/staircase',
  summary: "The staircase with the citizen's way on it",
  params: courseId,
  answer: z.object({
    steps: z.array(step).max(99),
    taken: z
      .array(
        z.object({
          id: z.uuid(),
          stepId: z.uuid(),
          nameDa: text(40),
          nameEn: text(40),
          fromOn: day,
          nextGoal: z.string().max(300).nullable(),
          by: z.string().max(120).nullable(),
        }),
      )
      .max(200),
  }),
});

export const placeOnStaircase = operation({
  ...write,
  id: 'placeOnStaircase',
  method: 'post',
  path: '/courses/:courseId/staircase',
  summary: 'Say on which step the citizen stands, from a day on',
  params: courseId,
  body: z.strictObject({ stepId: z.uuid(), fromOn: day.optional().describe('Today unless said'), nextGoal: text(300).optional() }),
  answer: made,
  status: 201,
  refuses: [...refusesChange],
});
