import { availableParallelism } from 'node:os';
import { languageIds } from '@asylia/words/folder';
import { Option } from 'commander';
import type { CommandDeclaration } from '../command.ts';
import {
  drawsOption,
  endErrorOption,
  formerDraws,
  scenarioOption,
  studyOptions,
} from '../command.ts';
import { mainJobDraws } from '../runs/draws.ts';

export const command: CommandDeclaration = {
  place: 10,
  declare: (parser, effects) => {
    parser.argument('<case>', 'a folder, or the name of a case that comes along');
    studyOptions(parser, availableParallelism())
      .description('the whole job: check, simulate, compare with the record, write the report')
      .addOption(scenarioOption('what is decided differently'))
      .option('--no-threat', 'leave out the sources of threat')
      .addOption(drawsOption(mainJobDraws))
      .addOption(formerDraws('--threat-worlds <n>'))
      .addOption(endErrorOption())
      .addOption(languageOption())
      .action(async (name, { threatWorlds, ...options }) =>
        (await import('../actions/run.ts')).run(effects, name, {
          ...options,
          draws: threatWorlds ?? options.draws,
        }),
      );
  },
};

const languageOption = () =>
  new Option('--language <id>', 'of the report').choices(languageIds).default('en');
