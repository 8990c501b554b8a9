/** What the choice of a time zone says. */
export const en = {
  label: 'Time zone',
  browser: 'As this browser: {{zone}}',
  failed: 'The time zone was not changed',
};
