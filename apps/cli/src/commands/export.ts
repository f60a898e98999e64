import type { CommandDeclaration } from '../command.ts';

export const command: CommandDeclaration = {
  place: 40,
  declare: (parser, effects) => {
    parser
      .argument('<format>', 'flee')
      .argument('<case>', 'a case, imported or not')
      .requiredOption('--out <folder>', 'where to write')
      .description('write a case in the format of another program')
      .action(async (format, name, { out }) =>
        (await import('../actions/exchange.ts')).exportPeer(effects, format, name, out),
      );
  },
};
