/** One thing that a key does on the page that is shown. */
export interface Shortcut {
  /** `j`, `?`, `Enter`, or a sequence such as `g q` */
  readonly keys: string;
  /** what it does, as a sentence without its full stop */
  readonly label: string;
  /** heading under which the help lists it */
  readonly group: string;
  /** whether holding the key down does it again and again */
  readonly repeats?: boolean;
  /** listed in the help, but acted on by the widget itself, such as Ctrl+Enter in the composer */
  readonly run?: () => void;
}
