import { jqlTypes } from '../field.ts';
import type { JqlFunction } from './function.ts';

/** When whoever asks signed in for the session in which they ask; with an API token there is none, and it is now. */
export const currentLogin: JqlFunction = {
  name: 'currentLogin',
  isList: false,
  types: [jqlTypes.date],
  takes: [0, 0],
  argumentNames: [],
  compile: ({ context }) => ({ moment: context.viewer?.session?.startedAt ?? context.now }),
};
