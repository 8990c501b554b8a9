import { addCannedResponse } from '../../server/desk/index.ts';
import type { Database } from '../../server/platform/database/database.ts';
import { auditActor } from './audit-actor.ts';

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: object;
  readonly marks?: readonly object[];
  readonly content?: readonly Node[];
}

const text = (words: string, ...marks: string[]): Node => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: Node[]): Node => ({ type: 'paragraph', content });
const steps = (...items: Node[][]): Node => ({
  type: 'orderedList',
  attrs: { order: 1 },
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(...item)] })),
});
const greeting = paragraph(text('Hello {{customer.firstName|there}},'));
const farewell = paragraph(
  text('Kind regards'),
  { type: 'hardBreak' },
  text('{{agent.firstName}}, {{portal.name}}'),
);

const responses: readonly { readonly name: string; readonly content: readonly Node[] }[] = [
  {
    name: 'Ask for details',
    content: [
      greeting,
      paragraph(
        text('thank you for telling us. So that we can go on with '),
        text('{{request.key}}', 'strong'),
        text(', please answer three questions:'),
      ),
      steps(
        [text('When did it happen for the first time?')],
        [
          text('Does it happen to others of '),
          text('{{organization.name|your company}}', 'em'),
          text(' too?'),
        ],
        [text('What does the screen say? A picture says most.')],
      ),
      farewell,
    ],
  },
  {
    name: 'Restart first',
    content: [
      greeting,
      paragraph(text('please try this before we send somebody:')),
      steps(
        [text('Save your work.')],
        [text('Turn the device '), text('off at the wall', 'strong'), text(', and wait for ten seconds.')],
        [text('Turn it on again, and wait until the light is green.')],
      ),
      paragraph(text('If “{{request.summary}}” is still so then, answer here: we will come.')),
      farewell,
    ],
  },
  {
    name: 'Solved, is there more?',
    content: [
      greeting,
      paragraph(
        text(
          'we believe that this is solved. If it is not, answer here or at {{request.link}}, and we go on.',
        ),
      ),
      farewell,
    ],
  },
];

/** The answers that the agents of a desk have prepared. */
export async function writeCannedResponses(
  trx: Database,
  serviceDeskId: string,
  accountId: string,
): Promise<void> {
  for (const { name, content } of responses) {
    const body = { type: 'doc', version: 1, content };
    await addCannedResponse(trx, serviceDeskId, { name, body }, { accountId, audit: auditActor });
  }
}
