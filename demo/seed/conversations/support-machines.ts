import { answer, ask, type Conversation, note, reopen, reply, solve, thanks } from './conversation.ts';

/** What machines do to people, at Northwind Support. */
export const machineConversations: readonly Conversation[] = [
  {
    topic: 'problem',
    impact: [1, 6, 3],
    weight: 2,
    file: 'photo',
    summaries: [
      '{machine} on floor {floor} shows error E12',
      'Error E12 on the {machine}, {room}',
      'E12 after emptying the grounds container, {machine}',
    ],
    descriptions: [
      'The display says "E12 Check brewing unit" and nothing happens when we choose a drink. We switched it off and on twice.\n\nSerial number is {serial}.',
      'Since this morning our {machine} stops halfway through a cup with E12 and then asks for service. About {many} people use it.',
      'Hello, error E12 after we emptied the grounds container. The door is closed, the container is back in. What else can we check?',
    ],
    turns: [
      note(
        'Serial {serial} has no open campaign, so the brewing unit first.',
        'Third E12 from {company} this quarter. If it comes back, send someone with a new sensor.',
        'E12 after emptying is nearly always the brewing unit not clicking in.',
      ),
      ask(
        'Good morning {customer},\n\nE12 means that the machine does not feel its brewing unit. Please open the door, pull the unit out by the red handle, rinse it under warm water and push it back until it clicks twice. Does the message go away?\n\nKind regards\n{agent}',
        'Hi {customer}, please look at the brewing unit with the door open: the red handle should point straight down. If it leans to the left, push it until it clicks twice.',
        'Hi {customer}, emptying the container loosens the brewing unit now and then. Please push it in by the red handle until you hear two clicks, then close the door firmly.',
      ),
      reply(
        'It only clicked once before! Now it clicks twice and the message is gone. Let me watch it until lunch.',
        'The handle did lean to the left, you were right. Ten cups without trouble since.',
        'Two clicks, and it works.',
      ),
      solve(
        'Glad to hear it. I close this request; should E12 return within two weeks, answer here and we send someone out at no cost.',
        'Perfect. It happens when the unit is put back after cleaning, so now you know more than most.',
        'Perfect. A small tip: after emptying the grounds, push the door until you hear it, then the unit cannot work itself loose.',
      ),
      thanks('Three days without E12. Thank you!', 'Works, thanks.', 'Thanks, {agent}!'),
      reopen('It is back, same message, {weekday} morning right after the first cup.'),
      solve(
        'Then the sensor is worn. {colleague} replaced it during the visit this morning and brewed ten cups without a fault.',
      ),
    ],
  },
  {
    topic: 'problem',
    impact: [2, 7, 1],
    weight: 2,
    summaries: [
      'Coffee from the {machine} is only lukewarm, floor {floor}',
      'Coffee at 58 degrees only, {machine}',
      '{machine}: drinks get colder during the day',
    ],
    descriptions: [
      'Several colleagues complain that the coffee is barely warm. Espresso is fine, anything large is not.',
      'I measured it with a kitchen thermometer: 58 degrees in the cup right after brewing. It used to be above 70.',
      'The first coffee of the day is okay, later ones get colder and colder. The machine is about two years old (serial {serial}).',
    ],
    turns: [
      note('Boiler was descaled in {lastMonth} according to the service book. Check the eco setting first.'),
      ask(
        'Hi {customer}, two questions so that we find the cause quickly: is the leaf symbol in the upper right corner of the display lit, and does the machine stand next to an open window?',
        'Thank you for measuring, that helps a lot! Please go to Settings > Energy and tell me which mode is chosen there.',
        'Hello {customer}, that sounds like the energy setting rather than the boiler. Is the leaf symbol on the display lit?',
      ),
      reply(
        'No window nearby. The leaf is green, and nobody here knows who switched that on...',
        'It says "Eco max". Should it not?',
        'The leaf is on, yes.',
      ),
      solve(
        'That is the energy-saving mode: it lets the boiler cool down to 80 degrees between drinks. Choose "Balanced" under Settings > Energy and the coffee is hot again; it costs about 4 kWh more per month.',
        'Eco max lowers the brewing temperature. With "Balanced" you should get at least 68 degrees in the cup. I have noted the setting in your machine record.',
        'Then please choose "Balanced" under Settings > Energy. The boiler stays hot between two cups with it.',
      ),
      thanks(
        'So simple. Hot coffee for everyone!',
        'That was it. 71 degrees.',
        'Hot all day long now. Thanks.',
      ),
    ],
  },
  {
    topic: 'problem',
    impact: [1, 5, 4],
    file: 'photo',
    summaries: [
      'Water under the {machine}, {room}',
      '{machine} is leaking at the back',
      'Puddle below the machine on floor {floor}',
    ],
    descriptions: [
      'There is a puddle below the {machine} every morning. We put a tray there and switched off the water for now. Please help quickly, the floor is wood.',
      'Water drips from the back, close to the hose. About a cup per hour. The water tap behind the machine is closed now.',
      'Cleaning staff found water on the floor. It seems to come from the drip tray, but the tray is empty?',
    ],
    turns: [
      answer(
        'Thank you for closing the water, {customer}, please leave it closed. I am looking for the next free engineer and write again within the hour.',
        'Please leave the tap closed until someone has seen it. Is the floor dry now?',
        'An empty drip tray and a wet floor point to the float below it. Please leave the water off overnight; I send somebody to have a look.',
      ),
      note(
        'Hose coupling, most likely: same batch as the other one from {lastMonth}. {colleague} is in the area {weekday}.',
        'Asked field service for a visit, part 4410-22 (coupling with seal). Two hours planned.',
        'Float stuck, bring a new one (4410-31).',
      ),
      answer(
        '{colleague} can come on {weekday} between 8 and 10. Somebody should be there to open the door of the {room}.',
        'Our engineer comes on {weekday} morning with a new coupling. Until then you may use the machine from the water tank: flip the small switch behind the tank to "tank".',
        '{colleague} comes on {weekday} around noon.',
      ),
      solve(
        'The coupling was cracked; {colleague} replaced it with the new model and checked it under pressure for half an hour. Nothing to pay, the part has a two year warranty.',
        'Visit done: new seal, hose fastened, everything dry.',
        'The float was stuck in coffee grounds. {colleague} replaced it and cleaned the channel.',
      ),
      thanks('Very quick help, thank you. The floor survived.'),
    ],
  },
  {
    topic: 'problem',
    impact: [3, 6, 1],
    summaries: [
      'Grinder of the {machine} is very loud',
      'High-pitched noise from the {machine}, floor {floor}',
      '{machine} sounds like a stone mill, {room}',
    ],
    descriptions: [
      'The grinder got so loud that people in the meeting room next door complain. Taste is unchanged.',
      'High-pitched noise for two or three seconds at the start of each coffee, since the last refill of beans.',
      'It sounds as if a stone were in the grinder.',
    ],
    turns: [
      ask(
        'Could you record ten seconds of it with your phone? A worn burr hums, a foreign body rattles.',
        'Which beans did you fill in? Some flavoured ones leave a film on the burrs that whistles.',
        'Then it probably is one, it happens once in a while. Please do not brew any more with that hopper. What is the number on the bag?',
      ),
      reply(
        'The recording is too large for me to attach, but it hums rather than rattles.',
        'Vanilla beans from a roaster around the corner, a gift. Is that a problem?',
        'House blend, the bag says LOT {order}. The hopper is closed now.',
      ),
      note(
        'Burrs have done 40,000 cups, due anyway.',
        'Flavoured beans. Cleaning program is enough.',
        'Told the roastery about the lot, they check. Grinder is covered by the service contract.',
      ),
      solve(
        'Your burrs have ground 40,000 cups and deserve their rest: {colleague} exchanged them this morning, covered by your contract.',
        'Use up the gift by hand, please. Then start "Grinder cleaning" under Service twice, and the whistle will be gone.',
        '{colleague} took a small stone out of the grinder and adjusted the burrs. You get two kilograms of beans on us with the next delivery.',
      ),
      thanks(
        'Quiet again. Thanks!',
        'The whistle is gone, the gift too.',
        'Quiet again. Thanks, also for the beans!',
      ),
      reopen('Unfortunately the noise came back within a week.'),
      solve(
        'We exchanged the grinder today; the old one goes to the manufacturer. Sorry for the long way there.',
      ),
    ],
  },
  {
    topic: 'problem',
    impact: [2, 6, 2],
    weight: 2,
    file: 'photo',
    summaries: [
      'No milk foam from the {machine}, floor {floor}',
      '{machine}: milk sputters and does not foam',
      'Cappuccino comes without foam since the cleaning, {room}',
    ],
    descriptions: [
      'Cappuccino and latte come out with hot milk but no foam. We cleaned the milk hose yesterday as the machine asked.',
      'Milk sputters and spits, then nothing. Fresh milk, fridge is cold.',
      'Since the cleaning on {weekday} there is no foam at all. Did we put something back wrong?',
    ],
    turns: [
      ask(
        'Hello {customer}, is the small grey nozzle still in the milk head? It likes to disappear down the sink.',
        'Spitting means that the milk head draws air from somewhere. Please check that the hose reaches the bottom of the container and sits firmly on the head.',
        'After a cleaning it is often the little air valve on top of the milk head: it must sit flat, with the groove facing you. Can you check, {customer}?',
      ),
      reply(
        'The grey nozzle is missing. It is probably in the dishwasher filter now...',
        'Hose is fine. It spits a bit less since I pushed everything together, but there is hardly any foam.',
        'The valve was upside down. I turned it, now there is foam, but less than before.',
      ),
      note(
        'Nozzle 3120-07, we send those without asking for money.',
        'Dried milk in the air channel, I guess.',
      ),
      solve(
        'Two new nozzles are on their way to you, one of them as a spare. Put it in with the narrow side down.',
        'Please run the milk cleaning once with the blue cleaner and warm water, twice in a row: dried milk in the air channel takes away the foam. That should bring it back completely.',
        'Almost there: one run of the milk cleaning with the blue cleaner, and you have the rest of the foam back.',
      ),
      thanks('Nozzle arrived, all good.', 'Foam like in Vienna. Thanks!', 'Perfect foam now.'),
    ],
  },
  {
    topic: 'problem',
    impact: [4, 5, 1],
    summaries: [
      'Lower half of the {machine} screen does not react',
      'Display frozen, {machine} in the {room}',
      'Touch screen of the {machine} opens the wrong drinks',
    ],
    descriptions: [
      'The lower half of the screen does not react to touch. We can make espresso but not cappuccino, it is on the wrong half.',
      'The screen is stuck at the picture of a latte since yesterday. Pulling the plug helps for an hour.',
      'Touching "Coffee" opens "Tea". Funny, but not for long.',
    ],
    turns: [
      answer(
        'Please hold the power button for ten seconds until the logo appears, then do not touch the screen for a minute: the machine finds its zero point again.',
        'Thank you for telling us. There is a new software for this display that repairs exactly that; I have put your machine {serial} on the list and it updates itself tonight, please leave it switched on.',
        'The screen has lost its zero point. Hold the power button for ten seconds until the logo appears, then leave it alone for a minute.',
      ),
      ask('Did that help, {customer}?', 'How is the screen today?', 'Coffee where coffee should be now?'),
      reply(
        'Better, but the lower edge still needs two tries.',
        'Yes, it runs normally since this morning.',
        'Yes! Tea is tea again.',
      ),
      note('', 'Update 5.2.1 installed at 02:10, no errors in the log.', ''),
      solve(
        'For the rest, {colleague} recalibrates the screen at the next regular service in {month}; I wrote it down for the visit.',
        'Then I close this one. The update also shortens the rinsing in the morning, by the way.',
        'Wonderful, then I close this one.',
      ),
      thanks('Thank you, {agent}.'),
    ],
  },
  {
    topic: 'problem',
    impact: [1, 6, 3],
    summaries: [
      'Descaling message does not go away, {machine}',
      'Descaling stuck at step 4, {room}',
      '{machine} on floor {floor} asks for descaling again and again',
    ],
    descriptions: [
      'We descaled on {weekday} as described. The machine says "Descale now" all the same and refuses to brew.',
      'The descaling program stops at step 4 and waits, with the container full of descaler. We do not dare to switch it off.',
      'The same message every week, we descaled {few} times this month. That cannot be right.',
    ],
    turns: [
      ask(
        'Did the machine count down to zero at the end and ask for the rinsing? If somebody stopped it before, the message stays.',
        'You did right not to switch it off. Is there still liquid in the tank, and is the outlet below the left spout free?',
        'Which water hardness is set in Settings > Water? For your street the waterworks say 14, so it should be set to "hard".',
      ),
      reply(
        'Somebody wanted a coffee in between. So yes, it was stopped.',
        'Tank is half full, outlet is free.',
        'It was set to 21. We changed it to hard now.',
      ),
      solve(
        'Start the program once more with clear water only, and let it run to the end: 20 minutes. The message goes then.',
        'Fill up with clear water, hold "Hot water" for five seconds and the program goes on with rinsing. After that the counter starts from zero.',
        'With the right hardness the next descaling is due in about three months. I have reset the counter from here, please restart the machine once.',
      ),
      thanks('Message gone!', 'Rinsed, works. Phew.', 'Restarted, works.'),
      reopen('This morning the message is there again.'),
      solve('The flow meter counted wrong and was exchanged today. Thank you for your patience, {customer}.'),
    ],
  },
  {
    topic: 'problem',
    impact: [2, 5, 3],
    summaries: [
      'Coffee tastes bitter since last week, floor {floor}',
      'Coffee from the new {machine} tastes of plastic',
      'Coffee is thin and sour, {machine} in the {room}',
    ],
    descriptions: [
      'Quite a few people say that the coffee tastes bitter now. Same beans, same machine.',
      'New machine, and everything tastes of plastic. We ran 20 rinsing cycles already.',
      'The coffee is thin and sour at the same time. Nobody changed the settings, or so they say.',
    ],
    turns: [
      ask(
        'Taste is our favourite kind of problem. When was the brewing unit cleaned last, and how fine is the grinder set (the number on the wheel inside the hopper)?',
        'For a new machine that goes away after about 50 cups; it is the hoses, and it is harmless. Did you use the cleaning tablets that came along?',
        'Thin and sour means that the water runs through too fast. Which number does the wheel inside the hopper show?',
      ),
      reply(
        'The wheel says 2. Cleaning... honestly, nobody knows.',
        'We had not seen the tablets. Used one now.',
        'It says 9.',
      ),
      note(
        'Grinder at 2 is far too fine for the house blend, 4 to 5 is right.',
        '',
        'At 9 it is gravel. 4 to 5.',
      ),
      solve(
        'Set the wheel to 5 while the grinder runs, clean the brewing unit with a tablet, and throw away the first two cups. That takes the bitterness out.',
        'If it still tastes of plastic next week, I send you a set of hoses from another batch. Write here, the request opens again.',
        'Turn it to 5 while the grinder runs. A sticker on the inside of the hopper lid helps against curious fingers.',
      ),
      thanks(
        'Setting 5 makes all the difference. The floor says thanks.',
        'It is gone, just coffee now.',
        'Much better!',
      ),
    ],
  },
];
