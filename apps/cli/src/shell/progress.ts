import type { Effects } from './effects.ts';

/** One line of progress with an estimate; without a terminal, a line for every fifth. */
export function progress(effects: Effects, what: string, total: number, already: number) {
  const start = effects.nowMs();
  let done = already;
  let lastFifth = Math.floor((5 * done) / Math.max(1, total));
  return (more: number): void => {
    done += more;
    const share = done / total;
    const fresh = done - already;
    const seconds = (effects.nowMs() - start) / 1000;
    const left = fresh > 0 ? Math.ceil((seconds / fresh) * (total - done)) : 0;
    const line = `${what}: ${done} of ${total} (${Math.floor(100 * share)} %), about ${left} s left`;
    if (effects.isTerminal) effects.err(`\r${line.padEnd(78)}${done >= total ? '\n' : ''}`);
    else if (Math.floor(5 * share) > lastFifth) {
      lastFifth = Math.floor(5 * share);
      effects.err(`${line}\n`);
    }
  };
}
