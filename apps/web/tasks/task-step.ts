import { hasText } from '#dictionary';
import type { Task, TaskKind } from '#tasks';
import type { Ui } from '../kit/index.js';

type Way = (task: Task) => string | undefined;
const fact = ({ facts }: Task, name: string): string | undefined => (typeof facts[name] === 'string' ? facts[name] : undefined);
const below = (path: string, id: string | undefined, rest = ''): string | undefined => id && `${path}/${id}${rest}`;

const course: Way = (task) => below('/forloeb', fact(task, 'courseId'));
const mentor: Way = ({ subjectId }) => below('/mentorer', subjectId);
/** The mentor's answers about that placement, with the number to ring. */
const pulse: Way = ({ subjectId }) => subjectId && `/ugens-svar?placering=${subjectId}`;
/** Opens a citizen's pages, which only those around the citizen may see: whoever else reads the task stays at the task. */
const ofCitizen: ReadonlySet<string> = new Set<TaskKind>(['follow-up', 'criterion-review', 'visit-outcome', 'visit-unanswered', 'citizen-retention']);
const visits: Way = (task) => below('/borgere', fact(task, 'citizenId'), '/besoeg');
const named: Way = ({ subjectId }) => below('/aftaler', subjectId, '/trin/mentor');
const training: Way = () => '/mentorer/flaskehalse';

/** Where the one main button of each kind of task does the thing, or opens it. */
const ways: Readonly<Record<TaskKind, Way>> = {
  refill: ({ subjectId }) => below('/puljen', subjectId, '#reserver'),
  'call-slot': (task) => below('/puljen', fact(task, 'slotId'), '#koe'),
  'offer-question': ({ subjectId }) => below('/aftaler', subjectId, '/pleje'),
  'match-over': ({ subjectId }) => below('/aftaler', subjectId, '/pleje'),
  'agreement-change-stuck': ({ subjectId }) => below('/aftaler', subjectId),
  'acceptance-changed': ({ subjectId }) => below('/aftaler', subjectId, '/accept'),
  'follow-up': course,
  'criterion-review': course,
  'visit-outcome': visits,
  'visit-unanswered': visits,
  'citizen-retention': (task) => below('/borgere', fact(task, 'citizenId')),
  'mentor-retention': mentor,
  'access-sample': (task) => `/borgere/kontrol?month=${fact(task, 'month') ?? ''}`,
  'mentor-away': mentor,
  'mentor-full': mentor,
  'certificate-expires': mentor,
  'mentor-stops': mentor,
  'pulse-call': pulse,
  'pulse-low': pulse,
  'mentor-missing': named,
  'coordinator-missing': named,
  'mentor-training': training,
  'coordinator-training': training,
};

/** One of a newer version of the product has none here. */
const wayOf = (kind: string): Way | undefined => (ways as Readonly<Record<string, Way | undefined>>)[kind];

/** A kind without a way of its own opens its own page. */
export const taskHref = ({ id }: Task): string => `/opgaver/${id}`;
export const stepOf = ({ viewer }: Ui, task: Task): string => (ofCitizen.has(task.kind) && task.userId !== viewer?.id ? undefined : wayOf(task.kind)?.(task)) ?? taskHref(task);
/** The button's words; some kinds have their own. */
export const stepWords = (ui: Ui, task: Task): string => ui.t(stepOf(ui, task) !== taskHref(task) && hasText(`task.${task.kind}.step`) ? `task.${task.kind}.step` : 'tasks.step');
