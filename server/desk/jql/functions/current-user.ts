import { jqlTypes } from '../field.ts';
import type { JqlFunction } from './function.ts';

/** Whoever asks. */
export const currentUser: JqlFunction = {
  name: 'currentUser',
  isList: false,
  types: [jqlTypes.user],
  takes: [0, 0],
  argumentNames: [],
  compile: ({ context }) => ({ account: context.viewerId }),
};
