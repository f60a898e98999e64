import { availableParallelism } from 'node:os';
import type { CommandDeclaration } from '../command.ts';
import { studyOptions } from '../command.ts';

const collect = (value: string, before: readonly string[]) => [...before, value];

export const command: CommandDeclaration = {
  place: 50,
  declare: (parser, effects) => {
    parser.argument('<case>');
    studyOptions(parser, availableParallelism())
      .description('policies side by side on the same worlds')
      .option('--scenario <name>', 'a scenario; give two or more', collect, [])
      .action(async (name, options) =>
        (await import('../actions/compare.ts')).compare(effects, name, options),
      );
  },
};
