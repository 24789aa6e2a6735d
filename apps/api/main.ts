import { runAlone } from '../process.js';
import { ApiModule } from './api.module.js';

await runAlone([ApiModule]);
