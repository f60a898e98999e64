/** Version of the program: part of every hash of inputs, so that a result says what made it. */
export const version = '0.1.0';
