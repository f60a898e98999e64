/** Version of the program; part of the identity of every run. */
export const version = '0.1.0';
