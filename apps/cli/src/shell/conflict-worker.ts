import { workerData } from 'node:worker_threads';
import type { ConflictInput, ConflictPart, ConflictTask } from '@asylia/peers';
import { conflictRunner } from '@asylia/peers';

// tinypool hands its own data first and ours second.
const run = conflictRunner((workerData as [unknown, ConflictInput])[1], () => performance.now());

export default function runWorlds(task: ConflictTask): ConflictPart {
  return run(task);
}
