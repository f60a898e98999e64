import { availableParallelism } from 'node:os';
import { UserError } from '@asylia/lab';
import type { CommandDeclaration } from '../command.ts';
import { peerWorldsOption, scenarioOption, studyOptions } from '../command.ts';

export const command: CommandDeclaration = {
  place: 20,
  declare: (parser, effects) => {
    parser.argument('<case...>');
    studyOptions(parser, availableParallelism())
      .description(
        'only the comparison with the record, with naive predictors; several folders of Flee are compared with Flee',
      )
      .option(
        '--daily <file>',
        'for a folder of Flee: people by camp and day, mean over the worlds',
      )
      .addOption(peerWorldsOption())
      .option('--settings <file>', 'for a folder of Flee: its simsetting.yml')
      .option('--regime <name>', 'which regime --daily writes', 'blind')
      .addOption(scenarioOption().hideHelp())
      .action(async (names: string[], options) => {
        const { isFleeFolder } = await import('../shell/fleeFolder.ts');
        if (names.every((name) => isFleeFolder(effects, name))) {
          const { validatePeers } = await import('../actions/validatePeers.ts');
          return validatePeers(effects, names, options);
        }
        if (names.length > 1) {
          throw new UserError(
            'validate: expected one case, or several folders of Flee (with input_csv and source_data).',
          );
        }
        return (await import('../actions/run.ts')).validate(effects, names[0]!, options);
      });
  },
};
