import type { CommandDeclaration } from '../command.ts';
import { whole } from '../command.ts';

export const command: CommandDeclaration = {
  place: 130,
  declare: (parser, effects) => {
    parser
      .argument('<case>')
      .description('fit the numbers of calibration-plan.json again on the fit windows')
      .option('--iterations <n>', 'at most', whole(1, 10_000), 60)
      .action(async (name, { iterations }) =>
        (await import('../actions/calibrate.ts')).runCalibration(effects, name, iterations),
      );
  },
};
