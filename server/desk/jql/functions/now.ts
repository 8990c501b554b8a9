import { jqlTypes } from '../field.ts';
import type { JqlFunction } from './function.ts';

/** When the query is asked. */
export const now: JqlFunction = {
  name: 'now',
  isList: false,
  types: [jqlTypes.date],
  takes: [0, 0],
  argumentNames: [],
  compile: ({ context }) => ({ moment: context.now }),
};
