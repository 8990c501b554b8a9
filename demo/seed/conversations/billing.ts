import { answer, ask, type Conversation, note, reopen, reply, solve, thanks } from './conversation.ts';

/** What comes up at Northwind Billing. */
export const billingConversations: readonly Conversation[] = [
  {
    topic: 'problem',
    impact: [8, 2, 0],
    weight: 2,
    file: 'order',
    summaries: [
      'Invoice {invoice}: delivery counted twice',
      'Invoice {invoice} lists a visit that did not happen',
      'Invoice {invoice} still has the old price',
    ],
    descriptions: [
      'Invoice {invoice} says {amount}, our order said less. Somebody seems to have counted the delivery of {lastMonth} twice.',
      'On invoice {invoice} there is a service visit of {lastMonth}. Nobody came in {lastMonth}.',
      'We agreed on the lower price for beans from {lastMonth} on, but {invoice} still has the old one.',
    ],
    turns: [
      note(
        'Delivery note was scanned twice. Credit note needed.',
        'Visit belongs to another customer with a similar name.',
        'Price list in the contract was updated, but with the wrong start date.',
      ),
      answer(
        'You are right, {customer}, and I am sorry. I correct the invoice; please do not pay {invoice}.',
        'Thank you for looking so closely. The visit was with another customer who has a similar name. I take it out.',
        'You are right: the new price had the wrong start date in our system. I correct it, for the next invoices as well.',
      ),
      solve(
        'Invoice {invoice} is cancelled, the corrected one went to your billing address today.',
        'Invoice {invoice} is cancelled, the corrected one went to your billing address today.',
        'You get a credit note for the difference; it is taken into account with the next invoice.',
      ),
      thanks(
        'Corrected invoice received, thank you.',
        'Received, thank you.',
        'Thanks for the quick correction.',
      ),
      reopen('The new document has the right amount but an old purchase order number on it.'),
      solve('Now with the right number as well. Sorry for the back and forth!'),
    ],
  },
  {
    topic: 'question',
    weight: 2,
    summaries: [
      'Please send invoice {invoice} again',
      'We have not received invoice {invoice} for {lastMonth}',
    ],
    descriptions: [
      'We cannot find invoice {invoice}. Could you send it to us once more as a PDF?',
      'The invoice for {lastMonth} seems to be lost, our accounting asks for it.',
    ],
    turns: [
      solve(
        'Here you are: a copy of {invoice} is on its way to your billing address. You find all invoices in the app under Documents as well.',
        'Sent again a minute ago. It went to an address of a former colleague of yours; shall I change that?',
      ),
      thanks('Thank you!', 'Yes please, change it to our accounting.'),
    ],
  },
  {
    topic: 'change',
    summaries: [
      'New billing address from {month} on',
      'Please put our cost centre {order} on the invoices',
      'Send invoices to our accounting instead of to me',
    ],
    descriptions: [
      'We have moved. Please use the new address on all invoices from {month} on:\n\n{company}\nKastanienallee {many}\nRight entrance',
      'Our accounting wants the cost centre {order} on every invoice from now on.',
      'Invoices should go to our accounting department instead of to me personally.',
    ],
    turns: [
      ask(
        'Gladly. To be on the safe side: is the delivery address still the old one?',
        'Gladly. Does this hold for the contracts of all your floors, or for one only?',
        'With pleasure. To which e-mail address?',
      ),
      reply(
        'Deliveries go to the new address too.',
        'For all of them.',
        'invoices@, the same domain as mine.',
      ),
      solve(
        'Changed both. The next invoice will have it.',
        'Done for all contracts of {company}, see you on the next invoice.',
        'Done. I sent a test to that address, please ignore it.',
      ),
      thanks('Thanks, {agent}.', 'Thanks!', 'Test arrived.'),
    ],
  },
  {
    topic: 'question',
    file: 'order',
    summaries: ['Reminder for {invoice} although we have paid', 'Paid twice by mistake: {invoice}'],
    descriptions: [
      'We got a reminder for {invoice}. The money ({amount}) left our account on time, see our statement.',
      'Our new accounting software paid {invoice} twice. Can we have the second {amount} back?',
    ],
    turns: [
      note('Payment found under suspense account, reference had a typo.', 'Both payments are there.'),
      ask(
        'Found it: the reference had two digits swapped, so our system did not recognise the payment. Please forget the reminder. Shall I look after the other invoices of this year as well?',
        'I see both payments. Would you like the money back, or shall we use it for the next invoice?',
      ),
      reply('Please do, so that no further reminder comes.', 'Money back, please.'),
      solve(
        'Checked: your account is even. No further reminder will come.',
        'The transfer leaves tomorrow, it should be there within two working days.',
      ),
      thanks('Thank you for checking them all.', 'The money is there. Thanks.'),
    ],
  },
  {
    topic: 'question',
    summaries: [
      'When does our contract for the {machine} end?',
      'What does our service contract cover?',
      'Notice period of our rental contract',
    ],
    descriptions: [
      'We plan the budget for next year. When does the contract end, and what would it cost to go on?',
      'Is the yearly service included in our contract or does it cost extra?',
      'How long before the end do we have to give notice if we want to change to another model?',
    ],
    turns: [
      note('Contract from {lastMonth} two years ago, 36 months, notice three months.', '', ''),
      solve(
        'Your contract for {few} machines runs until the end of {lastMonth} next year and goes on for twelve months if nobody gives notice three months before. The price stays.',
        'Service "Plus" covers two visits a year, all parts that wear out, and repairs. Not covered: descaling, and cups that fell into the grinder.',
        'Three months. A change of model within the contract needs no notice at all, only a new rate.',
      ),
      thanks('Clear, thank you.'),
    ],
  },
  {
    topic: 'change',
    summaries: [
      'Pay by direct debit from now on',
      'Electronic invoices instead of PDF from {month} on',
      'One invoice per quarter instead of {few} each month',
    ],
    descriptions: [
      'We would like to pay by direct debit. What do you need from us?',
      'From {month} on we can take only electronic invoices (XRechnung or Peppol). Can you do that?',
      'Could we get one invoice per quarter for all floors? Now we get {few} of them every month.',
    ],
    turns: [
      ask(
        'With pleasure. I have sent the mandate to your billing address; please send it back signed.',
        'We can do both. Which identifier shall we use for you?',
        'Yes. Shall it begin with the next quarter, and with a list per floor?',
      ),
      reply('The signed mandate is on its way.', 'Use our Peppol ID, it is 9930:{order}.', 'Yes to both.'),
      solve(
        'Set up, it begins with the invoice for {month}.',
        'Done. You get one test invoice over 0.00 first, please ignore it.',
        'Changed. The last monthly ones come at the end of this quarter.',
      ),
      thanks('Great.', 'Test invoice arrived well.', 'Our accounting sends flowers.'),
    ],
  },
  {
    topic: 'problem',
    impact: [6, 3, 1],
    summaries: [
      'Employee cards charged twice on {weekday}, floor {floor}',
      'Charged for a cappuccino that never came',
      'Wrong balance on {few} employee cards',
    ],
    descriptions: [
      'Some colleagues were charged twice on {weekday}. They pressed once, the machine stuttered, two amounts were taken.',
      'A colleague paid 1.40 for a cappuccino and got an empty cup. Her card number ends in {many}. Can she have it back?',
      'We loaded 20.00 on {few} new cards, and the machine shows 2.00 on each of them.',
    ],
    turns: [
      note(
        'Log shows 14 double bookings between 9:02 and 9:20, all with the terminal on floor {floor}.',
        'Milk was empty, so the machine is to blame.',
        'Comma in the import file.',
      ),
      solve(
        'I see it in the log: for about twenty minutes every payment was booked twice. All double amounts are back on the cards; nobody needs to do anything.',
        'Refunded, and I put a coffee on top for the disappointment.',
        'A comma went missing in our import. All cards show 20.00 now, I have checked them one by one.',
      ),
      thanks('Very quick, thanks!', 'Very generous, thanks!', 'All correct now.'),
    ],
  },
  {
    topic: 'question',
    summaries: [
      'Breakdown of {invoice} per floor',
      'Our VAT number is missing on invoices since {lastMonth}',
    ],
    descriptions: [
      'Our auditor asks for a breakdown of {invoice} per floor. Can you send us a list?',
      'Our VAT number is missing on the invoices since {lastMonth}. Could you send corrected ones?',
    ],
    turns: [
      solve(
        'The list is in the app under Documents now, next to {invoice}.',
        'Your number was lost when two records of {company} were merged. It is back and I have sent corrected copies since {lastMonth}.',
      ),
      thanks('Our auditor is happy.', 'Received all of them, thank you.'),
    ],
  },
];
