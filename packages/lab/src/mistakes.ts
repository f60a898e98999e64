/** A mistake of the user: one sentence with place, expectation, what came, what to do. Exit 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** The user stopped the work. Exit 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  /** true where what was finished is kept, and the same command goes on from there */
  readonly isKept: boolean;

  constructor(message: string, isKept = true) {
    super(message);
    this.isKept = isKept;
  }
}
