/** The words of messages sent through the LMS (decisions.md 13): they never quote a plan. */
export const messages = {
  followUp: {
    question: 'How is your plan from {{course}} going?',
    effort: '3 minutes, also when it did not work out.',
    open: 'Open it in your course',
    stop: 'Please do not reply here; to stop these, open it and choose Stop asking.',
  },
};
