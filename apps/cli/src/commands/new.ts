import type { CommandDeclaration } from '../command.ts';

export const command: CommandDeclaration = {
  place: 80,
  declare: (parser, effects) => {
    parser
      .argument('<name>')
      .description('write a small case that runs, to begin with')
      .action(async (name) => (await import('../actions/caseFiles.ts')).create(effects, name));
  },
};
