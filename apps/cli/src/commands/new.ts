import type { CommandDeclaration } from '../command.ts';

export const command: CommandDeclaration = {
  place: 8,
  declare: (command, effects) => {
    command
      .argument('<name>')
      .description('write a small case that runs, to begin with')
      .action(async (name) => (await import('../actions/caseFiles.ts')).create(effects, name));
  },
};
