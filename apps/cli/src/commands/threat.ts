import { availableParallelism } from 'node:os';
import { givenFactor } from '@asylia/lab';
import { languageIds } from '@asylia/words/folder';
import { Option } from 'commander';
import type { CommandDeclaration } from '../command.ts';
import {
  drawsOption,
  endErrorOption,
  formerDraws,
  jobOptions,
  scenarioOption,
  whole,
} from '../command.ts';
import { usualDraws } from '../runs/draws.ts';

export const command: CommandDeclaration = {
  place: 60,
  declare: (parser, effects) => {
    parser.argument('<case>');
    jobOptions(parser, availableParallelism())
      .description('sources of threat: objects of security against sources of threat')
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
      .addOption(ledgerOption())
      .option('--no-ledger', 'leave out what each assumption does to the answers')
      .addOption(compositeOption())
      .addOption(ordersOption())
      .option('--allowed-seconds <n>', 'wall time that may be spent', whole(1, 10_000_000), 3600)
      .option('--data <file>', 'counts by region and period, for the cause of flight')
      .addOption(languageOption())
      .addOption(scenarioOption())
      .action(async (name, { expected, ledger, worlds, ...options }) =>
        (await import('../actions/threat.ts')).threat(effects, name, {
          ...options,
          draws: expected ? 0 : (worlds ?? options.draws),
          ledger: ledger === false ? -1 : ledger,
        }),
      );
  },
};

const ledgerOption = () =>
  new Option('--ledger <n>', 'draws behind the Shapley effects of assumptions')
    .argParser(whole(0, 10_000))
    .default(120);

const compositeOption = () =>
  new Option(
    '--composite <weights>',
    'also one number a remedy, such as IND1=2,REC2=1; never by default',
  );

const ordersOption = () =>
  new Option(
    '--orders <n>',
    'sample so many orders of the factors instead of the whole table (expected run, CSV or JSON)',
  ).argParser(whole(4, 1_000_000));

const languageOption = () =>
  new Option('--language <id>', 'of the report').choices(languageIds).default('en');
