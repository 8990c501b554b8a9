/** Why metadata cannot be taken, as a sentence that says what to do. */
export class MetadataProblem extends Error {
  /** it describes several providers, or not the one that was asked for: another entity id may help */
  readonly isOfEntityId: boolean;

  constructor(message: string, options: ErrorOptions & { readonly isOfEntityId?: boolean } = {}) {
    super(message, options);
    this.name = 'MetadataProblem';
    this.isOfEntityId = options.isOfEntityId ?? false;
  }
}
