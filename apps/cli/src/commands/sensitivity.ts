import type { CommandDeclaration } from '../command.ts';
import { jsonOption, scenarioOption } from '../command.ts';

export const command: CommandDeclaration = {
  place: 120,
  declare: (parser, effects) => {
    parser
      .argument('<case>')
      .description('which assumption matters most for a figure: each varied alone, expected run')
      .option('--figure <id>', 'such as peak.ALB, returned or a measure: NEI5.MKD', 'peak.region')
      .option('--theory <id>', 'also measures of security, under a theory or a file of your own')
      .addOption(jsonOption())
      .addOption(scenarioOption())
      .action(async (name, options) =>
        (await import('../actions/sensitivity.ts')).sensitivity(effects, name, options),
      );
  },
};
