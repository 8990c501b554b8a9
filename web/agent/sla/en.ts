/** What service levels say. */
export const slaWords = {
  sla: {
    title: 'SLAs',
    failed: 'The SLAs could not be loaded',
    state: {
      running: 'Running',
      dueSoon: 'Due soon',
      outside: 'Outside working hours',
      paused: 'Paused',
      breached: 'Breached',
      met: 'Met',
      missed: 'Missed',
    },
    left: '{{time}} left',
    over: '{{time}} over',
    noGoal: 'No goal',
    cell: '{{name}}: {{state}}',
    cellTime: '{{name}}: {{state}}, {{time}}',
    dueAt: 'due {{at}}',
  },
} as const;
