import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StartThread, ThreadAnswer } from '../cli/threads.ts';

/** Starts a thread of this process. */
export const startThread: StartThread = (setup, answered, gone) => {
  const worker = new Worker(join(__dirname, 'thread.js'), { workerData: setup });
  worker.on('message', (answer: ThreadAnswer) => answered(answer));
  worker.on('error', gone);
  worker.on('exit', gone);
  return { give: (job) => worker.postMessage(job), end: () => void worker.terminate() };
};
