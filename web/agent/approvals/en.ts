/** What approvals say on the page of a request. */
export const approvalWords = {
  approvals: {
    title: 'Approval',
    failed: 'The approvals could not be loaded',
    all: 'Everybody must approve',
    some_one: 'One must approve',
    some_other: '{{count}} must approve',
    nobody: 'Nobody is asked. Name approvers, or move the request on another way.',
    tooFew:
      'Fewer people are asked than must approve. Name more approvers, or move the request on another way.',
    people: 'Approvers',
    you: 'You',
    approve: 'Approve',
    decline: 'Decline',
    approveTitle: 'Approve {{key}}?',
    declineTitle: 'Decline {{key}}?',
    text: 'Everybody who sees the request sees your answer. It cannot be taken back.',
    comment: 'Comment for the customer (optional)',
    cancel: 'Cancel',
    done: 'You have answered the approval of {{key}}',
    refused: 'Your answer was not taken',
    earlier: 'Earlier approvals',
    approved: 'Approved',
    declined: 'Declined',
    pending: 'Waiting',
    cancelled: 'Ended without an answer',
  },
} as const;
