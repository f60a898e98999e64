/**
 * The same tests run at two lengths. `npm test` tries a property on the first few of its random
 * cases, `npm run test:slow` on all of them: the same seed, so that the few are among the many.
 */
const { ASYLIA_TESTS, ASYLIA_RANDOM_WORLDS: most } = process.env;

/** Whether every test is run at its full length. */
export const isFullLength = ASYLIA_TESTS === 'full';

/** A property meets at least so many random cases, and a twentieth of those it asks for. */
const fewest = 40;

/**
 * How many random cases or draws a test takes.
 * @param full at full length
 * @param short in `npm test`
 */
export function times(full: number, short = Math.max(fewest, Math.ceil(full / 20))): number {
  return Math.min(isFullLength ? full : short, full);
}

/** How many random worlds a property meets: fewer still under mutation testing. */
export function randomWorlds(full: number, short?: number): number {
  return Math.min(times(full, short), Number(most ?? full));
}

/** A number as a title has it: 10,000. */
export const inWords = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
