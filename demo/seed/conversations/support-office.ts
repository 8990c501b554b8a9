import { answer, ask, type Conversation, note, reply, solve, thanks } from './conversation.ts';

/** Everything else at Northwind Support: the app, payment, orders, questions. */
export const officeConversations: readonly Conversation[] = [
  {
    topic: 'problem',
    impact: [1, 4, 5],
    file: 'log',
    summaries: [
      'Payment terminal on floor {floor} says "no connection"',
      'Employee cards of new colleagues are not accepted, {machine}',
      'Card payment takes a minute and fails, {room}',
    ],
    descriptions: [
      'The payment terminal shows "no connection" since {weekday}. Coins are not an option for us. Our network people say that nothing has changed.',
      'About half of the employee cards are refused with "unknown card", mostly those of new colleagues.',
      'Paying takes a minute and then fails. The light on the terminal blinks orange.',
    ],
    turns: [
      note(
        'Terminal was last seen by the gateway two days ago, so it is their network.',
        'New cards have the longer numbers, needs the new reader profile.',
        'Packets get lost on the way, 40 %.',
      ),
      ask(
        'Your terminal has not reported since {weekday} evening. Is the network cable plugged in, and may it reach pay.northwind.example on port 443?',
        'Could you send us the numbers printed on two of the cards that are refused and on one that works? No photos of the cards, please.',
        'The terminal talks to us, but half of it gets lost. Is it on the wireless network? A cable would settle it.',
      ),
      reply(
        'Found it: the port was moved to another VLAN. Our network team changes it back this afternoon.',
        'Refused: 10{many}482 and 10{many}490. Works: 10{many}127.',
        'Wireless, and the access point is two rooms away. We had a cable laid this morning.',
      ),
      solve(
        'I see the terminal online again and three successful payments. The coffees of the last two days were on the house.',
        'The reader knew only the old card format. It has the new profile now; the cards work after a restart of the terminal.',
        'That looks perfect from here: answers within a second.',
      ),
      thanks('Confirmed, payment works again.', 'Confirmed, all cards work.', 'Works, thank you.'),
    ],
  },
  {
    topic: 'problem',
    impact: [7, 2, 1],
    summaries: [
      'Cannot sign in to the Northwind app',
      'App says "account locked" after changing phones',
      'Orders in the app still go to a former colleague',
    ],
    descriptions: [
      'I want to reorder beans with the app, but it does not accept my password and the mail for a new one never arrives.',
      'New phone, app installed again, and now it says that my account is locked.',
      'A colleague left and I take over the orders. The app still wants to send the code to her address.',
    ],
    turns: [
      ask(
        'I can see two accounts for you, one with a typing error in the address. May I delete the wrong one and send you a new invitation?',
        'The app locks an account that is used on two phones. Do you still have the old one, or may I sign it out?',
        'To change who orders for {company} I need a short OK from the person in your contract, usually somebody in purchasing. Could you ask them to write one line to us?',
      ),
      reply(
        'Yes please, delete it.',
        'The old one is at the bottom of a lake. Please sign it out.',
        'The OK from purchasing is on its way to you.',
      ),
      solve(
        'Done, the invitation is in your inbox. It is good for 24 hours.',
        'The lake is signed out. Open the app again and choose "This is my phone".',
        'The OK is here. Your account has the role "orders" for {company} now, and your former colleague\'s access is closed.',
      ),
      thanks('I am in. Thanks!'),
    ],
  },
  {
    topic: 'question',
    summaries: [
      'Cleaning tablets from another brand for the {machine}?',
      'How often should we clean the {machine}?',
      'Which cleaning tablets for the {machine}?',
    ],
    descriptions: [
      'We ran out of tablets and could get others from the supermarket. Is that allowed, or do we lose the warranty?',
      'Our new office manager wants to make a cleaning plan. What has to be done daily, weekly, monthly?',
      'The manual names tablets that I cannot find in the app any more.',
    ],
    turns: [
      solve(
        'Any tablet for fully automatic machines with 2 grams or less is fine, and the warranty stays.',
        'Daily: milk hose and drip tray. Weekly: brewing unit under warm water. Monthly: one tablet. Every three months: descaling, the machine tells you. The same table hangs inside the door of your {machine}.',
        'They have a new number: 7701, sixty pieces. The tablets are the same.',
      ),
      thanks(
        'Great, thank you for the quick answer.',
        'I had never looked inside the door. Thanks!',
        'Found and ordered.',
      ),
    ],
  },
  {
    topic: 'question',
    summaries: [
      'Is oat milk possible with the {machine}?',
      'Oat milk in the milk container of the {machine}, floor {floor}',
      'A second milk for our {machine}?',
    ],
    descriptions: [
      'More than half of our people drink oat milk. Can the {machine} foam it?',
      'Somebody filled oat drink into the milk container. Is the machine hurt?',
      'We would like a second kind of milk. Does that exist for our model ({serial})?',
    ],
    turns: [
      note('', '', 'Second milk: kit 3300-02. Serial {serial} is new enough.'),
      solve(
        'It can. Take a "barista" kind, they have more protein and foam well. Clean the hose twice a day then, oat drink leaves more behind.',
        'Nothing is hurt. Run the milk cleaning once, oat drink leaves more behind than milk does.',
        'For your model there is a kit with a second hose and container. I asked sales to send you an offer, about 240 with installation.',
      ),
      thanks(
        'Our oat faction rejoices.',
        'Good to know. We will label the containers.',
        'Thanks, we wait for the offer.',
      ),
    ],
  },
  {
    topic: 'question',
    weight: 2,
    file: 'order',
    summaries: [
      'Where is our delivery, order {order}?',
      'Order {order}: only half of it came',
      'Order {order} is "in delivery" for three days',
    ],
    descriptions: [
      'We ordered {many} kilograms of beans last week and have nothing yet. We are down to the last bag.',
      'The parcel came with 6 bags instead of 12. The delivery note says 12.',
      'The tracking page has said "in delivery" for three days now. Does it go by ship?',
    ],
    turns: [
      note(
        'Carrier says depot, damaged label. Asked them to look for it, deadline tomorrow noon.',
        'Warehouse found 6 bags on the shelf.',
      ),
      answer(
        'I am sorry, {customer}. The carrier has the parcel in the wrong depot. I do not want you to sit there without coffee, so a second parcel leaves today; keep both if the first one turns up.',
        'Thank you for counting. The other 6 bags are here on the shelf, they go out today with express.',
        'By ship it would be there by now. The carrier lost the label; a second parcel leaves today with express.',
      ),
      solve(
        'The carrier reports delivery this morning at your reception. Can you find it? I close the request here, an answer opens it again.',
        'Delivered at 9:40, signed by your reception.',
        'The second parcel was delivered at 11:15.',
      ),
      thanks(
        'It is here. And the first one too, we share it with floor {floor}.',
        'Arrived, thank you!',
        'Arrived, saved.',
      ),
    ],
  },
  {
    topic: 'question',
    summaries: [
      'Set the {machine} to free vend for an event on {weekday}',
      'How do I change the prices on the {machine}?',
      'Free coffee for guests: how?',
    ],
    descriptions: [
      'We want to offer coffee for free during our event on {weekday}. How do we switch payment off for a day?',
      'Tea should cost less than coffee. Where can I set that?',
      'Can visitors get a card for a few free drinks?',
    ],
    turns: [
      solve(
        'In the app: Machines > {machine} > Payment > "Free until", and choose the date. It switches back by itself at midnight.',
        'Settings > Prices, with the service PIN that came in the letter. If the letter is lost, answer here and I send the PIN to the person in your contract.',
        'Yes: guest cards come in packs of ten, with 5 drinks each. They are in the app under Accessories.',
      ),
      thanks('Found it, the event can come.', 'Found it, thanks.', 'Ordered two packs.'),
    ],
  },
  {
    topic: 'question',
    summaries: [
      'Energy data of the {machine} for our sustainability report',
      'Does the {machine} have a sleep mode?',
    ],
    descriptions: [
      'For our yearly report we need the power consumption of all our machines. Do you have numbers?',
      'Facility management would like to know whether the machines can sleep at night and wake at 6:30.',
    ],
    turns: [
      note('Table with measured values is in the handbook, page 40. May be given to customers.', ''),
      solve(
        'Measured over a year with 60 cups a day: Barista 4 takes 410 kWh, Crema Duo 350, Filterbar 290. With the night timer it is about a fifth less.',
        'Settings > Energy > Timer. Wake up 20 minutes before the first people come, the boiler needs that long. I can set it for all your machines from here if you tell me the times.',
      ),
      thanks('Exactly what I needed for the report.', 'Set for all of them. Thanks!'),
    ],
  },
  {
    topic: 'question',
    summaries: [
      'Introduction to the {machine} for new colleagues',
      'Who can show us how to clean the {machine}?',
    ],
    descriptions: [
      'Two new people take care of the kitchen from next month on. Do you offer an introduction?',
      'We would like somebody to show our team how the milk system is taken apart. The video goes too fast.',
    ],
    turns: [
      ask(
        'With pleasure. Half an hour is usually enough. Would {weekday} at 10 suit you, and for how many people?',
      ),
      reply('{weekday} is good, we are four.', 'Could it be in the afternoon? We are three.'),
      solve(
        'It is in the calendar: {colleague} comes to the {room}. Please have a litre of milk ready.',
        "{weekday} at 14 o'clock, then. You get a mail with the details; the first introduction per machine costs nothing.",
      ),
      thanks('That was very helpful, please pass it on to {colleague}!'),
    ],
  },
];
