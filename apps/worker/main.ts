import { runAlone } from '../process.js';
import { WorkerModule } from './worker.module.js';

await runAlone([WorkerModule], true);
