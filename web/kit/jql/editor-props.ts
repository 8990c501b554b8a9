/** What a JQL editor is given. */
export interface JqlEditorProps {
  /** of the text field; unique in the page */
  readonly id: string;
  readonly label: string;
  /** the label is only told to those who do not see the page */
  readonly isLabelHidden?: boolean;
  readonly description?: string;
  readonly isRequired?: boolean;
  readonly value: string;
  readonly onChange: (jql: string) => void;
  /** Enter was pressed. Without it, Enter begins a new line. */
  readonly onSubmit?: (() => void) | undefined;
  /** what was wrong when it was sent; what the editor finds by itself it says by itself */
  readonly error?: string | null | undefined;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}
