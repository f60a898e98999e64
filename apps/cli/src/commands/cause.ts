import type { CommandDeclaration } from '../command.ts';
import { jsonOption } from '../command.ts';

export const command: CommandDeclaration = {
  place: 110,
  declare: (parser, effects) => {
    parser
      .argument('<case>')
      .description('why people left: the explanations put at the time, tested before any model')
      .option('--data <file>', 'counts by region and period, finer than the phases of the case')
      .addOption(jsonOption())
      .action(async (name, options) =>
        (await import('../actions/cause.ts')).cause(effects, name, options),
      );
  },
};
