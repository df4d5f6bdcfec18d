/** Loaded into a measured server: tells its parent, whenever that asks, how much memory and processor time it takes. */
import { isMainThread } from 'node:worker_threads';

/** What a measured server tells. */
export interface Usage {
  /** Resident memory, in MB. */
  readonly residentMb: number;
  /** Processor time since its start, in ms. */
  readonly cpuMillis: number;
}

if (isMainThread) {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = {
      residentMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
      cpuMillis: (user + system) / 1000,
    };
    process.send?.(usage);
  });
  process.channel?.unref();
}
