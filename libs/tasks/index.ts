export { raiseTask, settleTasks } from './raise-task.js';
export type { NewTask } from './raise-task.js';
