/** The shape of a translation: the same keys as the English, any words. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };

/** The strings of one entry. */
export interface EntryStrings {
  /** i18next namespace, such as 'portal' */
  readonly namespace: string;
  /** English, at hand or loaded when it is wanted */
  readonly en: object | (() => Promise<object>);
  /** Without it the entry speaks English, and only kit's components German. */
  readonly de?: () => Promise<object>;
}
