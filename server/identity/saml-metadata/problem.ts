/** Why metadata cannot be taken, as a sentence that says what to do. */
export class MetadataProblem extends Error {
  constructor(message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.name = 'MetadataProblem';
  }
}
