/** Between the LMS and the first page: set-up, refusals' way out, and choosing content. */
export const launch = {
  setup: {
    title: 'Connect this tool to your course site',
    lead: 'This address is for course sites, not for people. To use the tool, open its activity in your course.',
    easier:
      'Do you manage the course site? The easiest way is a registration link: whoever runs this tool makes one, you paste it in the list of external tools, and everything below is filled in for you.',
    fieldsTitle: 'By hand: copy these into your course site',
    fields: {
      toolUrl: 'Tool URL',
      version: 'LTI version',
      keysUrl: 'Public keyset',
      loginUrl: 'Initiate login URL',
      redirectUrl: 'Redirection URI(s)',
      custom: 'Custom parameters',
      contentUrl: 'Content selection URL',
      iconUrl: 'Icon URL',
    },
    newWindow: 'If pages do not open inside the course, choose "New window" as the launch container.',
  },
  newTab: { link: 'Continue in a new tab' },
  choose: {
    title: 'Place the impact map in your course',
    lead: 'Choose what learners find in this course. You can look at each map first; a course keeps one.',
    own: 'The map of this course',
    activities: 'Which activities do you want to place?',
    activitiesHint: 'Both together work best: the map during the course, the intention at the end.',
    activity: 'Which activity do you want to place?',
    activityError: 'Choose at least one activity.',
    nothing:
      'Your course site does not take activities here, so there is nothing to choose. Go back and add the activity without a choice.',
    place: 'Place in the course',
  },
  activity: {
    map: {
      title: 'Impact map',
      note: 'What the course is for at work, in one picture. Open all course long.',
      text: 'See what this course is for at work: from what you learn to what it changes.',
    },
    intention: {
      title: 'My intention',
      note: 'What each learner will do at work. Restrict it until the rest is complete; it counts as the end of the course.',
      text: 'Choose what you will do at work with what you learned, and how.',
    },
  },
  send: {
    title: 'Back to your course',
    text: 'Your choice goes back to the course now. If nothing happens, use the button.',
    button: 'Back to the course',
  },
};
