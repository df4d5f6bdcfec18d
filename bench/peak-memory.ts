/** Loaded into a measured process: tells its parent at the end how much memory it took at most, in MB. */
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => void process.send?.(Math.round(process.resourceUsage().maxRSS / 1024)));
  process.channel?.unref();
}
