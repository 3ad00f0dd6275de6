/** One entry per page a person can be shown when something cannot be done; `code` picks it, else its kind does. */
export const errors = {
  reference: 'If you ask for help, mention this number: {{id}}',
  'not-found': {
    title: 'We cannot find this page',
    text: 'It may have moved, or it belongs to another course. Open the activity again from your course.',
  },
  forbidden: {
    title: 'This page is not for you',
    text: 'Your role in this course does not open it. Open the activity again from your course if your role changed.',
  },
  unauthenticated: {
    title: 'Please open the activity again',
    text: 'For your safety you are signed out after a while. Open the activity again from your course; what you saved is still there.',
  },
  invalid: { title: 'Something is missing or not right', text: 'Go back and check what you filled in.' },
  conflict: { title: 'This was changed in the meantime', text: 'Open the page again to see how it stands now.' },
  gone: { title: 'This is no longer open', text: 'Open the activity again from your course to see what you can do now.' },
  'too-large': { title: 'That is too much text at once', text: 'Please shorten it and try again.' },
  'too-many': { title: 'That went a little fast', text: 'Wait a minute and try again.' },
  unsupported: { title: 'We cannot read this', text: 'Please use the form on the page.' },
  method: { title: 'This cannot be opened like that', text: 'Open the activity again from your course.' },
  upstream: { title: 'Your course site did not answer', text: 'Try again in a few minutes.' },
  unavailable: { title: 'We are not available for a moment', text: 'Try again in a few minutes. Nothing is lost.' },
  internal: {
    title: 'Something went wrong on our side',
    text: 'It is not your fault, and nothing you saved is lost. Try again in a few minutes.',
  },
  csrf: {
    title: 'Please open the activity again',
    text: 'This page was open for too long, or was opened by somebody else. Nothing was changed.',
  },
};
