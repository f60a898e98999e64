import type { Effects } from './effects.ts';

/**
 * What is done of a stage and how long it takes: on a terminal one line that is rewritten, with
 * the rest estimated from the parts that are finished; else one line at the end, without times.
 * @param already parts that were there before
 * @returns to be called with the number of parts that were finished since
 */
export function progress(effects: Effects, what: string, total: number, already: number) {
  const start = effects.nowMs();
  let done = already;
  const show = (): void => {
    const seconds = (effects.nowMs() - start) / 1000;
    const said = `${what}: ${done} of ${total}`;
    if (done >= total) {
      effects.err(`${said}${effects.isTerminal ? `, ${Math.round(seconds)} s` : ''}\n`);
      return;
    }
    const fresh = done - already;
    const left = fresh > 0 ? `, about ${Math.ceil((seconds / fresh) * (total - done))} s left` : '';
    effects.status(`${said}, ${Math.round(seconds)} s so far${left}`);
  };
  if (done < total) show();
  return (more: number): void => {
    done += more;
    show();
  };
}
