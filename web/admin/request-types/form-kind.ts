/** What is dragged on a form, and into it. */
export const formKind = 'form-entry';
