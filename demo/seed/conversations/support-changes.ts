import { answer, ask, type Conversation, note, reply, solve, thanks } from './conversation.ts';

/** What people want to have or to have changed, at Northwind Support. */
export const changeConversations: readonly Conversation[] = [
  {
    topic: 'access',
    summaries: [
      'Northwind app for a new colleague on floor {floor}',
      'Access to the usage report of our machines',
      'Service menu of the {machine} for our facility team',
    ],
    descriptions: [
      'A colleague who starts on {weekday} will order beans and supplies for us from then on.',
      'We would like to see how many cups our {few} machines make, for planning.',
      'Our facility team wants to start the cleaning programs without calling you each time.',
    ],
    turns: [
      note(
        'Contract allows five users, three are taken.',
        '',
        'Only with the short training, see handbook page 12.',
      ),
      ask(
        'With pleasure. What is the e-mail address of your colleague?',
        'Is it enough to see the numbers, or do you want to download them too?',
        'Gladly, after a short introduction by phone. When would it suit you?',
      ),
      reply(
        'You find it in the mail that I sent to you just now.',
        'Seeing them is enough for now.',
        '{weekday} at 11 would be good.',
      ),
      solve(
        'The invitation is on its way. It is good for 24 hours.',
        'You find the report in the app now, under Machines > Report. It is updated every night.',
        'Done, your team knows the menu and has a PIN of its own.',
      ),
      thanks('Thanks, {agent}.'),
    ],
  },
  {
    topic: 'change',
    summaries: ['Another {machine} for floor {floor}', 'A machine for our new office from {month} on'],
    descriptions: [
      'We grow: from {month} on there will be {many} more people on floor {floor}. Please make us an offer for another {machine}, same conditions.',
      'Our new office opens in {month} and needs coffee on day one, for {many} people. Water connection exists, power too.',
    ],
    turns: [
      note(
        'Passed on to sales, they call within a day. Existing contract until next year, same rate possible.',
      ),
      answer(
        'Congratulations on the growth! Our sales colleague {colleague} calls you tomorrow about details such as water and delivery.',
        'Thank you, {customer}. For {many} people I would have a look at two models; the offer will show both.',
      ),
      solve(
        'The offer was accepted, delivery is planned for {month}. All the best for the new floor.',
        'As you decided for the offer, I close this here. The installation has its own request with Field Service.',
      ),
      thanks('We are looking forward to it.'),
    ],
  },
  {
    topic: 'change',
    summaries: [
      'Move the {machine} from floor {floor} to another kitchen',
      'We move to a new building in {month}',
      'Please take back one of our machines ({serial})',
    ],
    descriptions: [
      'The kitchen on floor {floor} is being rebuilt. Can you move our machine (serial {serial}) to the {room} and later back?',
      'We move in {month} and want to take all {few} machines with us. What does it cost, and who packs them?',
      'Our {machine} is hardly used since people work from home. Can we give it back before the contract ends?',
    ],
    turns: [
      ask(
        'Sure. Is there a water connection at the new place, and is there a lift?',
        'We do. When exactly, and to which address?',
        'Giving one back is possible at the end of each contract quarter. Shall it be collected in the first week of {month}?',
      ),
      reply('There is both.', 'On the last {weekday} of {month}, two streets away.', 'Yes, please.'),
      note(
        'Move within the house is 90 flat per machine, see price list.',
        'Move to another address is 160 per machine.',
        '',
      ),
      answer(
        'We do this ourselves so that the warranty holds: 90 per machine within the house. I book it.',
        'It is 160 per machine, with packing and installation. I book it for all of them.',
        'Noted. The rate ends with the month of the collection.',
      ),
      solve(
        'Done today, it runs at its new place.',
        'Booked as wished. You get the exact time two days before.',
        'Collected this morning. Thank you for cleaning it.',
      ),
      thanks('All went smoothly.'),
    ],
  },
  {
    topic: 'change',
    summaries: [
      'Please add cortado to the {machine}, floor {floor}',
      'Larger cup size for the {machine}',
      'Decaf option for floor {floor}',
    ],
    descriptions: [
      'Our people would like a cortado: double espresso with a little milk. Can that be a button?',
      'The largest cup is too small for our mugs (0.4 l). Can this be changed?',
      'Could one of our machines have decaf in a second hopper?',
    ],
    turns: [
      solve(
        'Cortado is on your machine now, second page of the menu. Restart it once to see it.',
        'I raised the large cup to 380 ml; more does not fit under the spout. Enjoy!',
        'It works with ground coffee through the small lid. A second hopper exists for the Barista 4 only; shall we talk about an exchange when your contract ends?',
      ),
      thanks('You made our {weekday}.', 'Wonderful.', 'Then the small lid it is. Thanks.'),
    ],
  },
];
