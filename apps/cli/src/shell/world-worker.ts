import { workerData } from 'node:worker_threads';
import type { Chunk, StudyInput } from '@asylia/study';
import { runChunk } from '@asylia/study';

// tinypool hands its own data first and ours second.
const input = (workerData as [unknown, StudyInput])[1];

export default function runWorlds(task: { firstWorld: number; count: number }): Chunk {
  return runChunk(input, task.firstWorld, task.count);
}
