/** Draws of the assumptions behind the intervals of an attribution, where no other number is asked for. */
export const usualDraws = 64;

/**
 * Draws in the main job, where no other number is asked for: the most, in whole batches of 8 and
 * never under 32, with which it takes no more than 25 s on two cores. Each of its intervals says
 * how sure its ends are.
 */
export const mainJobDraws = 32;
