import { runAlone } from '../process.js';
import { WebModule } from './web.module.js';

await runAlone([WebModule]);
