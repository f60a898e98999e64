import { UserError } from '@asylia/lab';

/**
 * What few need and is large is installed apart: optional peers in package.json, with the versions
 * that were tried. By what asks for it.
 */
export const apart = {
  ask: ['@duckdb/node-api@1.5.5-r.5'],
  redis: ['bullmq@6.7.0', 'ioredis@6.0.0'],
} as const;

/**
 * Loads a part of the command that rests on packages installed apart.
 * @param what as the user typed it, for the sentence
 * @throws UserError that says what to install, when one of the packages is not there
 */
export async function loadApart<T>(
  what: string,
  packages: readonly string[],
  load: () => Promise<T>,
): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const names = packages.map((one) => one.slice(0, one.lastIndexOf('@')));
    const missing = names.find((name) => message.includes(`'${name}'`));
    if (code !== 'ERR_MODULE_NOT_FOUND' || missing === undefined) throw error;
    throw new UserError(
      `${what}: expected the package ${missing}, which is installed apart, and found none. Beside asylia: npm install ${packages.join(' ')} (with -g if asylia was installed with -g).`,
    );
  }
}
