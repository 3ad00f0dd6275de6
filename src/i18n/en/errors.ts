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
  'launch-setup': {
    title: 'This activity is not connected yet',
    text: 'Your course site and this tool do not know each other, or not well enough. Ask whoever manages your course site.',
  },
  'launch-relaunch': {
    title: 'Please open the activity again',
    text: 'Go back to your course and open the activity from there. Reloading this page does not help.',
  },
  'launch-lms': {
    title: 'We could not check where you come from',
    text: 'Your course site sent something we cannot trust, so nothing was opened. Try once more from your course; if it stays, tell whoever manages it.',
  },
  'launch-anonymous': {
    title: 'We need to tell you apart from others',
    text: 'Your course site did not say who you are. A made-up number is enough, no name; whoever manages your course site can set that.',
  },
  'launch-not-offered': { title: 'We do not offer this here', text: 'Your course site asked for something this tool does not do.' },
  'launch-denied': {
    title: 'This is not open to you',
    text: 'Your course site or your role there does not open this page. Ask your teacher if you think it should.',
  },
  'launch-later': {
    title: 'Your course site did not answer',
    text: 'We could not check where you come from just now. Wait a minute and open the activity again from your course.',
  },
  'launch-no-course': {
    title: 'Open this from a course',
    text: 'This tool belongs to a course. Go to your course and open the activity there.',
  },
  'launch-new-tab': {
    title: 'Continue in a new tab',
    text: 'Your browser keeps no cookies of other sites inside a course page. In a tab of its own it works; you can leave this one open.',
  },
  'launch-in-frame-only': {
    title: 'Choosing is not possible in this browser',
    text: 'Save the activity without choosing; pick the map when you first open it.',
  },
  'registration-link': {
    title: 'This registration link does not work any more',
    text: 'A link works once, for 24 hours. Ask whoever runs this tool for a new one.',
  },
  'registration-by-hand': {
    title: 'Paste this link in your course site',
    text: 'The link is good. In Moodle: Site administration, Plugins, External tool, Manage tools; paste it under "Tool URL" and choose "Add LTI Advantage".',
  },
  'registration-failed': {
    title: 'The registration did not work',
    text: 'Nothing was changed here, and the link still works: mend what is wrong and try again.',
  },
  'deep-linking-over': {
    title: 'Your choice was already sent',
    text: 'Go back to your course. To choose again, start from the activity’s settings.',
  },
};
