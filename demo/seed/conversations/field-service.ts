import { answer, ask, type Conversation, note, reopen, reply, solve, thanks } from './conversation.ts';

/** What comes up at Northwind Field Service. */
export const fieldServiceConversations: readonly Conversation[] = [
  {
    topic: 'change',
    weight: 2,
    summaries: ['Yearly service for {few} machines', 'Service of the {machine} on floor {floor} is due'],
    descriptions: [
      'The machines ask for their yearly service. When can you come? Mornings before 9 are best for us.',
      'Our {machine} (serial {serial}) shows "service due in 200 cups". Please send somebody in time.',
    ],
    turns: [
      ask(
        'Thank you, {customer}. {colleague} could come on {weekday} at 7:30. Is somebody there to open?',
        'We are in your street on {weekday} anyway. Would 8:15 suit you?',
      ),
      reply('7:30 is fine, reception is open from 7 on.', '8:15 is good. Please ring at the side door.'),
      note('Parking only in the yard, gate code is with reception.', 'Take two sets of seals along.'),
      solve(
        'All machines serviced: seals, filters and milk hoses replaced, grinders adjusted. On floor {floor} the drip tray has a crack, a new one comes by post.',
        'Service done: seals, filter and milk hose replaced, grinder adjusted, 92 degrees at the outlet. Next one in a year.',
      ),
      thanks('Friendly and quick as always.'),
    ],
  },
  {
    topic: 'problem',
    impact: [1, 5, 4],
    weight: 2,
    file: 'photo',
    summaries: [
      'Repair needed: {machine} does not heat, {room}',
      '{machine} on floor {floor} trips the fuse',
      'Door of the {machine} does not close, floor {floor}',
    ],
    descriptions: [
      'Support says that somebody has to come. Error E31, the boiler does not heat. Serial {serial}.',
      'The {machine} trips the fuse as soon as it heats up. We have unplugged it.',
      'The door does not close any more, a hinge is broken. Without the door it does not brew.',
    ],
    turns: [
      note(
        'Boiler element 5500-10 in stock at the depot. Two hours.',
        'Sounds like the boiler element. Take the insulation tester along.',
        'Hinge 6012-L. Twenty minutes.',
      ),
      answer(
        '{colleague} comes on {weekday} between 13 and 15 with the part.',
        'Please leave it unplugged. I have found a slot for tomorrow morning, first visit of the day.',
        '{colleague} passes by with a new hinge on {weekday}.',
      ),
      note('', 'On site: element is burnt, cable too. Ordered the cable, brought a loan machine along.', ''),
      solve(
        'New heating element, tested with twenty cups. The old one goes to the manufacturer.',
        'Element and cable replaced, insulation measured, loan machine back in the van.',
        'New hinge fitted; the door had been hit by the cleaning trolley. It is covered by your contract.',
      ),
      thanks('All fine since then. Thank you, {colleague}!', 'Works again, thanks.', 'Closes like new.'),
      reopen('', 'The fuse went again this morning.', ''),
      solve(
        '',
        'It was the socket this time, not the machine: your house electrician measured and replaced it while we were there.',
        '',
      ),
    ],
  },
  {
    topic: 'installation',
    file: 'order',
    summaries: [
      'Installation of a new {machine}, order {order}',
      'Set up {few} machines in our new office, {month}',
    ],
    descriptions: [
      'Please deliver and install order {order} on floor {floor}. Water and power are prepared. The lift is 80 cm wide.',
      'We open the new office in {month} and need all machines running two days before.',
    ],
    turns: [
      ask(
        'Is the water connection 3/4 inch with its own tap, and within 1.5 m?',
        'With pleasure. What is the name of the person who lets us in, and may we use the goods lift?',
      ),
      reply('3/4 inch, tap is there, distance 1 m.', 'Ask for me at reception, goods lift is okay.'),
      answer(
        "Planned for {weekday}, 8 o'clock, two people, about three hours.",
        'It is in the plan for the second week of {month}.',
      ),
      solve(
        'Installed, programmed, and the team shown how to clean it. Enjoy the first cups!',
        'All {few} machines run. One spare water filter is in the cupboard below the first one.',
      ),
      thanks('Great work, and not a drop on the carpet.'),
    ],
  },
  {
    topic: 'change',
    summaries: [
      'Please collect the old {machine} from the {room}',
      'Collect the loan machine from floor {floor}',
    ],
    descriptions: [
      'The old machine (serial {serial}) is emptied and unplugged, standing in the {room}. Please collect it.',
      'We still have your loan machine from {lastMonth}. When do you pick it up?',
    ],
    turns: [
      answer(
        'We collect it with the tour on {weekday}. Nobody has to be there if it stands at reception.',
        'Thank you for asking! It would be on {weekday}, before noon.',
      ),
      solve(
        'Collected. You get the confirmation for your inventory by mail.',
        'Picked up this morning, thank you for cleaning it.',
      ),
      thanks('Perfect.'),
    ],
  },
  {
    topic: 'change',
    summaries: [
      'Change the water filters of {few} machines',
      'Water filter for the {machine} is due, floor {floor}',
    ],
    descriptions: [
      'All our machines ask for a new filter. Could you change them with the next visit?',
      'The filter message came up on {weekday}. We have no spare one.',
    ],
    turns: [
      note('Filters are on stock, {few} pieces reserved.', ''),
      solve(
        'Changed today, next time in half a year. The old ones are with us for recycling.',
        'You can do this one yourselves: turn left, pull, new one in, turn right. A box of filters is on its way.',
      ),
      thanks('Thanks, all quiet now.', 'Managed it ourselves, easy.'),
    ],
  },
  {
    topic: 'problem',
    impact: [2, 6, 2],
    summaries: ['Visit on {weekday}: nobody came', 'Engineer came an hour too early on {weekday}'],
    descriptions: [
      'We waited from 8 to 11 and nobody came. What happened? The machine is still broken.',
      'Your engineer came at 6:50, when nobody was here. The appointment was at 8.',
    ],
    turns: [
      note(
        'Van broke down, message to the customer was not sent. My mistake. Goodwill: one month of beans.',
        'Wrong time in the tour plan.',
      ),
      answer(
        'I am very sorry, {customer}. Our van broke down, and the call to you was forgotten. {colleague} is on the way to you now.',
        'That must not happen, the time in our plan was wrong. You have the first slot tomorrow, at 8, and {colleague} calls half an hour before.',
      ),
      solve(
        '{colleague} was there today and everything runs. As an apology the next delivery of beans is free.',
        'Done this morning, at 8:00 sharp. Sorry again.',
      ),
      thanks('Thank you for making up for it.', 'On the minute. Thanks.'),
    ],
  },
  {
    topic: 'question',
    summaries: [
      'Can the visit on {weekday} be moved by a day?',
      'At what time does the engineer come on {weekday}?',
      'How long does the service of a {machine} take?',
    ],
    descriptions: [
      'We have an event on {weekday} and cannot have anybody in the kitchen. Could you come a day later?',
      'We only know the day. Is it in the morning or in the afternoon?',
      'We would like to tell our people for how long there is no coffee.',
    ],
    turns: [
      solve(
        'Moved to the day after, same time. Thank you for telling us in time.',
        'In the morning, between 8 and 10. You get a message when {colleague} is half an hour away.',
        'About 45 minutes per machine; coffee is available again ten minutes later.',
      ),
      thanks('Thanks!'),
    ],
  },
  {
    topic: 'problem',
    impact: [1, 6, 3],
    file: 'photo',
    summaries: [
      'Milk fridge of the {machine} is at 14 degrees, floor {floor}',
      'Cup warmer in the {room} smells burnt',
    ],
    descriptions: [
      'The small fridge beside the machine is warm, the milk went sour. It hums but does not cool.',
      'The cup warmer smells of burnt plastic. It is switched off now.',
    ],
    turns: [
      ask(
        'That is bad for the milk and the mood. What does the label inside the door say (model and year)?',
        'Please keep it switched off and unplugged. Which model is it? The label is below.',
      ),
      reply('Model CF-6, 2022.', 'It says CW-2.'),
      note(
        'CF-6 of 2022: compressor relay, known. Exchange, do not repair.',
        'CW-2 has a recall, see circular 14.',
      ),
      answer(
        'That is a known fault, we exchange the whole fridge. {colleague} brings a new one on {weekday}.',
        'Thank you for being careful: this model is being recalled. {colleague} brings a new one on {weekday}.',
      ),
      solve(
        'New fridge stands and cools: 4 degrees after an hour.',
        'Exchanged. The old one goes back to the manufacturer.',
      ),
      thanks('Cold milk, warm thanks.', 'No smell any more. Thanks.'),
    ],
  },
];
