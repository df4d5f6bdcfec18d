/** A thread that reads packages, a handful at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { packageReader, type ReadingTask } from './read-package.js';

const port = parentPort;
const read = packageReader(workerData as ReadingTask);

port?.on('message', async (names: readonly string[]) => {
  const answers = [];
  for (const name of names) answers.push(await read(name));
  port.postMessage(answers);
});
