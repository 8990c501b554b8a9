/** What the form says about sharing a new request. */
export const en = {
  title: 'Who else sees it',
  everybodyIn: 'Everybody in {{name}}',
  help: 'You can change this later, and add people, on the page of the request.',
} as const;
