import { availableParallelism } from 'node:os';
import { hint } from '@asylia/cases';
import { givenFactor } from '@asylia/lab';
import { languageIds } from '@asylia/words/folder';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { mainJobDraws, usualDraws } from './draws.ts';
import { Interrupted, UserError } from './errors.ts';
import { apart, loadApart } from './shell/apart.ts';
import type { Effects } from './shell/effects.ts';
import { version } from './version.ts';

/** Runs the command. @returns the exit code: 0, 2 (the user's fault), 70 (ours), 130 (stopped) */
export async function main(argv: readonly string[], effects: Effects): Promise<number> {
  const program = build(effects);
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

function build(effects: Effects): Command {
  const program = new Command('asylia')
    .description('Where people flee, what protection they find, who is harmed, and by what.')
    .version(version)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({ writeOut: effects.out, writeErr: effects.err });
  const study = (command: Command) =>
    job(command.option('--worlds <n>', 'number of worlds', whole(1, 1_000_000), 200));
  const job = (command: Command) =>
    command
      .option('--seed <n>', 'seed of all chance', whole(0, Number.MAX_SAFE_INTEGER), 1999)
      .option('--workers <n>', 'worker threads', whole(1, 256), availableParallelism())
      .option('--from <date>', 'first day (the first day of the case)')
      .option('--to <date>', 'last day')
      .option('--out <folder>', 'where to write')
      .option('--per-shard <n>', 'worlds computed and kept together', whole(1, 100_000))
      .option('--redis <url>', 'let workers (asylia worker) compute, over Redis or Valkey')
      .option('--json', 'one JSON object on standard output', false);
  study(
    program.command('run').argument('<case>', 'a folder, or the name of a case that comes along'),
  )
    .description('the whole job: check, simulate, compare with the record, write the report')
    .addOption(new Option('--scenario <name>', 'what is decided differently').default('as-it-was'))
    .option('--no-threat', 'leave out wherein the threat lies')
    .addOption(drawsOption(mainJobDraws))
    .addOption(formerDraws('--threat-worlds <n>'))
    .addOption(endErrorOption())
    .addOption(languageOption())
    .action(async (name, { threatWorlds, ...options }) =>
      (await import('./commands/run.ts')).run(effects, name, {
        ...options,
        draws: threatWorlds ?? options.draws,
      }),
    );
  study(program.command('validate').argument('<case...>'))
    .description(
      'only the comparison with the record, with naive predictors; several folders of Flee are compared with Flee',
    )
    .option('--daily <file>', 'for a folder of Flee: people by camp and day, mean over the worlds')
    .addOption(peerWorlds())
    .option('--settings <file>', 'for a folder of Flee: its simsetting.yml')
    .option('--regime <name>', 'which regime --daily writes', 'blind')
    .addOption(new Option('--scenario <name>').default('as-it-was').hideHelp())
    .action(async (names: string[], options) => {
      const { isFleeFolder } = await import('./shell/fleeFolder.ts');
      if (names.every((name) => isFleeFolder(effects, name))) {
        const peers = await import('./commands/validatePeers.ts');
        await peers.validatePeers(effects, names, options);
        return;
      }
      if (names.length > 1) {
        throw new UserError(
          'validate: expected one case, or several folders of Flee (with input_csv and source_data).',
        );
      }
      await (await import('./commands/run.ts')).validate(effects, names[0]!, options);
    });
  program
    .command('import')
    .argument('<format>', 'flee')
    .argument('<folder>', 'folder with input_csv and source_data')
    .requiredOption('--out <case>', 'folder of the new case')
    .description('make a case from a conflict of another program')
    .action(async (format, folder, options) =>
      (await import('./commands/exchange.ts')).importPeer(effects, format, folder, options.out),
    );
  program
    .command('export')
    .argument('<format>', 'flee')
    .argument('<case>', 'a case, imported or not')
    .requiredOption('--out <folder>', 'where to write')
    .description('write a case in the format of another program')
    .action(async (format, name, options) =>
      (await import('./commands/exchange.ts')).exportPeer(effects, format, name, options.out),
    );
  study(program.command('compare').argument('<case>'))
    .description('policies side by side on the same worlds')
    .option('--scenario <name>', 'a scenario; give two or more', collect, [])
    .action(async (name, options) =>
      (await import('./commands/compare.ts')).compare(effects, name, options),
    );
  job(program.command('threat').argument('<case>'))
    .description('wherein lies the threat: objects of security against sources of threat')
    .option('--theory <ids>', 'all, ids joined with commas, or files ending in .json', 'all')
    .option('--frame <ids>', 'which factors may vary: every, or frames joined with commas', 'all')
    .option('--factors <ids>', 'default, extended, or factors joined with commas', 'default')
    .option('--given <id>', 'factor held on for the conditional contributions', givenFactor)
    .option('--alternative <ids>', 'factors whose absence is imagined in their other way', '')
    .option('--remedies <ids>', 'remedies joined with commas, mixes with +', 'default')
    .option('--expected', 'only the expected run: no draws, no intervals', false)
    .addOption(drawsOption(usualDraws))
    .addOption(formerDraws('--worlds <n>'))
    .addOption(endErrorOption())
    .option(
      '--ledger <n>',
      'draws behind the Shapley effects of assumptions',
      whole(0, 10_000),
      120,
    )
    .option('--no-ledger', 'leave out what each assumption does to the answers')
    .option(
      '--composite <weights>',
      'also one number a remedy, such as IND1=2,EU2=1; never by default',
    )
    .option(
      '--orders <n>',
      'sample so many orders of the factors instead of the whole table (expected run, CSV or JSON)',
      whole(4, 1_000_000),
    )
    .option('--allowed-seconds <n>', 'wall time that may be spent', whole(1, 10_000_000), 3600)
    .option('--data <file>', 'counts by region and period, for the cause of flight')
    .addOption(languageOption())
    .addOption(new Option('--scenario <name>').default('as-it-was'))
    .action(async (name, { expected, ledger, worlds, ...options }) =>
      (await import('./commands/threat.ts')).threat(effects, name, {
        ...options,
        draws: expected ? 0 : (worlds ?? options.draws),
        ledger: ledger === false ? -1 : ledger,
      }),
    );
  program
    .command('check')
    .argument('<case>')
    .description('check a case: every fault with file, line, column and what to do')
    .action(async (name) => (await import('./commands/caseFiles.ts')).check(effects, name));
  program
    .command('new')
    .argument('<name>')
    .description('write a small case that runs, to begin with')
    .action(async (name) => (await import('./commands/caseFiles.ts')).create(effects, name));
  program
    .command('open')
    .description('the page in a browser: everything that can be seen and moved, on this machine')
    .option('--port <n>', 'port on this machine; 0 is a free one', whole(0, 65_535), 0)
    .option('--case <folder>', 'the case to begin with; the page can open others')
    .option('--no-browser', 'only say the address')
    .action(async (options) => (await import('./commands/open.ts')).open(effects, options));
  program
    .command('explain')
    .argument('<topic>', 'day, assumptions, outcome, factor, frame, remedy, theory or claim')
    .argument('[id]', 'one of them')
    .description('what the program assumes, from the declarations that run')
    .action(async (topic, id) =>
      (await import('./commands/explain.ts')).explain(effects, topic, id),
    );
  program
    .command('cause')
    .argument('<case>')
    .description('why people left: the explanations put at the time, tested before any model')
    .option('--data <file>', 'counts by region and period, finer than the phases of the case')
    .option('--json', 'one JSON object on standard output', false)
    .action(async (name, options) =>
      (await import('./commands/cause.ts')).cause(effects, name, options),
    );
  program
    .command('sensitivity')
    .argument('<case>')
    .description('which assumption matters most for a figure: each moved alone, expected run')
    .option('--figure <id>', 'such as peak.ALB, returned or a measure: NEI5.MKD', 'peak.region')
    .option('--theory <id>', 'also measures of security, under a theory or a file of your own')
    .option('--json', 'one JSON object on standard output', false)
    .addOption(new Option('--scenario <name>').default('as-it-was'))
    .action(async (name, options) =>
      (await import('./commands/sensitivity.ts')).sensitivity(effects, name, options),
    );
  program
    .command('calibrate')
    .argument('<case>')
    .description('fit the numbers of calibration-plan.json again on the fit windows')
    .option('--iterations <n>', 'at most', whole(1, 10_000), 60)
    .action(async (name, options) =>
      (await import('./commands/calibrate.ts')).runCalibration(effects, name, options.iterations),
    );
  program
    .command('worker')
    .requiredOption('--redis <url>', 'such as redis://localhost:6379')
    .description('compute worlds for runs started elsewhere with --redis')
    .action(async (options) =>
      (await loadApart('--redis', apart.redis, () => import('./shell/redisWorker.ts'))).serveRedis(
        effects,
        options.redis,
      ),
    );
  const shards = program
    .command('shards')
    .description('a run cut into pieces for many machines: plan, run each piece, merge');
  study(shards.command('plan').argument('<case...>'))
    .description(
      'write a plan: which worlds are computed where, for a run of one case or the comparison of folders of Flee',
    )
    .addOption(new Option('--scenario <name>').default('as-it-was'))
    .addOption(peerWorlds())
    .option('--settings <file>', 'for folders of Flee: its simsetting.yml')
    .option('--threat', 'an attribution (asylia threat) under all theories instead of a run')
    .option('--theory <ids>', 'with --threat: all, or theories joined with commas', 'all')
    .addOption(drawsOption(usualDraws))
    .addOption(endErrorOption())
    .requiredOption('--plan <file>', 'where to write the plan')
    .action(async (names: string[], options, command: Command) => {
      // What `--draws` was called before; a run's default is not what was asked for.
      const isFormer = options.threat && command.getOptionValueSource('worlds') === 'cli';
      const draws = isFormer ? options.worlds : options.draws;
      return (await import('./commands/shards.ts')).planShards(effects, names, {
        ...options,
        draws,
      });
    });
  shards
    .command('run')
    .argument('<plan>')
    .description('compute one shard; a shard that is there already is left alone')
    .option('--index <n>', 'which; else SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX', whole(0, 1e9))
    .action(async (plan, options) =>
      (await import('./commands/shards.ts')).runShard(effects, plan, options.index),
    );
  shards
    .command('merge')
    .argument('<plan>')
    .description('put the shards together: the results of one run on one machine')
    .action(async (plan) => (await import('./commands/shards.ts')).mergeShards(effects, plan));
  program
    .command('ask')
    .argument('<run>', 'folder of a run')
    .argument('<sql>', 'a question to the table worlds')
    .description('a question in SQL over the worlds of a run')
    .action(async (folder, sql) => (await import('./commands/ask.ts')).ask(effects, folder, sql));
  program.on('command:*', ([name]: string[]) => {
    throw new UserError(
      `asylia: no command "${name}". ${hint(
        name!,
        program.commands.map((c) => c.name()),
      )}`,
    );
  });
  for (const command of program.commands) {
    command.exitOverride().configureOutput({ writeOut: effects.out, writeErr: effects.err });
  }
  return program;
}

const languageOption = () =>
  new Option('--language <id>', 'of the report').choices(languageIds).default('en');

const drawsOption = (unlessTold: number) =>
  new Option(
    '--draws <n>',
    'draws of the assumptions behind the intervals of the threat, at most; none are printed below 32',
  )
    .argParser(whole(0, 100_000))
    .default(unlessTold);

/** What `--draws` was called while several worlds shared a draw. */
const formerDraws = (flags: string) => new Option(flags).argParser(whole(0, 100_000)).hideHelp();

const endErrorOption = () =>
  new Option(
    '--end-error <share>',
    "stop drawing, from the 32nd on, when nine in ten intervals have both ends' errors within so much of their width; 0 = all draws",
  )
    .argParser(share)
    .default(0);

function share(text: string): number {
  const value = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || value > 1) {
    throw new InvalidArgumentError('expected a number from 0 to 1.');
  }
  return value;
}

const peerWorlds = () =>
  new Option('--peer-worlds <n>', "for a folder of Flee: worlds under Flee's rules, in each regime")
    .argParser(whole(1, 100_000))
    .default(5);

function whole(low: number, high: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < low || value > high) {
      throw new InvalidArgumentError(`expected a whole number from ${low} to ${high}.`);
    }
    return value;
  };
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
