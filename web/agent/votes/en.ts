/** What the agent desk says of votes. */
export const voteWords = {
  title: 'Votes',
  button_one: '{{count}} vote',
  button_other: '{{count}} votes',
  add: 'Vote for this request',
  takeBack: 'Take your vote back',
  youDid: 'You voted for {{key}}',
  youDidNot: 'Your vote for {{key}} is taken back',
  nobody: 'Nobody has voted for this request.',
  own: 'You raised this request yourself: others vote for it.',
  resolved: 'This request is resolved: votes for it stay as they are.',
  failed: 'Your vote was not changed',
} as const;
