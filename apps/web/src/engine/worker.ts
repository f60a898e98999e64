import type { Session } from '@asylia/lab';
import {
  behindCell,
  cardOf,
  currentRun,
  describe,
  identityOf,
  openOther,
  openSession,
  pairedWorld,
  runWorlds,
  sensitivityParts,
  sensitivityPlan,
  summaryOf,
  threatDraw,
  threatLedger,
  threatOf,
  threatTable,
} from '@asylia/lab';
import { unpack } from '../import/unpack.ts';
import { pack, template } from './packing.ts';
import type { CurrentRun, Outcome, Request, Response } from './protocol.ts';

/** The shell of the worker: one call after the other, each answered once. */
let session: Session | null = null;

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = async ({ data }: MessageEvent<Request>) => {
  const { id } = data;
  try {
    const outcome = await perform(data);
    if ('faults' in outcome) scope.postMessage({ id, faults: outcome.faults } satisfies Response);
    else
      scope.postMessage(
        { id, answer: outcome.answer } satisfies Response,
        handOver(data, outcome.answer),
      );
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    scope.postMessage({ id, error: text } satisfies Response);
  }
};

function perform(request: Request): Outcome<unknown> | Promise<Outcome<unknown>> {
  switch (request.call) {
    case 'unpack':
      return unpack(request.ask.imported);
    case 'template':
      return { answer: template(request.ask.name) };
    case 'pack':
      return { answer: pack(request.ask.files) };
  }
  if (request.call === 'open') {
    const opened = openSession(request.ask.files, request.ask.theories);
    if ('faults' in opened) return opened;
    session = opened.session;
    return { answer: describe(session) };
  }
  if (!session) throw new Error(`no case is open, yet ${request.call} was asked for`);
  switch (request.call) {
    case 'identity':
      return identityOf(session, request.ask.inputs);
    case 'live':
      return currentRun(session, request.ask.inputs);
    case 'paired':
      return pairedWorld(session, request.ask.inputs, request.ask.world);
    case 'card':
      return cardOf(session, request.ask.inputs, request.ask.place);
    case 'worlds':
      return runWorlds(session, request.ask.inputs, request.ask.firstWorld, request.ask.count);
    case 'summary':
      return summaryOf(session, request.ask.inputs, request.ask.worlds);
    case 'threat': {
      const { inputs, theories, validation, draws } = request.ask;
      return threatOf(session, inputs, theories, validation, draws);
    }
    case 'threatTable':
      return threatTable(session, request.ask.inputs);
    case 'threatDraw':
      return threatDraw(session, request.ask.inputs, request.ask.draw);
    case 'threatLedger':
      return threatLedger(session, request.ask.inputs);
    case 'cell':
      return behindCell(session, request.ask.inputs, request.ask.outcome, request.ask.factor);
    case 'other':
      return openOther(session, request.ask.files);
    case 'sensitivityPlan':
      return sensitivityPlan(session, request.ask.inputs, request.ask.of);
    case 'sensitivityParts':
      return sensitivityParts(session, request.ask.inputs, request.ask.of, request.ask.tasks);
  }
}

/** Large tables change hands instead of being copied. */
function handOver(request: Request, answer: unknown): Transferable[] {
  if (request.call !== 'live') return [];
  const { values, flowValues, measures } = answer as CurrentRun;
  return [values.buffer, flowValues.buffer, measures.buffer] as ArrayBuffer[];
}
