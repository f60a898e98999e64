/**
 * Browsers refuse an address that is written too often (Safari after 100 times in 10 seconds, by an
 * error that would take the page with it), and a control that is dragged writes it with every step.
 */
const restMs = 200;
/** After it was refused. */
const againMs = 5000;
let written = Number.NEGATIVE_INFINITY;

/**
 * Writes what was decided behind # of the address: at once, or a moment after the last time.
 * @returns lets go of what was not yet written
 */
export function keepAddress(address: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    written = performance.now();
    try {
      history.replaceState(null, '', address === '' ? location.pathname : `#${address}`);
    } catch {
      // Refused, too often or too long: what is shown does not depend on it.
      timer = setTimeout(write, againMs);
    }
  };
  const wait = written + restMs - performance.now();
  if (wait <= 0) write();
  else timer = setTimeout(write, wait);
  return () => clearTimeout(timer);
}
