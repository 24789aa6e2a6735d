/** Runs inside the measured process: tells over IPC how long its event loop stood still at most, and its peak memory. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on('message', (message) => {
  if (message !== 'measure') return;
  process.send({ longestMs: Math.round(delay.max / 1e6), peakMb: Math.round(process.resourceUsage().maxRSS / 1024) });
  delay.reset();
});
process.channel.unref();
