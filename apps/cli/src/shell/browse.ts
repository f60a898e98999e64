import { spawn } from 'node:child_process';

/** Opens an address in the system's browser; where there is none, nothing happens. */
export function browse(address: string): void {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  // Without a screen xdg-open would put a browser of text over the words of the command.
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return;
  const [program, ...given] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(program!, [...given, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};
