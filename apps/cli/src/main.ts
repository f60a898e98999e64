import { readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { hint } from '@asylia/cases';
import { version } from '@asylia/engine';
import { Interrupted, UserError } from '@asylia/lab';
import { Command, CommanderError } from 'commander';
import type { CommandDeclaration } from './command.ts';
import type { Effects } from './shell/effects.ts';

/** Runs the command. @returns the exit code: 0, 2 (the user's fault), 70 (ours), 130 (stopped) */
export async function main(argv: readonly string[], effects: Effects): Promise<number> {
  const program = await build(effects, argv[0]);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) {
      effects.err(`${error.message}\n`);
      return 2;
    }
    if (error instanceof Interrupted) {
      const again = `Give the same command again to go on: ${inShell([...startedBy(effects), ...argv])}`;
      effects.err(`${error.message}${error.isKept ? ` ${again}` : ''}\n`);
      return 130;
    }
    effects.err(
      `This is a fault of Asylia, not yours. Please report it with what follows.\n${(error as Error).stack}\n`,
    );
    return 70;
  }
}

/** The words that start this program: those of npm where it was npm. */
function startedBy({ environment }: Effects): readonly string[] {
  switch (environment.npm_lifecycle_event) {
    case 'start':
    case 'asylia':
      return ['npm', 'run', 'asylia', '--'];
    case 'npx':
      return ['npx', 'asylia'];
    default:
      return ['asylia'];
  }
}

/** A command as it is typed. */
function inShell(words: readonly string[]): string {
  const quoted = (word: string) =>
    /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
  return words.map(quoted).join(' ');
}

/** Folder of the commands: a file for each, beside the built program or in the source tree. */
const commandFolder = new URL('./commands/', import.meta.url);

/** Every command that there is, or the one that is given. */
async function build(effects: Effects, given: string | undefined): Promise<Command> {
  const program = new Command('asylia')
    .description('Where people flee, what protection they find, who is harmed, and by what.')
    .version(version)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({ writeOut: effects.out, writeErr: effects.err });
  const files = readdirSync(commandFolder).filter((file) => /\.[jt]s$/.test(file));
  const wanted = files.filter((file) => nameOf(file) === given);
  const declared = await Promise.all((wanted.length > 0 ? wanted : files).map(read));
  for (const { name, declare } of declared.sort((a, b) => a.place - b.place)) {
    declare(program.command(name), effects);
  }
  program.on('command:*', ([name]: string[]) => {
    const fix = hint(name!, files.map(nameOf));
    throw new UserError(`asylia: no command "${name}". ${fix}`);
  });
  return program;
}

const nameOf = (file: string): string => parse(file).name;

async function read(file: string): Promise<CommandDeclaration & { readonly name: string }> {
  const { command } = await import(/* @vite-ignore */ new URL(file, commandFolder).href);
  return { ...(command as CommandDeclaration), name: nameOf(file) };
}
