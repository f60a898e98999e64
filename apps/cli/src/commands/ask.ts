import type { CommandDeclaration } from '../command.ts';

export const command: CommandDeclaration = {
  place: 160,
  declare: (parser, effects) => {
    parser
      .argument('<run>', 'folder of a run')
      .argument('<sql>', 'a question to the table worlds')
      .description('a question in SQL over the worlds of a run')
      .action(async (folder, sql) => (await import('../actions/ask.ts')).ask(effects, folder, sql));
  },
};
