/** The map, the page it stands on, and the designer's start page. */
export const map = {
  stage: {
    target_group: 'Target group',
    intervention: 'Interventions',
    capability: 'Capabilities',
    work_behaviour: 'Work behaviour',
    success_indicator: 'Indicators of successful behaviour',
    operational_goal: 'Operational goals',
    strategic_goal: 'Strategic goals',
  },
  question: {
    target_group: 'Who is going to learn something?',
    intervention: 'Which formal and informal learning do you choose?',
    capability: 'Which skills do you want to strengthen?',
    work_behaviour: 'What do people do better or differently in their job afterwards?',
    success_indicator: 'By which concrete results can you tell it works?',
    operational_goal: 'Which concrete goals do you want to reach as team or organisation?',
    strategic_goal: 'How does learning help reach strategic goals?',
  },
  picture: {
    label:
      'The map in seven stages, from who learns to the strategic goals. It is read here path by path, once through each work behaviour.',
    scroll: 'The map. Scroll sideways to see all stages.',
    stages: 'The seven stages and their questions',
    path: 'Path {{now}} of {{total}}: {{behaviour}}',
    rest: 'On no path yet',
    leadsTo: 'Leads to: {{items}}',
    hint: 'Choose a box to see what it rests on and what it leads to.',
  },
  paths: {
    title: 'The map, path by path',
    behaviour: 'Work behaviour {{now}} of {{total}}',
    rest: 'On no path yet',
    questions: 'The question behind each stage',
  },
  chosen: {
    title: 'The path you chose',
    clear: 'Show the whole map',
    rises: 'Good to know: this figure rises before it falls. A rise in the first months is a good sign.',
  },
  page: {
    lead: 'From learning, through what people do at work, to what it is for.',
  },
  explain: {
    title: 'What is this map?',
    lead: 'This course wants to change something in your daily work. The map shows what, and why that matters.',
    read: 'On the left: who learns, how, and what you get better at. On the right: the goals it serves.',
    heart: 'In the middle, in colour: what you do at work afterwards, and how you can tell that it works. That is the heart of the map.',
    choose: 'Choose a box. Its whole path lights up, from the learning to the goal.',
    later: 'At the end of the course you choose from it what you want to try yourself. You decide; nobody marks you.',
  },
  moment: {
    finish: {
      title: 'Done with the course?',
      text: 'Then choose what you want to try at work. It takes about three minutes.',
      button: 'I have finished the course',
    },
    state: {
      title: 'You have finished the course. What will you try?',
      text: 'Choose one to three behaviours from the map, or one of your own. About three minutes; you can stop in between.',
      button: 'State your intention',
    },
    stated: {
      title: 'Your intention is kept',
      text: 'You find your plan, and when we ask how it goes, on your own page.',
      button: 'Your plan',
    },
    left: {
      title: 'You told us that nothing fits right now',
      text: 'That is fine, and worth knowing. This map stays here for you, should something fit later.',
      button: 'Your own page',
    },
  },
  notReady: {
    title: 'Not ready yet',
    text: 'The people who make this course are still choosing what you will see here.',
    more: 'You need not do anything. Open this activity again later.',
  },
  template: {
    legend: 'Choose a map to start from',
    hint: 'Each is a complete example, in English and Dutch. Your course gets its own copy.',
    behaviours: 'Work behaviour in this map',
    error: 'Choose one of the four maps.',
  },
  start: {
    title: 'Start',
    lead: 'Where this course stands, and what comes next.',
    map: {
      title: 'The map of this course',
      none: 'This course has no map yet. Until you choose one, learners see a friendly "not ready yet".',
      has: 'This course has the map "{{title}}", published on {{date}}.',
      counts: '{{behaviours}} work behaviours, {{indicators}} indicators. Your course owns its copy.',
      open: 'Look at the map',
      preview: 'Walk through it as a learner',
      choose: 'Use this map',
      change: 'Choose another map',
      changeHint: 'You can still change: nobody has stated an intention on it.',
      fixed: 'Learners have chosen from this map, so it stays.',
    },
    view: {
      title: 'What this activity shows',
      unset: 'This activity was saved without a choice. Choose what learners see when they open it.',
      legend: 'When a learner opens this activity',
      map: 'Show the map',
      mapHint: 'Open all course long. Put it near the top.',
      intention: 'Ask for an intention',
      intentionHint: 'Opening it counts as finishing the course. Put it at the end, and restrict it until the rest is complete.',
      error: 'Choose what this activity shows.',
      button: 'Save',
      isMap: 'This activity shows the map.',
      isIntention: 'This activity asks for an intention.',
      none: 'You did not come from one activity of this course, so there is nothing to set here.',
    },
    steps: {
      title: 'The next clicks in Moodle',
      addIntention:
        'Add a second activity with this tool at the end of the course, and choose "intention" in it. Without it, learners press "I have finished the course" below the map.',
      restrict:
        'In the settings of the intention activity, under "Restrict access", add "Activity completion" for the last activities of the course. So it opens when the rest is complete.',
      complete:
        'In the same settings, under "Completion conditions", choose "Add requirements" and tick "Receive a grade". It is done when the learner has sent an intention, or told that nothing fits.',
      addMap:
        'Add an activity with this tool near the top of the course, and choose "map" in it, so that learners see where the course leads.',
      all: 'Both activities are in this course. The last two clicks make them work together:',
    },
    waiting: {
      title: 'What is waiting',
      none: 'Nothing is waiting.',
      noMap: 'Learners wait for a map.',
      noConnection:
        'Messages cannot be sent yet: this Moodle is not connected. Nothing is lost. What is due waits, and is offered when the learner opens an activity of this tool again. Ask your Moodle administrator.',
      noConnectionAdministrator:
        'Messages cannot be sent yet: this Moodle is not connected. Nothing is lost. What is due waits, and is offered when the learner opens an activity of this tool again.',
      stopped:
        'Messages have stopped: the connection to Moodle needs attention. Nothing is lost; they wait. Ask your Moodle administrator.',
      stoppedAdministrator: 'Messages have stopped: the connection to Moodle needs attention. Nothing is lost; they wait.',
      platform: 'Open the platform page',
    },
    report: {
      title: 'The report',
      none: 'There are no figures yet. They appear in batches, from {{group}} people on, so that nobody can be recognised.',
      has: 'The latest figures are of {{date}}.',
      open: 'Open the report',
    },
  },
};
