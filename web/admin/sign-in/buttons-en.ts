/** What is said of logos, and of the order of buttons on the sign-in page. */
export const signInButtons = {
  logo: {
    label: 'Logo',
    help: 'PNG, JPEG, WebP or GIF of at most 200 kB, best square. People see it beside the button on the sign-in page.',
    choose: 'Choose a picture',
    change: 'Choose another',
    remove: 'Remove',
    saved: 'The logo is saved',
    removed: 'The logo is removed',
    failed: 'The logo was not saved',
    alt: 'Logo of {{name}}',
  },
  order: {
    title: 'Order of the buttons',
    help: 'In this order people see them on the sign-in page. A change is saved at once.',
    up: 'Move {{name}} up',
    down: 'Move {{name}} down',
    place: 'Place of {{name}}',
    moved: '{{name}} is now in place {{place}} of {{count}}',
    failed: 'The order was not saved',
  },
} as const;
