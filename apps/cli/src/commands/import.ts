import type { CommandDeclaration } from '../command.ts';

export const command: CommandDeclaration = {
  place: 30,
  declare: (parser, effects) => {
    parser
      .argument('<format>', 'flee')
      .argument('<folder>', 'folder with input_csv and source_data')
      .requiredOption('--out <case>', 'folder of the new case')
      .description('make a case from a conflict of another program')
      .action(async (format, folder, { out }) =>
        (await import('../actions/exchange.ts')).importPeer(effects, format, folder, out),
      );
  },
};
